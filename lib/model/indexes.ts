import { type Index, type Key, type Relationship } from './data-model';
import { keyOver } from './key';
import { type SchemaIssues } from './schema-error';
import { upperFirst } from './type-names';
import { counted, listed } from './wording';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html */
const MAX_INDEX_NAME = 255;
const MAX_KEY_ATTRIBUTE_NAME = 255;
const MAX_INDEXES = 20;

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html */
const INDEX_NAME = /^[A-Za-z0-9_.-]{3,}$/;

/**
 * The index that a field reads the records from that lead to one of its model: one that is there, where it serves the field whole, else
 * one of its own.
 *
 * @param present the indexes that it may be, of the table that the field reads
 */
export function relationshipIndex({ model, name: field, key: references, sortField }: Pick<Relationship, 'model' | 'name' | 'key' | 'sortField'>, present: readonly Index[], issues: SchemaIssues): Index {
  const key = sortField ? keyOver([...references.fields, sortField]) : references;
  const serving = present.find((index) => serves(index, key));
  if (serving) return serving;
  const path = `${model.name}.${field}`;
  const name = `gsi-${path}`;
  if (name.length > MAX_INDEX_NAME) {
    issues.add('name-too-long', path, `its index would be named with ${name.length} characters, and DynamoDB takes ${MAX_INDEX_NAME}`, 'shorten the name of the field or of the model');
  }
  checkKeyAttributes(path, key, issues);
  return { name, key };
}

/**
 * Whether an index has all records that a key finds, and all of each. A record without one of the index's key attributes is not in
 * it: beside those of the key there are only such as every record has.
 */
function serves({ key: { fields, sort }, projection }: Index, { fields: wanted }: Key): boolean {
  if (projection || !wanted.every((field, position) => fields[position] === field)) return false;
  const isWhole = fields.length === wanted.length;
  return isWhole || (wanted.length === 1 && sort!.fields.every(({ required }) => required));
}

/** Checks a name that the schema gives to an index. */
export function checkIndexName(path: string, name: string, issues: SchemaIssues): void {
  if (name.length > MAX_INDEX_NAME) {
    issues.add('name-too-long', path, `the index would be named with ${name.length} characters, and DynamoDB takes ${MAX_INDEX_NAME}`, "give it a shorter name: .name('...')");
  } else if (!INDEX_NAME.test(name)) {
    issues.add('index-name', path, `'${name}' is no name that DynamoDB takes for an index`, 'use at least 3 letters, digits, underscores, hyphens or dots');
  }
}

/** Checks the lengths of the key attributes' names, which grow with the fields joined in them. */
export function checkKeyAttributes(path: string, { partition, sort }: Key, issues: SchemaIssues): void {
  for (const { name } of sort ? [partition, sort] : [partition]) {
    if (name.length > MAX_KEY_ATTRIBUTE_NAME) {
      issues.add('name-too-long', path, `its key attribute would be named with ${name.length} characters, and DynamoDB takes ${MAX_KEY_ATTRIBUTE_NAME}`, 'shorten the names of the fields');
    }
  }
}

/** Whether an index's name is part of a type's: that of the condition on its sort key of several fields. */
function hasType({ key: { sort }, declared }: Index): boolean {
  return typeof declared?.query === 'string' && sort !== undefined && sort.fields.length > 1;
}

/** Checks that a table can have its indexes. */
export function checkIndexes(model: string, indexes: readonly Index[], issues: SchemaIssues): void {
  for (const [position, index] of indexes.entries()) {
    const { name } = index;
    const earlier = indexes.slice(0, position).find((candidate) => candidate.name === name || (hasType(candidate) && hasType(index) && upperFirst(candidate.name) === upperFirst(name)));
    if (!earlier) continue;
    const message = earlier.name === name ? `two indexes are named '${name}'` : `the indexes ${listed([earlier.name, name])} have one name in GraphQL, where it begins in upper case`;
    issues.add('index-name', `${model}.secondaryIndexes`, message, "give one of them another name: .name('...')");
  }
  if (indexes.length > MAX_INDEXES) {
    const own = indexes.some(({ declared }) => declared) ? `the indexes of ${model} and ` : '';
    issues.add('too-many-indexes', model, `its table would need ${counted(indexes.length, 'index', 'indexes')}, and DynamoDB allows ${MAX_INDEXES}`,
      `leave out some of ${own}the relationships that lead to ${model}, or split it into several models`);
  }
}
