import { promisify } from 'node:util';
import { comparableAttributes, type Attributes } from '../attribute-values';
import { dynamoDbError } from '../dynalite';
import { type DynaliteStore } from '../dynalite-types';
import { DynamoDbError } from '../engine';

const MAX_ACTIONS = 100;

/** An action's parameters, as the operation of its kind takes them. */
export interface ActionInput extends Record<string, unknown> {
  readonly TableName: string;
  readonly Key?: Attributes;
  readonly Item?: Attributes;
}

/** One of a transaction's actions. */
export interface Action<Kind extends string> {
  readonly kind: Kind;
  readonly input: ActionInput;
}

/**
 * Reads the actions of a transaction.
 * @throws DynamoDbError unless there are 1 to 100, each of one kind
 */
export function readActions<Kind extends string>({ TransactItems }: Record<string, unknown>, kinds: readonly Kind[], refusal: string): readonly Action<Kind>[] {
  if (!Array.isArray(TransactItems)) throw constraintError('null', 'transactItems', 'Member must not be null');
  if (TransactItems.length === 0) throw constraintError("'[]'", 'transactItems', 'Member must have length greater than or equal to 1');
  if (TransactItems.length > MAX_ACTIONS) {
    throw constraintError(`'${JSON.stringify(TransactItems)}'`, 'transactItems', `Member must have length less than or equal to ${MAX_ACTIONS}`);
  }
  return TransactItems.map((member: Record<string, ActionInput | undefined>) => {
    const [kind, ...others] = kinds.filter((candidate) => member[candidate]);
    if (!kind || others.length > 0) throw new DynamoDbError('ValidationException', refusal);
    return { kind, input: member[kind]! };
  });
}

/** A validation error in DynamoDB's words. */
export function constraintError(value: string, member: string, constraint: string): DynamoDbError {
  return new DynamoDbError('ValidationException', `1 validation error detected: Value ${value} at '${member}' failed to satisfy constraint: ${constraint}`);
}

/** @throws DynamoDbError when a table is not there, or when two actions are on one item, whichever way its numbers are written */
export async function refuseDuplicates(store: DynaliteStore, actions: readonly Action<string>[]): Promise<void> {
  const getTable = promisify(store.getTable);
  const targets = await Promise.all(actions.map(async ({ input: { TableName, Item, Key = Item } }) => {
    const { KeySchema } = (await getTable(TableName, true).catch((error) => { throw dynamoDbError(error); }))!;
    const names = KeySchema.map(({ AttributeName }) => AttributeName);
    return `${TableName} ${comparableAttributes(Object.fromEntries(Object.entries(Key!).filter(([name]) => names.includes(name))))}`;
  }));
  if (new Set(targets).size < targets.length) {
    throw new DynamoDbError('ValidationException', 'Transaction request cannot include multiple operations on one item');
  }
}
