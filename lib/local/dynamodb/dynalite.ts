import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { correctDynalite } from './dynalite-corrections';
import { type Callback, type DynaliteDatabase, type DynaliteStore } from './dynalite-types';
import { type DynamoDbOutput } from './engine';

interface Validations {
  checkTypes(input: object, types: object): object;
  checkValidations(input: object, types: object, custom: unknown, store: DynaliteStore): void;
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
  const file = name.charAt(0).toLowerCase() + name.slice(1);
  const action: Action = load(`dynalite/actions/${file}`);
  const { types, custom }: { types: object; custom: unknown } = load(`dynalite/validations/${file}`);
  return new Promise((resolve, reject) => {
    const checked = validations.checkTypes({ ...input }, types);
    validations.checkValidations(checked, types, custom, store);
    action(store, checked, (error, output) => (error ? reject(error) : resolve(output!)));
  });
}
