import { typeNames, type Field, type Model } from '../model';
import { fieldsFrom, type Definition } from './definitions';
import { nonNull, optionalType, outputType } from './field-types';
import { operatorInputs } from './operators';

/** The inputs of a model's mutations. */
export function mutationInputs(model: Model): Definition[] {
  const { typeStem } = model;
  return [
    { kind: 'input', name: typeNames.createInput(typeStem), fields: fieldsFrom(createFields(model)) },
    { kind: 'input', name: typeNames.updateInput(typeStem), fields: fieldsFrom(updateFields(model)) },
    { kind: 'input', name: typeNames.deleteInput(typeStem), fields: fieldsFrom(fieldTypes(model.identifier, (field) => nonNull(field.type.graphqlType))) },
    conditionInput(model),
  ];
}

/** The inputs that choose records: of lists and of subscriptions. */
export function filterInputs(model: Model): Definition[] {
  return [
    filterInput(model, typeNames.filterInput(model.typeStem), 'filter', ['and', 'or', 'not']),
    filterInput(model, typeNames.subscriptionFilterInput(model.typeStem), 'subscription', ['and', 'or']),
  ];
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
  return fieldTypes(writableFields(model), (field) => (mayBeLeftOut(field) ? optionalType(field) : outputType(field)));
}

function updateFields(model: Model): Record<string, string> {
  return fieldTypes(writableFields(model), (field) => (model.identifier.includes(field) ? nonNull(field.type.graphqlType) : optionalType(field)));
}

function filterInput({ fields }: Model, name: string, where: 'filter' | 'subscription', groups: readonly (keyof typeof groupTypes)[]): Definition {
  return {
    kind: 'input',
    name,
    fields: fieldsFrom({
      ...fieldTypes(fields, (field) => operatorInputs[where](field.type.filterType)),
      // A custom identifier has no id, and clients filter by it all the same.
      id: operatorInputs[where](fields.find((field) => field.name === 'id')?.type.filterType ?? 'ID'),
      ...groupFields(name, groups),
    }),
  };
}

function conditionInput({ fields, identifier, typeStem }: Model): Definition {
  const name = typeNames.conditionInput(typeStem);
  const conditional = fields.filter((field) => !identifier.includes(field));
  return {
    kind: 'input',
    name,
    fields: fieldsFrom({ ...fieldTypes(conditional, (field) => operatorInputs.filter(field.type.filterType)), ...groupFields(name, ['and', 'or', 'not']) }),
  };
}

const groupTypes = {
  and: (name: string) => `[${name}]`,
  or: (name: string) => `[${name}]`,
  not: (name: string) => name,
};

function groupFields(name: string, groups: readonly (keyof typeof groupTypes)[]): Record<string, string> {
  return Object.fromEntries(groups.map((group) => [group, groupTypes[group](name)]));
}
