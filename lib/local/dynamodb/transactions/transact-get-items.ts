import { prepareOperation } from '../dynalite';
import { type DynaliteStore } from '../dynalite-types';
import { type DynamoDbOutput, type ItemResponse } from '../engine';
import { readActions, refuseDuplicates } from './actions';
import { runActions } from './cancellation';

/**
 * TransactGetItems: several items as they are at one moment, for which nothing else may write meanwhile.
 * @throws DynamoDbError
 */
export async function transactGetItems(store: DynaliteStore, input: Record<string, unknown>): Promise<DynamoDbOutput> {
  const actions = readActions(input, ['Get'], 'TransactItems can only contain Get');
  const reads = actions.map(({ input: { TableName, Key, ProjectionExpression, ExpressionAttributeNames } }) =>
    prepareOperation(store, 'GetItem', { TableName, Key, ProjectionExpression, ExpressionAttributeNames }));
  await refuseDuplicates(store, actions);
  const Responses: ItemResponse[] = [];
  await runActions(reads.map((read) => async () => {
    const { Item } = await read();
    Responses.push(Item ? { Item } : {});
  }));
  return { Responses };
}
