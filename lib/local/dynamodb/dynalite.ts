import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { compareDeeply } from './deep-equality';
import { correctDynalite } from './dynalite-corrections';
import { type Callback, type DynaliteDatabase, type DynaliteStore } from './dynalite-types';
import { type DynamoDbOutput } from './engine';

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

/** A store in the directory, or in memory without one. */
export function createStore(directory: string | undefined): DynaliteStore {
  const store = database.create({ path: directory, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  // dynalite's own streams never close their iterator, which then holds on to a snapshot of all data.
  store.db.createValueStream = (range) => Readable.from(store.db.values(range));
  return store;
}

/** Validates and runs one operation, as dynalite's HTTP server would. */
export function runOperation(store: DynaliteStore, name: string, input: Record<string, unknown>): Promise<DynamoDbOutput> {
  const { action, types, custom } = operationNamed(name);
  return new Promise((resolve, reject) => {
    const checked = validations.checkTypes({ ...input }, types);
    validations.checkValidations(checked, types, custom, store);
    compareDeeply(checked);
    action(store, checked, (error, output) => (error ? reject(error) : resolve(output!)));
  });
}

const operations = new Map<string, Operation>();

function operationNamed(name: string): Operation {
  const known = operations.get(name);
  if (known) return known;
  const file = name.charAt(0).toLowerCase() + name.slice(1);
  const { types, custom } = load(`dynalite/validations/${file}`);
  const operation: Operation = { action: load(`dynalite/actions/${file}`), types, custom };
  operations.set(name, operation);
  return operation;
}
