import { definition, type ModelDefinition } from '../schema';
import { type Field } from './data-model';
import { canBe } from './fields';
import { sortArgument } from './key';
import { type SchemaIssues } from './schema-error';
import { listed } from './wording';

/** The arguments of a list operation, which take the identifier's fields beside them. */
const LIST_ARGUMENTS = ['filter', 'limit', 'nextToken', 'sortDirection'];

/** The fields that identify a model's records, in order; nothing if any of them can't. */
export function identifierOf(model: string, modelDefinition: ModelDefinition, scalarFields: readonly Field[], issues: SchemaIssues): readonly Field[] | undefined {
  const { fields, identifier = ['id'] } = modelDefinition;
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
    const declared = fields[name]?.[definition];
    // What is wrong with an id or a timestamp itself has been said already.
    if (declared && !canBe(name, declared, modelDefinition)) return undefined;
    if (declared && declared.kind !== 'scalar') {
      issues.add('identifier-relationship', path, `'${name}' is a relationship`,
        declared.kind === 'belongsTo' ? `name its reference fields instead: ${listed(declared.references)}` : 'identify by a field with a value of its own');
      return undefined;
    }
    // A timestamp that is not declared is in no input, so that a record could not be named by it.
    const candidates = scalarFields.filter((candidate) => candidate.declared || candidate.name === 'id');
    const field = candidates.find((candidate) => candidate.name === name);
    if (!field) {
      issues.add('identifier-unknown', path, `${model} declares no field '${name}'`,
        candidates.length > 0 ? `declare it, or use one of ${listed(candidates.map((candidate) => candidate.name))}` : 'declare it');
      return undefined;
    }
    return isKeyField(path, field, issues) ? field : undefined;
  });
  if (!found.every((field) => field !== undefined)) return undefined;
  checkSortArgument(path, found, issues);
  return found;
}

/** Checks that the list operation, which takes one argument for all but the first field, has no other of that name. */
function checkSortArgument(path: string, [partition, ...sort]: readonly Field[], issues: SchemaIssues): void {
  const argument = sortArgument(sort);
  if ([...LIST_ARGUMENTS, partition!.name].includes(argument)) {
    issues.add('reserved-name', path, `${listed(sort.map(({ name }) => name))} make up the argument '${argument}' of the list operation, which has one of that name already`,
      'give one of the fields another name');
  }
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
