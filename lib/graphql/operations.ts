import { operationNames, operations, typeNames, type CustomOperation, type DataModel, type Model, type Operation, type OperationName } from '../model';
import { type Definition, type FieldDefinition } from './definitions';
import { inputType, nonNull, outputType } from './field-types';
import { indexQueryFields } from './index-queries';
import { sortArguments } from './sort-keys';

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

/** The types Query, Mutation and Subscription with the operations of all models and those that are no model's, those of them that have any. */
export function rootTypes({ models, customOperations }: DataModel): Definition[] {
  return (['Query', 'Mutation', 'Subscription'] as const).map((root) => ({
    kind: 'type' as const,
    name: root,
    fields: [
      ...models.flatMap((model) => [
        ...operationNames.filter((name) => operations[name].root === root && model.availableOperations.includes(name)).map((name) => operationField(model, name)),
        ...(root === 'Query' ? indexQueryFields(model) : []),
      ]),
      ...customOperations.filter((operation) => operation.root === root).map(customOperationField),
    ],
  })).filter(({ fields }) => fields.length > 0);
}

function operationField(model: Model, operation: OperationName): FieldDefinition {
  const { publishedBy }: Operation = operations[operation];
  return {
    name: model.operations[operation],
    arguments: operationArguments[operation](model),
    type: operation === 'list' ? typeNames.connection(model.typeStem) : model.name,
    ...(publishedBy && { directives: [subscribe([model.operations[publishedBy]])] }),
  };
}

function customOperationField({ name, arguments: parameters, result, publishedBy }: CustomOperation): FieldDefinition {
  return {
    name,
    arguments: Object.fromEntries(parameters.map((field) => [field.name, inputType(field)])),
    type: outputType(result),
    ...(publishedBy.length > 0 && { directives: [subscribe(publishedBy)] }),
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
