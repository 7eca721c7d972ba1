import { definition, scalars, type FieldDefinition, type ModelDefinition, type ScalarFieldDefinition, type ScalarName, type ScalarType } from '../schema';
import { type Field } from './data-model';
import { type SchemaIssues } from './schema-error';

/** The fields that every model has, declared or not, and the types that they may be declared with. */
const impliedFields: Record<'id' | 'createdAt' | 'updatedAt', { readonly scalar: ScalarName; readonly allowed: readonly ScalarName[]; readonly example: string; readonly reason: string }> = {
  id: { scalar: 'id', allowed: ['id', 'string'], example: 'a.id().required()', reason: 'the API makes up an id that is a string' },
  createdAt: { scalar: 'datetime', allowed: ['datetime', 'string'], example: 'a.datetime()', reason: 'the API writes the time of a record\'s creation into it, as ISO 8601' },
  updatedAt: { scalar: 'datetime', allowed: ['datetime', 'string'], example: 'a.datetime()', reason: 'the API writes the time of a record\'s last change into it, as ISO 8601' },
};

/** The scalar fields of a model: the declared ones in order, then those that the API adds. */
export function fieldsOf(model: string, { fields, identifier }: ModelDefinition, issues: SchemaIssues): Field[] {
  const declared = Object.entries(fields).flatMap(([name, { [definition]: field }]) => (field.kind === 'scalar' ? [declaredField(model, name, field, issues)] : []));
  const implied = (Object.keys(impliedFields) as (keyof typeof impliedFields)[])
    .filter((name) => fields[name] === undefined && (name !== 'id' || identifier === undefined))
    .map((name): Field => ({ kind: 'scalar', name, type: scalars[impliedFields[name].scalar], required: true, declared: false }));
  checkImpliedFields(model, fields, issues);
  return [...declared, ...implied];
}

function declaredField(model: string, name: string, { kind, scalar, required, list, default: value }: ScalarFieldDefinition, issues: SchemaIssues): Field {
  const type = scalars[scalar];
  const field: Field = { kind, name, type, required, ...(list && { list }), ...(value !== undefined && { default: value }), declared: true };
  if (value !== undefined && !isValueOf(field, value)) {
    issues.add('invalid-default', `${model}.${name}`, `the default ${typeof value === 'number' ? value : JSON.stringify(value)} is no value of ${list ? `a list of ${type.graphqlType}` : type.graphqlType}`,
      list ? 'call .default() with a list of values, after .array()' : `give a ${valueName(type)}, or leave .default() out`);
  }
  return field;
}

function isValueOf(field: Field, value: unknown): boolean {
  if (field.list) return Array.isArray(value) && value.every((element) => isScalarValue(field, element));
  return isScalarValue(field, value);
}

function isScalarValue({ type }: Field, value: unknown): boolean {
  if (type.valueType === undefined) return isJson(value);
  return typeof value === type.valueType && (typeof value !== 'number' || isNumberOf(type, value));
}

function isNumberOf({ graphqlType }: ScalarType, value: number): boolean {
  if (graphqlType === 'Int') return (value | 0) === value;
  return graphqlType === 'Float' ? Number.isFinite(value) : Number.isInteger(value);
}

function valueName({ graphqlType, valueType }: ScalarType): string {
  if (graphqlType === 'Int') return 'whole number of 32 bits';
  return graphqlType === 'AWSTimestamp' ? 'whole number' : valueType ?? 'JSON value';
}

function isJson(value: unknown): boolean {
  if (value === null || ['string', 'boolean'].includes(typeof value)) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value === 'object' && Object.values(value).every(isJson);
}

/** Whether a field may be declared so under its name, as far as the API needs that name itself. */
export function canBe(name: string, field: FieldDefinition): boolean {
  if (!Object.hasOwn(impliedFields, name)) return true;
  const { allowed } = impliedFields[name as keyof typeof impliedFields];
  return field.kind === 'scalar' && !field.list && allowed.includes(field.scalar);
}

function checkImpliedFields(model: string, fields: ModelDefinition['fields'], issues: SchemaIssues): void {
  for (const [name, { example, reason }] of Object.entries(impliedFields)) {
    const field = fields[name]?.[definition];
    if (field && !canBe(name, field)) {
      issues.add('implied-field-type', `${model}.${name}`, `'${name}' cannot be ${describe(field)}: ${reason}`,
        `declare it as ${example}, give the field another name, or leave it out`);
    }
  }
}

function describe(field: FieldDefinition): string {
  if (field.kind !== 'scalar') return 'a relationship';
  const type = scalars[field.scalar].graphqlType;
  return field.list ? `a list of ${type}` : `of type ${type}`;
}
