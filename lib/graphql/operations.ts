import { modesOfCustomOperation, modesOfOperation, operationNames, operations, ownerArguments, typeNames, type CustomOperation, type DataModel, type Model, type Operation, type OperationName } from '../model';
import { authorizationDirectives } from './authorization-directives';
import { type Definition, type FieldDefinition } from './definitions';
import { inputType, nonNull, outputType } from './field-types';
import { indexQueryFields } from './index-queries';
import { sortArguments } from './sort-keys';

type Arguments = Record<string, string>;

const mutationArguments = (input: keyof typeof typeNames) => ({ typeStem }: Model): Arguments => ({
  input: nonNull(typeNames[input](typeStem)),
  condition: typeNames.conditionInput(typeStem),
});

const subscriptionArguments = (model: Model): Arguments => ({
  filter: typeNames.subscriptionFilterInput(model.typeStem),
  ...Object.fromEntries(ownerArguments(model).map(({ name }) => [name, 'String'])),
});

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

/** The types Query, Mutation and Subscription with the operations of all models and those that are no model's, those of them that have any. */
export function rootTypes(dataModel: DataModel): Definition[] {
  const { models, customOperations } = dataModel;
  return (['Query', 'Mutation', 'Subscription'] as const).map((root) => ({
    kind: 'type' as const,
    name: root,
    fields: [
      ...models.flatMap((model) => [
        ...operationNames.filter((name) => operations[name].root === root && model.availableOperations.includes(name)).map((name) => operationField(model, name, dataModel)),
        ...(root === 'Query' ? indexQueryFields(model, dataModel) : []),
      ]),
      ...customOperations.filter((operation) => operation.root === root).map((operation) => customOperationField(operation, dataModel)),
    ],
  })).filter(({ fields }) => fields.length > 0);
}

function operationField(model: Model, operation: OperationName, dataModel: DataModel): FieldDefinition {
  const { publishedBy }: Operation = operations[operation];
  return {
    name: model.operations[operation],
    arguments: operationArguments[operation](model),
    type: operation === 'list' ? typeNames.connection(model.typeStem) : model.name,
    directives: [...(publishedBy ? [subscribe([model.operations[publishedBy]])] : []), ...authorizationDirectives(modesOfOperation(model, operation, dataModel), dataModel)],
  };
}

function customOperationField(operation: CustomOperation, dataModel: DataModel): FieldDefinition {
  const { name, arguments: parameters, result, publishedBy } = operation;
  return {
    name,
    arguments: Object.fromEntries(parameters.map((field) => [field.name, inputType(field)])),
    type: outputType(result),
    directives: [...(publishedBy.length > 0 ? [subscribe(publishedBy)] : []), ...authorizationDirectives(modesOfCustomOperation(operation, dataModel), dataModel)],
  };
}

function subscribe(mutations: readonly string[]): string {
  return `@aws_subscribe(mutations: [${mutations.map((name) => `"${name}"`).join(', ')}])`;
}

function listArguments(model: Model): Arguments {
  const { typeStem, identifier: [partition], listsByIdentifier, primaryKey } = model;
  const page: Arguments = { filter: typeNames.filterInput(typeStem), limit: 'Int', nextToken: 'String' };
  if (!listsByIdentifier) return page;
  return {
    [partition!.name]: partition!.type.graphqlType,
    ...sortArguments(primaryKey.sort, typeNames.compositeKeyConditionInput(typeStem)),
    ...page,
    sortDirection: 'ModelSortDirection',
  };
}
