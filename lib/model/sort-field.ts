import { definition, type ModelDefinition, type RelationshipDefinition } from '../schema';
import { type Field, type Model } from './data-model';
import { isRelationship } from './fields';
import { LIST_ARGUMENTS } from './key-fields';
import { type SchemaIssues } from './schema-error';
import { listed } from './wording';

/** The model whose records are sorted. */
interface Sorted {
  readonly model: Pick<Model, 'name' | 'fields'>;
  readonly definition: ModelDefinition;
}

/** The field that the records of a relationship are sorted by, where the schema names one; nothing if it can't be. */
export function sortFieldOf(path: string, { sortBy: name, references }: RelationshipDefinition, { model: { name: model, fields }, definition: { fields: declared } }: Sorted, issues: SchemaIssues): { readonly sortField?: Field } {
  if (name === undefined) return {};
  const tell = (message: string, hint: string): { readonly sortField?: Field } => {
    issues.add('sort-field', path, message, hint);
    return {};
  };
  if (references.length > 1) {
    return tell(`it has ${references.length} reference fields, ${listed(references)}, which take the sort key of its index`, `leave .sortBy() out: only the records of a relationship with one reference field can be sorted by '${name}'`);
  }
  if (references.includes(name)) return tell(`'${name}' is the reference field, which is the same in all of its records`, `name another field of ${model}`);
  const field = fields.find((candidate) => candidate.name === name);
  if (field) return isSortField(path, model, field, issues) ? { sortField: field } : {};
  const own = Object.hasOwn(declared, name) ? declared[name]![definition] : undefined;
  if (own && isRelationship(own)) return tell(`'${name}' of ${model} is a relationship`, 'name a field with a value of its own');
  // A declared field is missing where its type is wrong, which has been said already.
  if (own) return {};
  const others = fields.filter((candidate) => isFit(candidate) && !references.includes(candidate.name)).map((candidate) => candidate.name);
  return tell(`${model} has no field '${name}'`, `declare it, or name one of ${listed(others)}`);
}

function isFit({ name, type, list, required }: Field): boolean {
  return !list && type.keyType !== undefined && required && !LIST_ARGUMENTS.includes(name);
}

function isSortField(path: string, model: string, { name, type, list, required }: Field, issues: SchemaIssues): boolean {
  if (list) {
    issues.add('sort-field', path, `'${name}' of ${model} is a list`, 'a key has one value: leave .array() out, or name another field');
  } else if (!type.keyType) {
    issues.add('sort-field', path, `'${name}' of ${model} has the type ${type.graphqlType}, which DynamoDB takes as no key`, 'name a field with strings or numbers, or an enum');
  } else if (!required) {
    issues.add('sort-field', path, `'${name}' of ${model} is optional: a record without it would not be in the index, and so vanish from the relationship`, `add .required() to '${name}' of ${model}`);
  } else if (LIST_ARGUMENTS.includes(name)) {
    issues.add('reserved-name', path, `'${name}' would be an argument of it, and it has one of that name already`, `give the field of ${model} another name`);
  } else {
    return true;
  }
  return false;
}
