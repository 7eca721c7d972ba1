import { DataSourceError } from '../../data-source';
import { type Attributes, attributesFromHandler, attributesToHandler, comparableAttributes } from '../attribute-values';
import { dataSourceError } from '../data-source-error';
import { DynamoDbError, type DynamoDbOperation } from '../engine';
import { expressionInput } from '../expressions';
import { readFields, type RequestFields } from '../../request-fields';
import { type Operation, type OperationContext } from './operation';

const fields: RequestFields = { key: 'required', condition: 'optional', customPartitionKey: 'versioned', populateIndexFields: 'versioned', _version: 'versioned' };

/** What a condition has beside its expression. */
interface ConditionOptions {
  readonly equalsIgnore?: readonly string[];
  readonly consistentRead?: boolean;
  readonly conditionalCheckFailedHandler?: unknown;
}

const condition = (request: Record<string, unknown>): ConditionOptions => request.condition ?? {};

/** The item as it is stored now. */
export const putItem: Operation = {
  fields: { ...fields, attributeValues: 'required' },
  async run(request, context) {
    const item = { ...attributesFromHandler(request.attributeValues, '$[attributeValues]'), ...attributesFromHandler(request.key, '$[key]') };
    const { equalsIgnore: ignored = [] } = condition(request);
    const comparable = (attributes: Attributes): string =>
      comparableAttributes(Object.fromEntries(Object.entries(attributes).filter(([name]) => !ignored.includes(name))));
    const { Attributes: current = item } = await write('PutItem', { Item: item }, request, context, (stored) => stored !== undefined && comparable(stored) === comparable(item));
    return attributesToHandler(current);
  },
};

/** The whole item after the update. */
export const updateItem: Operation = {
  fields: { ...fields, update: 'required' },
  async run(request, context) {
    const key = attributesFromHandler(request.key, '$[key]');
    const { Attributes } = await write('UpdateItem', { Key: key, ReturnValues: 'ALL_NEW' }, request, context, () => false);
    return attributesToHandler(Attributes!);
  },
};

/** The item that was deleted; null if there was none. */
export const deleteItem: Operation = {
  fields,
  async run(request, context) {
    const key = attributesFromHandler(request.key, '$[key]');
    const { Attributes } = await write('DeleteItem', { Key: key, ReturnValues: 'ALL_OLD' }, request, context, (stored) => stored === undefined);
    return Attributes ? attributesToHandler(Attributes) : null;
  },
};

/**
 * Writes, and when the condition fails does what AppSync does by default: it reads the item, and if that is as the write
 * would have left it, the write counts as done.
 * https://docs.aws.amazon.com/appsync/latest/devguide/js-aws-appsync-resolver-reference-dynamodb-condition-expressions.html
 */
async function write(
  operation: DynamoDbOperation,
  input: Record<string, unknown>,
  request: Record<string, unknown>,
  { table, engine, send }: OperationContext,
  isDone: (stored: Attributes | undefined) => boolean,
): Promise<{ Attributes?: Attributes }> {
  const { consistentRead = true, conditionalCheckFailedHandler } = condition(request);
  if (conditionalCheckFailedHandler) {
    const { strategy } = readFields(conditionalCheckFailedHandler, { strategy: 'required', lambdaArn: 'optional' }, '$[condition][conditionalCheckFailedHandler]');
    if (strategy !== 'Reject') {
      throw new DataSourceError(`'$[condition][conditionalCheckFailedHandler][strategy]' is ${JSON.stringify(strategy)}, but the local API supports 'Reject' only.`, 'MappingTemplate');
    }
  }
  try {
    return await send(operation, { TableName: table, ...input, ...expressionInput(request) });
  } catch (error) {
    if (!(error instanceof DynamoDbError && error.name === 'ConditionalCheckFailedException')) {
      throw error;
    }
    const Key = attributesFromHandler(request.key, '$[key]');
    const { Item: stored } = await engine.request('GetItem', { TableName: table, Key, ConsistentRead: consistentRead });
    if (isDone(stored)) {
      return { Attributes: stored };
    }
    throw dataSourceError(error, stored ? attributesToHandler(stored) : null);
  }
}
