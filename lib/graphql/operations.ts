import { operationNames, operations, typeNames, type Model, type OperationName } from '../model';
import { fieldsFrom, type Definition, type FieldDefinition } from './definitions';
import { nonNull } from './field-types';
import { operandsOf, operatorInputs } from './operators';

type Arguments = Record<string, string>;

const mutationArguments = (input: keyof typeof typeNames) => ({ typeStem }: Model): Arguments => ({
  input: nonNull(typeNames[input](typeStem)),
  condition: typeNames.conditionInput(typeStem),
});

const subscriptionArguments = ({ typeStem }: Model): Arguments => ({ filter: typeNames.subscriptionFilterInput(typeStem) });

/** What each operation takes. */
const operationArguments: Readonly<Record<OperationName, (model: Model) => Arguments>> = {
  get: ({ identifier }) => Object.fromEntries(identifier.map((field) => [field.name, nonNull(field.type.graphqlType)])),
  list: listArguments,
  create: mutationArguments('createInput'),
  update: mutationArguments('updateInput'),
  delete: mutationArguments('deleteInput'),
  onCreate: subscriptionArguments,
  onUpdate: subscriptionArguments,
  onDelete: subscriptionArguments,
};

/** The mutation whose results a subscription gets. */
const publishedBy: Partial<Record<OperationName, OperationName>> = { onCreate: 'create', onUpdate: 'update', onDelete: 'delete' };

/** The types Query, Mutation and Subscription with the operations of all models. */
export function rootTypes(models: readonly Model[]): Definition[] {
  return (['Query', 'Mutation', 'Subscription'] as const).map((root) => ({
    kind: 'type',
    name: root,
    fields: models.flatMap((model) => operationNames.filter((name) => operations[name].root === root).map((name) => operationField(model, name))),
  }));
}

function operationField(model: Model, operation: OperationName): FieldDefinition {
  const published = publishedBy[operation];
  return {
    name: model.operations[operation],
    arguments: operationArguments[operation](model),
    type: operation === 'list' ? typeNames.connection(model.typeStem) : model.name,
    ...(published && { directives: [`@aws_subscribe(mutations: ["${model.operations[published]}"])`] }),
  };
}

function listArguments({ typeStem, identifier: [partition, ...sort], listsByIdentifier, sortArgument }: Model): Arguments {
  const page: Arguments = { filter: typeNames.filterInput(typeStem), limit: 'Int', nextToken: 'String' };
  if (!listsByIdentifier) return page;
  return {
    [partition!.name]: partition!.type.graphqlType,
    ...(sortArgument !== undefined && { [sortArgument]: sort.length > 1 ? typeNames.compositeKeyConditionInput(typeStem) : operatorInputs.key(sort[0]!.type.filterType) }),
    ...page,
    sortDirection: 'ModelSortDirection',
  };
}

/** The inputs that a condition on several sort key fields takes. */
export function compositeKeyInputs({ typeStem, identifier: [, ...sort] }: Model): Definition[] {
  if (sort.length < 2) return [];
  const key = typeNames.compositeKeyInput(typeStem);
  return [
    { kind: 'input', name: typeNames.compositeKeyConditionInput(typeStem), fields: fieldsFrom(operandsOf('String', 'key', key)) },
    { kind: 'input', name: key, fields: sort.map(({ name, type }) => ({ name, type: type.filterType })) },
  ];
}
