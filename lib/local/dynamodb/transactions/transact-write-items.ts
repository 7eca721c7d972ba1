import { promisify } from 'node:util';
import { prepareOperation } from '../dynalite';
import { type DynaliteStore, type RecordWrite } from '../dynalite-types';
import { type DynamoDbOutput } from '../engine';
import { type ActionInput, constraintError, readActions, refuseDuplicates } from './actions';
import { runActions } from './cancellation';
import { rehearse } from './rehearsal';

/** A kind of action: the operation that does by itself what the action does in a transaction. */
interface ActionKind {
  readonly operation: 'PutItem' | 'UpdateItem' | 'DeleteItem';
  readonly expression?: 'UpdateExpression' | 'ConditionExpression';
  /** Only its condition counts. */
  readonly writesNothing?: boolean;
}

const kinds = {
  ConditionCheck: { operation: 'DeleteItem', expression: 'ConditionExpression', writesNothing: true },
  Put: { operation: 'PutItem' },
  Delete: { operation: 'DeleteItem' },
  Update: { operation: 'UpdateItem', expression: 'UpdateExpression' },
} satisfies Record<string, ActionKind>;

const kindNames = Object.keys(kinds) as (keyof typeof kinds)[];

/** Single operations take more than this, which an action does not. */
const parameters = [
  'TableName', 'Key', 'Item', 'UpdateExpression', 'ConditionExpression', 'ExpressionAttributeNames', 'ExpressionAttributeValues', 'ReturnValuesOnConditionCheckFailure',
];

/**
 * TransactWriteItems: every action is rehearsed, and when all can be done, all that they write is written at once. Nothing else may run
 * meanwhile.
 * @throws DynamoDbError
 */
export async function transactWriteItems(store: DynaliteStore, input: Record<string, unknown>): Promise<DynamoDbOutput> {
  const actions = readActions(input, kindNames, 'TransactItems can only contain one of Check, Put, Update or Delete');
  const prepared = actions.map((action, index) => {
    const { operation, expression, writesNothing }: ActionKind = kinds[action.kind];
    requireExpression(action.input, expression, `transactItems.${index + 1}.member.${lowerFirst(action.kind)}`);
    return { run: prepareOperation(store, operation, pick(action.input)), writesNothing };
  });
  await refuseDuplicates(store, actions);
  const writes: RecordWrite[] = [];
  await runActions(prepared.map(({ run, writesNothing }) => async () => {
    const rehearsed = await rehearse(store, run);
    if (!writesNothing) writes.push(...rehearsed);
  }));
  await promisify(store.db.batch.bind(store.db))(writes);
  return {};
}

function requireExpression(input: ActionInput, expression: string | undefined, path: string): void {
  if (expression && (input[expression] ?? null) === null) {
    throw constraintError('null', `${path}.${lowerFirst(expression)}`, 'Member must not be null');
  }
}

function pick(input: ActionInput): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([name]) => parameters.includes(name)));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
