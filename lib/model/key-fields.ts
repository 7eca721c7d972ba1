import { definition, type ModelDefinition } from '../schema';
import { type Field } from './data-model';
import { canBe, isRelationship } from './fields';
import { sortArgument } from './key';
import { type SchemaIssues } from './schema-error';
import { listed } from './wording';

/** The arguments of an operation that lists records, which takes the fields of a key beside them. */
export const LIST_ARGUMENTS = ['filter', 'limit', 'nextToken', 'sortDirection'];

/** What the fields are the key of, and how messages speak of it. */
interface KeyRole {
  readonly code: 'identifier' | 'index';
  readonly path: string;
  /** The operation that takes the fields as arguments; none where there is no such operation. */
  readonly operation?: string;
  /** Whether every record has to have them. */
  readonly required: boolean;
}

/** The fields with these names, in order; nothing if any of them can be no field of such a key. */
export function keyFieldsOf(role: KeyRole, names: readonly string[], model: string, modelDefinition: ModelDefinition, fields: readonly Field[], issues: SchemaIssues): readonly Field[] | undefined {
  const { code, path } = role;
  const found = names.map((name, position) => {
    if (names.indexOf(name) !== position) {
      issues.add(`${code}-duplicate`, path, `'${name}' stands in the ${code} twice`, 'name each field once');
      return undefined;
    }
    const declared = Object.hasOwn(modelDefinition.fields, name) ? modelDefinition.fields[name]![definition] : undefined;
    // What is wrong with an id or a timestamp itself has been said already.
    if (declared && !canBe(name, declared, modelDefinition)) return undefined;
    if (declared && isRelationship(declared)) {
      issues.add(`${code}-relationship`, path, `'${name}' is a relationship`,
        declared.kind === 'belongsTo' ? `name its reference fields instead: ${listed(declared.references)}` : 'name a field with a value of its own');
      return undefined;
    }
    // A timestamp that is not declared is in no input, so that a record could not be named by it.
    const candidates = fields.filter((candidate) => candidate.declared || candidate.name === 'id');
    const field = candidates.find((candidate) => candidate.name === name);
    if (field) return isKeyField(role, field, issues) ? field : undefined;
    // A declared field is missing where its type is wrong, which has been said already.
    if (!declared) {
      issues.add(`${code}-unknown`, path, `${model} declares no field '${name}'`,
        candidates.length > 0 ? `declare it, or use one of ${listed(candidates.map((candidate) => candidate.name))}` : 'declare it');
    }
    return undefined;
  });
  if (!found.every((field) => field !== undefined)) return undefined;
  checkSortArgument(role, found, issues);
  return found;
}

/** Checks that an operation, which takes one argument for all but the first field, has no other of that name. */
function checkSortArgument({ path, operation }: KeyRole, [partition, ...sort]: readonly Field[], issues: SchemaIssues): void {
  const argument = sortArgument(sort);
  if (operation !== undefined && [...LIST_ARGUMENTS, partition!.name].includes(argument)) {
    issues.add('reserved-name', path, `${listed(sort.map(({ name }) => name))} make up the argument '${argument}' of ${operation}, which has one of that name already`,
      'give one of the fields another name');
  }
}

function isKeyField({ code, path, operation, required: mustBeRequired }: KeyRole, { name, type, list, required }: Field, issues: SchemaIssues): boolean {
  if (list) {
    issues.add(`${code}-list`, path, `'${name}' is a list`, 'a key has one value: leave .array() out, or name another field');
  } else if (!type.keyType) {
    issues.add(`${code}-type`, path, `'${name}' has the type ${type.graphqlType}, which DynamoDB takes as no key`, 'name a field with strings or numbers, or an enum');
  } else if (mustBeRequired && !required) {
    issues.add('identifier-optional', path, `'${name}' is optional`, `a record without it could not be found: add .required() to '${name}'`);
  } else if (operation !== undefined && LIST_ARGUMENTS.includes(name)) {
    issues.add('reserved-name', path, `'${name}' is an argument of ${operation}, which takes the ${code}'s fields as arguments too`, 'give the field another name');
  } else {
    return true;
  }
  return false;
}
