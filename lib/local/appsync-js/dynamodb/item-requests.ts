import { toItemValues } from './item-values';
import { expressionPart, given, projectionPart } from './request-parts';
import { toUpdateExpression } from './update-expression';

type Values = Readonly<Record<string, unknown>>;

interface WriteInput {
  readonly key: Values;
  readonly condition?: unknown;
  readonly customPartitionKey?: string;
  readonly populateIndexFields?: boolean;
  readonly _version?: number;
}

const versioning = ['customPartitionKey', 'populateIndexFields', '_version'] as const;

/** The functions of `@aws-appsync/utils/dynamodb` about one item. */
export const itemRequests = {
  get: (input: { readonly key: Values; readonly consistentRead?: boolean; readonly projection?: readonly string[] }) => ({
    operation: 'GetItem',
    key: toItemValues(input.key),
    ...given(input, 'consistentRead'),
    ...projectionPart(input.projection),
  }),
  put: (input: WriteInput & { readonly item: Values }) => ({
    operation: 'PutItem',
    key: toItemValues(input.key),
    attributeValues: toItemValues(input.item),
    ...expressionPart('put', 'condition', input.condition),
    ...given(input, ...versioning),
  }),
  update: (input: WriteInput & { readonly update: Values }) => ({
    operation: 'UpdateItem',
    key: toItemValues(input.key),
    update: toUpdateExpression('update', input.update),
    ...expressionPart('update', 'condition', input.condition),
    ...given(input, ...versioning),
  }),
  remove: (input: WriteInput) => ({
    operation: 'DeleteItem',
    key: toItemValues(input.key),
    ...expressionPart('remove', 'condition', input.condition),
    ...given(input, ...versioning),
  }),
};
