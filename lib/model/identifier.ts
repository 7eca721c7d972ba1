import { definition, type ModelDefinition } from '../schema';
import { type Field } from './data-model';
import { type SchemaIssues } from './schema-error';
import { listed } from './wording';

/** The arguments of a list operation, which take the identifier's fields beside them. */
const LIST_ARGUMENTS = ['filter', 'limit', 'nextToken', 'sortDirection'];

/** The fields that identify a model's records, in order; nothing if any of them can't. */
export function identifierOf(model: string, { fields, identifier = ['id'] }: ModelDefinition, scalarFields: readonly Field[], issues: SchemaIssues): readonly Field[] | undefined {
  const path = `${model}.identifier`;
  if (identifier.length === 0) {
    issues.add('identifier-empty', path, 'the identifier has no fields', 'name at least one required field, or leave .identifier() out');
    return undefined;
  }
  const found = identifier.map((name, position) => {
    if (identifier.indexOf(name) !== position) {
      issues.add('identifier-duplicate', path, `'${name}' stands in the identifier twice`, 'name each field once');
      return undefined;
    }
    if (fields[name] && fields[name][definition].kind !== 'scalar') {
      issues.add('identifier-relationship', path, `'${name}' is a relationship`, `name its reference fields instead: ${listed(fields[name][definition].references)}`);
      return undefined;
    }
    const field = scalarFields.find((candidate) => candidate.name === name);
    if (!field) {
      issues.add('identifier-unknown', path, `${model} has no field '${name}'`, `declare it, or use one of ${listed(scalarFields.map((candidate) => candidate.name))}`);
      return undefined;
    }
    return isKeyField(path, field, issues) ? field : undefined;
  });
  return found.every((field) => field !== undefined) ? found : undefined;
}

function isKeyField(path: string, { name, type, list, required }: Field, issues: SchemaIssues): boolean {
  if (list) {
    issues.add('identifier-list', path, `'${name}' is a list`, 'a field of an identifier has one value: leave .array() out, or identify by another field');
  } else if (!type.keyType) {
    issues.add('identifier-type', path, `'${name}' has the type ${type.graphqlType}, which DynamoDB takes as no key`, 'identify by a field with strings or numbers');
  } else if (!required) {
    issues.add('identifier-optional', path, `'${name}' is optional`, `a record without it could not be found: add .required() to '${name}'`);
  } else if (LIST_ARGUMENTS.includes(name)) {
    issues.add('reserved-name', path, `'${name}' is an argument of the list operation, which takes the identifier's fields as arguments too`, 'give the field another name');
  } else {
    return true;
  }
  return false;
}
