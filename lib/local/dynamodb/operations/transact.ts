import { attributesToHandler } from '../attribute-values';
import { dataSourceError } from '../data-source-error';
import { type CancellationReason, DynamoDbError, type DynamoDbOutput } from '../engine';

/**
 * Sends a transaction. The result that comes with an error has, as AppSync promises, the same fields as that of a success.
 *
 * @param resultField where the result of a success is
 */
export async function transact(resultField: 'keys' | 'items', send: () => Promise<DynamoDbOutput>): Promise<DynamoDbOutput> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof DynamoDbError)) throw error;
    const reasons = error.details.CancellationReasons as readonly CancellationReason[] | undefined;
    throw dataSourceError(error, { [resultField]: null, cancellationReasons: reasons?.map(reasonToHandler) ?? null });
  }
}

/** As the documentation shows them, an action that did not fail has a message too. */
function reasonToHandler({ Code, Message, Item }: CancellationReason): Record<string, unknown> {
  return { ...(Item && { item: attributesToHandler(Item) }), type: Code, message: Message ?? Code };
}
