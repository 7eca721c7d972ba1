import { definition, scalars, type FieldDefinition, type ModelDefinition, type ScalarFieldDefinition, type ScalarName } from '../schema';
import { type Field } from './data-model';
import { checkDefault } from './defaults';
import { type SchemaIssues } from './schema-error';

/** The fields that every model has, declared or not, and the types that they may be declared with. */
const impliedFields: Record<'id' | 'createdAt' | 'updatedAt', { readonly scalar: ScalarName; readonly allowed: readonly ScalarName[]; readonly example: string; readonly reason: string }> = {
  id: { scalar: 'id', allowed: ['id', 'string'], example: 'a.id().required()', reason: 'the API makes up an id that is a string' },
  createdAt: { scalar: 'datetime', allowed: ['datetime', 'string'], example: 'a.datetime()', reason: 'the API writes the time of a record\'s creation into it, as ISO 8601' },
  updatedAt: { scalar: 'datetime', allowed: ['datetime', 'string'], example: 'a.datetime()', reason: 'the API writes the time of a record\'s last change into it, as ISO 8601' },
};

/** The scalar fields of a model: the declared ones in order, then those that the API adds. */
export function fieldsOf(model: string, modelDefinition: ModelDefinition, issues: SchemaIssues): Field[] {
  const { fields, identifier } = modelDefinition;
  const declared = Object.entries(fields).flatMap(([name, { [definition]: field }]) =>
    (field.kind === 'scalar' ? [declaredField(model, name, field, isWritten(name, modelDefinition), issues)] : []));
  const implied = (Object.keys(impliedFields) as (keyof typeof impliedFields)[])
    .filter((name) => fields[name] === undefined && (name !== 'id' || identifier === undefined))
    .map((name): Field => ({ kind: 'scalar', name, type: scalars[impliedFields[name].scalar], required: true, declared: false, written: true }));
  checkImpliedFields(model, modelDefinition, issues);
  return [...declared, ...implied];
}

/** Whether the API gives a field of this name its value. */
function isWritten(name: string, { identifier = ['id'] }: ModelDefinition): boolean {
  return Object.hasOwn(impliedFields, name) && (name !== 'id' || identifier.includes(name));
}

function declaredField(model: string, name: string, { scalar, required, list, default: value }: ScalarFieldDefinition, written: boolean, issues: SchemaIssues): Field {
  const field: Field = { kind: 'scalar', name, type: scalars[scalar], required, ...(list && { list }), ...(value !== undefined && { default: value }), declared: true, written };
  if (value !== undefined) checkDefault(`${model}.${name}`, field, issues);
  return field;
}

/** Whether a field may be declared so under its name, as far as the API writes that field itself. */
export function canBe(name: string, field: FieldDefinition, modelDefinition: ModelDefinition): boolean {
  if (!isWritten(name, modelDefinition)) return true;
  const { allowed } = impliedFields[name as keyof typeof impliedFields];
  return field.kind === 'scalar' && !field.list && allowed.includes(field.scalar);
}

function checkImpliedFields(model: string, modelDefinition: ModelDefinition, issues: SchemaIssues): void {
  for (const [name, { example, reason }] of Object.entries(impliedFields)) {
    const field = modelDefinition.fields[name]?.[definition];
    if (field && !canBe(name, field, modelDefinition)) {
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
