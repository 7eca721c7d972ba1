import { definition, type CustomTypeDefinition, type CustomTypeFieldDefinition } from '../schema';
import { type CustomType, type Field } from './data-model';
import { checkName, GRAPHQL_NAME } from './graphql-name';
import { type SchemaIssues } from './schema-error';

/** What GraphQL has another meaning for. */
const RESERVED_VALUES = ['true', 'false', 'null'];

/** Checks the values of an enum. */
export function checkEnum(path: string, values: readonly string[], issues: SchemaIssues): void {
  if (values.length === 0) {
    issues.add('enum-empty', path, 'the enum has no values', "give at least one: a.enum(['OPEN', 'CLOSED'])");
  }
  for (const [position, value] of values.entries()) {
    if (values.indexOf(value) !== position) {
      issues.add('enum-duplicate', path, `the value '${value}' is there twice`, 'give each value once');
    } else if (!GRAPHQL_NAME.test(value) || value.startsWith('__')) {
      issues.add('enum-value', path, `'${value}' is no value of an enum in GraphQL`, 'use letters, digits and underscores, and begin with a letter');
    } else if (RESERVED_VALUES.includes(value)) {
      issues.add('enum-value', path, `'${value}' has a meaning of its own in GraphQL`, `write it in another way, such as '${value.toUpperCase()}'`);
    }
  }
}

/** Checks what a custom type is made of, its fields' types apart. */
export function checkCustomType(path: string, { fields }: CustomTypeDefinition, issues: SchemaIssues): void {
  if (Object.keys(fields).length === 0) {
    issues.add('custom-type-empty', path, 'the custom type has no fields', 'give at least one: a.customType({ lat: a.float(), long: a.float() })');
  }
  checkValues(path, fields, issues);
}

/** Checks what a custom type has as fields, or an operation as arguments, their types apart. */
export function checkValues(path: string, fields: CustomTypeDefinition['fields'], issues: SchemaIssues): void {
  for (const [name, { [definition]: field }] of Object.entries(fields)) {
    checkName(`${path}.${name}`, name, issues);
    if (field.kind === 'scalar' && field.default !== undefined) {
      issues.add('invalid-default', `${path}.${name}`, 'it has a default, but only fields of models have one, which a create of a record writes', 'leave .default() out');
    }
    checkNoRules(`${path}.${name}`, field, issues);
    if (field.kind === 'scalar' && field.validation !== undefined) {
      issues.add('invalid-validation', `${path}.${name}`, 'it has validation rules, but only fields of models have some', 'leave .validate() out');
    }
  }
}

/** Checks that what is no field of a model has no rules of its own, which nothing would ask. */
export function checkNoRules(path: string, field: CustomTypeFieldDefinition, issues: SchemaIssues): void {
  if ('authorization' in field && field.authorization !== undefined) {
    issues.add('authorization-place', path, 'it has authorization rules, but of fields only those of models have some', 'leave .authorization() out, and give rules to the model, its field or the operation');
  }
}

/** Checks that no custom type needs a value of itself to have a value: of lists and optional fields, there is an end. */
export function checkCycles(types: readonly CustomType[], issues: SchemaIssues): void {
  const told = new Set<CustomType>();
  for (const type of types) {
    const cycle = cycleFrom(type, [type]);
    if (!cycle || cycle.some((one) => told.has(one))) continue;
    for (const one of cycle) told.add(one);
    const names = [...cycle, type].map(({ graphqlType }) => graphqlType).join(' -> ');
    issues.add('custom-type-cycle', type.graphqlType, `a value of it would need another value of it, without end: ${names}`, 'leave .required() out of one of these fields, or make it a list');
  }
}

/** The types by which a type comes back to itself through fields that have to be there. */
function cycleFrom(start: CustomType, path: readonly CustomType[], seen = new Set<CustomType>()): readonly CustomType[] | undefined {
  const type = path.at(-1)!;
  if (seen.has(type)) return undefined;
  seen.add(type);
  for (const field of type.fields.filter(isNeeded)) {
    if (field.type === start) return path;
    const found = field.type.kind === 'customType' ? cycleFrom(start, [...path, field.type], seen) : undefined;
    if (found) return found;
  }
  return undefined;
}

function isNeeded({ required, list }: Field): boolean {
  return required && !list;
}
