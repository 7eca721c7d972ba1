import { definition, scalars, type CustomTypeFieldDefinition, type FieldDefinition, type ManyToManyDefinition, type ModelDefinition, type RelationshipDefinition, type ScalarName } from '../schema';
import { type Field } from './data-model';
import { checkDefault } from './defaults';
import { type SchemaIssues } from './schema-error';
import { typeStem, upperFirst } from './type-names';
import { presenceOf, type Types } from './types';
import { checkDefaultKeepsRules, fieldRules } from './validation';
import { kindInWords } from './wording';

/** The fields that every model has, declared or not, and the types that they may be declared with. */
const impliedFields: Record<'id' | 'createdAt' | 'updatedAt', { readonly scalar: ScalarName; readonly allowed: readonly ScalarName[]; readonly example: string; readonly reason: string }> = {
  id: { scalar: 'id', allowed: ['id', 'string'], example: 'a.id().required()', reason: 'the API makes up an id that is a string' },
  createdAt: { scalar: 'datetime', allowed: ['datetime', 'string'], example: 'a.datetime()', reason: 'the API writes the time of a record\'s creation into it, as ISO 8601' },
  updatedAt: { scalar: 'datetime', allowed: ['datetime', 'string'], example: 'a.datetime()', reason: 'the API writes the time of a record\'s last change into it, as ISO 8601' },
};

/** Whether a field leads to another model, and has no value of its own. */
export function isRelationship(field: FieldDefinition): field is RelationshipDefinition | ManyToManyDefinition {
  return field.kind === 'hasMany' || field.kind === 'hasOne' || field.kind === 'belongsTo' || field.kind === 'manyToMany';
}

/** The fields of a model that have values: the declared ones in order, then those that the API adds. */
export function fieldsOf(model: string, modelDefinition: ModelDefinition, types: Types, issues: SchemaIssues): Field[] {
  const { fields, identifier } = modelDefinition;
  const declared = Object.entries(fields).flatMap(([name, { [definition]: field }]) =>
    (isRelationship(field) ? [] : declaredField(model, name, field, isWritten(name, modelDefinition), types, issues)));
  const implied = (Object.keys(impliedFields) as (keyof typeof impliedFields)[])
    .filter((name) => fields[name] === undefined && (name !== 'id' || identifier === undefined))
    .map((name): Field => ({ kind: 'value', name, type: { kind: 'scalar', ...scalars[impliedFields[name].scalar] }, required: true, declared: false, written: true }));
  checkImpliedFields(model, modelDefinition, issues);
  return [...declared, ...implied];
}

/** Whether the API gives a field of this name its value. */
function isWritten(name: string, { identifier = ['id'] }: ModelDefinition): boolean {
  return Object.hasOwn(impliedFields, name) && (name !== 'id' || identifier.includes(name));
}

function declaredField(model: string, name: string, declared: CustomTypeFieldDefinition, written: boolean, types: Types, issues: SchemaIssues): Field[] {
  const path = `${model}.${name}`;
  const type = types.typeOf(path, typeStem(model) + upperFirst(name), declared);
  if (!type) return [];
  const value = declared.kind === 'scalar' ? declared.default : undefined;
  const validation = declared.kind === 'scalar' && type.kind === 'scalar' ? fieldRules(path, name, declared, type, issues) : [];
  const field: Field = {
    kind: 'value', name, type, ...presenceOf(declared), ...(value !== undefined && { default: value }), ...(validation.length > 0 && { validation }), declared: true, written,
  };
  if (type.kind === 'scalar' && value !== undefined && checkDefault(path, field, type, issues)) checkDefaultKeepsRules(path, field, issues);
  return [field];
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

/** What a field is declared as, in words. */
export function describe(field: FieldDefinition): string {
  if (isRelationship(field)) return 'a relationship';
  if (field.kind === 'enum' || field.kind === 'customType') return kindInWords[field.kind];
  const type = field.kind === 'scalar' ? scalars[field.scalar].graphqlType : field.type;
  return field.list ? `a list of ${type}` : `of type ${type}`;
}
