import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { correctDynalite } from './dynalite-corrections';
import { type Callback, type DynaliteDatabase, type DynaliteError, type DynaliteStore } from './dynalite-types';
import { DynamoDbError, type DynamoDbOutput } from './engine';
import { correctExpressions } from './expression-corrections';

interface Validations {
  checkTypes(input: object, types: object): object;
  checkValidations(input: object, types: object, custom: unknown, store: DynaliteStore): void;
}

interface Operation {
  readonly action: Action;
  readonly types: object;
  readonly custom: unknown;
}

type Action = (store: DynaliteStore, input: object, callback: Callback<DynamoDbOutput>) => void;

const load = createRequire(__filename);
/** dynalite's `db` module, corrected. */
export const database: DynaliteDatabase = load('dynalite/db');
const validations: Validations = load('dynalite/validations');

correctDynalite(database);
correctExpressions(database);

/** A store in the directory, or in memory without one. */
export function createStore(directory: string | undefined): DynaliteStore {
  const store = database.create({ path: directory, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  // dynalite's own streams never close their iterator, which then holds on to a snapshot of all data.
  store.db.createValueStream = (range) => Readable.from(store.db.values(range));
  return store;
}

/** Validates and runs one operation, as dynalite's HTTP server would. */
export async function runOperation(store: DynaliteStore, name: string, input: Record<string, unknown>): Promise<DynamoDbOutput> {
  return prepareOperation(store, name, input)();
}

/**
 * Validates one operation by itself, before any table is looked at, and gives the function that runs it.
 * @throws DynamoDbError as does the function
 */
export function prepareOperation(store: DynaliteStore, name: string, input: Record<string, unknown>): () => Promise<DynamoDbOutput> {
  const { action, types, custom } = operationNamed(name);
  try {
    const checked = validations.checkTypes({ ...input }, types);
    validations.checkValidations(checked, types, custom, store);
    return () => promisify(action)(store, checked).then((output) => output!, (error) => { throw dynamoDbError(error); });
  } catch (error) {
    throw dynamoDbError(error as Error);
  }
}

/** An exception of DynamoDB for an error that has the body of one; other errors stay as they are. */
export function dynamoDbError(error: Error | DynaliteError): Error {
  if (!('body' in error)) return error;
  const { __type, message, Message, ...details } = error.body;
  return new DynamoDbError(__type.split('#').at(-1)!, message ?? Message ?? '', details);
}

const writes = ['PutItem', 'UpdateItem', 'DeleteItem'];
/** What dynalite's validations of writes lack. */
const conditionTypes = { ReturnValuesOnConditionCheckFailure: { type: 'String', enum: ['ALL_OLD', 'NONE'] } };

const operations = new Map<string, Operation>();

function operationNamed(name: string): Operation {
  const known = operations.get(name);
  if (known) return known;
  const file = name.charAt(0).toLowerCase() + name.slice(1);
  const { types, custom } = load(`dynalite/validations/${file}`);
  const operation: Operation = { action: load(`dynalite/actions/${file}`), types: writes.includes(name) ? { ...types, ...conditionTypes } : types, custom };
  operations.set(name, operation);
  return operation;
}
