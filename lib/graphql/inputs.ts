import { operations, typeNames, type Field, type Model } from '../model';
import { fieldsFrom, type Definition } from './definitions';
import { filterTypes } from './field-filters';
import { inputType, nonNull, optionalType } from './field-types';
import { operatorInputs } from './operators';

/** The inputs of those mutations that a model has. */
export function mutationInputs(model: Model): Definition[] {
  const { typeStem, availableOperations } = model;
  const inputs = { create: createFields, update: updateFields, delete: deleteFields };
  const mutations = (Object.keys(inputs) as (keyof typeof inputs)[]).filter((operation) => availableOperations.includes(operation));
  return [
    ...mutations.map((operation): Definition => ({ kind: 'input', name: typeNames[`${operation}Input`](typeStem), fields: fieldsFrom(inputs[operation](model)) })),
    ...(mutations.length > 0 ? [conditionInput(model)] : []),
  ];
}

/** The input that chooses records of a list. */
export function filterInput(model: Model): Definition {
  return filterDefinition(model, typeNames.filterInput(model.typeStem), 'filter', ['and', 'or', 'not']);
}

/** The input that chooses records of a subscription, where the model has any. */
export function subscriptionFilterInput(model: Model): Definition[] {
  if (!model.availableOperations.some((operation) => operations[operation].root === 'Subscription')) return [];
  return [filterDefinition(model, typeNames.subscriptionFilterInput(model.typeStem), 'subscription', ['and', 'or'])];
}

function fieldTypes(fields: readonly Field[], typeOf: (field: Field) => string): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field.name, typeOf(field)]));
}

/** What a client may write: declared fields, and the id that the API adds. */
function writableFields({ fields }: Model): Field[] {
  return fields.filter((field) => field.declared || field.name === 'id');
}

function createFields(model: Model): Record<string, string> {
  const mayBeLeftOut = (field: Field): boolean => field.default !== undefined || field.written;
  return fieldTypes(writableFields(model), (field) => (mayBeLeftOut(field) ? optionalType(field) : inputType(field)));
}

function updateFields(model: Model): Record<string, string> {
  return fieldTypes(writableFields(model), (field) => (model.identifier.includes(field) ? nonNull(field.type.graphqlType) : optionalType(field)));
}

function deleteFields({ identifier }: Model): Record<string, string> {
  return fieldTypes(identifier, (field) => nonNull(field.type.graphqlType));
}

function filterDefinition({ fields }: Model, name: string, where: 'filter' | 'subscription', groups: readonly (keyof typeof groupTypes)[]): Definition {
  const types = filterTypes(fields, where);
  return {
    kind: 'input',
    name,
    fields: fieldsFrom({
      ...types,
      // A custom identifier has no id, and clients filter by it all the same.
      id: types.id ?? operatorInputs[where]('ID'),
      ...groupFields(name, groups),
    }),
  };
}

function conditionInput({ fields, identifier, typeStem }: Model): Definition {
  const name = typeNames.conditionInput(typeStem);
  const conditional = fields.filter((field) => !identifier.includes(field));
  return { kind: 'input', name, fields: fieldsFrom({ ...filterTypes(conditional, 'filter'), ...groupFields(name, ['and', 'or', 'not']) }) };
}

const groupTypes = {
  and: (name: string) => `[${name}]`,
  or: (name: string) => `[${name}]`,
  not: (name: string) => name,
};

function groupFields(name: string, groups: readonly (keyof typeof groupTypes)[]): Record<string, string> {
  return Object.fromEntries(groups.map((group) => [group, groupTypes[group](name)]));
}
