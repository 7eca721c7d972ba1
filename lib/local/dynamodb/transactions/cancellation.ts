import { type CancellationReason, DynamoDbError } from '../engine';

/** What a reason is called for the exception that an action by itself would end with. */
const codes = new Map([['ConditionalCheckFailedException', 'ConditionalCheckFailed'], ['ValidationException', 'ValidationError']]);

/** DynamoDB looks for empty keys before it begins with a transaction, so that they are an error of the whole request. */
const beforehand = 'cannot contain an empty';

/** Runs one action after the other; all of them, so that each has its reason. */
export async function runActions(actions: readonly (() => Promise<unknown>)[]): Promise<void> {
  const reasons: CancellationReason[] = [];
  for (const action of actions) {
    reasons.push(await action().then(() => ({ Code: 'None' }), reasonOf));
  }
  if (reasons.some(({ Code }) => Code !== 'None')) {
    const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.map(({ Code }) => Code).join(', ')}]`;
    throw new DynamoDbError('TransactionCanceledException', message, { CancellationReasons: reasons });
  }
}

function reasonOf(error: unknown): CancellationReason {
  const code = error instanceof DynamoDbError && !error.message.includes(beforehand) ? codes.get(error.name) : undefined;
  if (!code) throw error;
  const { message, details } = error as DynamoDbError;
  return { Code: code, Message: message, ...details };
}
