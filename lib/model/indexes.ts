import { type Index, type Key, type Relationship } from './data-model';
import { keyOver } from './key';
import { type SchemaIssues } from './schema-error';
import { counted } from './wording';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html */
const MAX_INDEX_NAME = 255;
const MAX_KEY_ATTRIBUTE_NAME = 255;
const MAX_INDEXES = 20;

/** The index that a hasMany or hasOne reads its related records from. */
export function relationshipIndex(relationship: Relationship, issues: SchemaIssues): Index {
  const path = `${relationship.model.name}.${relationship.name}`;
  const name = `gsi-${path}`;
  if (name.length > MAX_INDEX_NAME) {
    issues.add('name-too-long', path, `its index would be named with ${name.length} characters, and DynamoDB takes ${MAX_INDEX_NAME}`, 'shorten the name of the field or of the model');
  }
  const key = keyOver(relationship.references);
  checkKeyAttributes(path, key, issues);
  return { name, key };
}

/** Checks the lengths of the key attributes' names, which grow with the fields joined in them. */
export function checkKeyAttributes(path: string, { partition, sort }: Key, issues: SchemaIssues): void {
  for (const { name } of sort ? [partition, sort] : [partition]) {
    if (name.length > MAX_KEY_ATTRIBUTE_NAME) {
      issues.add('name-too-long', path, `its key attribute would be named with ${name.length} characters, and DynamoDB takes ${MAX_KEY_ATTRIBUTE_NAME}`, 'shorten the names of the fields');
    }
  }
}

/** Checks that a table can have its indexes. */
export function checkIndexCount(model: string, indexes: readonly Index[], issues: SchemaIssues): void {
  if (indexes.length > MAX_INDEXES) {
    issues.add('too-many-indexes', model, `its table would need ${counted(indexes.length, 'index', 'indexes')}, and DynamoDB allows ${MAX_INDEXES}`,
      `leave out some of the relationships that lead to ${model}, or split it into several models`);
  }
}
