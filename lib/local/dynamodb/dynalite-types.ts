import { type Readable } from 'node:stream';
import { type KeySchemaElement, type SecondaryIndexDefinition } from '../template/api-definition';
import { type AttributeValue, type Attributes } from './attribute-values';
import { type Expression } from './expression-evaluation';

/** A callback in Node's form. */
export type Callback<T = unknown> = (error: unknown, value?: T) => void;

/** A record that is to be written to dynalite's store, or deleted from it. */
export type RecordWrite = { readonly type: 'put'; readonly key: string; readonly value: unknown } | { readonly type: 'del'; readonly key: string };

/** The records of one table or index in dynalite's store. */
interface DynaliteRecords {
  get(key: string, callback: Callback): void;
  put(key: string, value: unknown, callback: Callback): void;
  del(key: string, callback: Callback): void;
  batch(writes: readonly RecordWrite[], callback: Callback): void;
  createValueStream(range: object): Readable;
}

/** A table as dynalite stores it, which is also how DescribeTable shows it. */
export interface DynaliteTable {
  readonly TableName: string;
  readonly KeySchema: readonly KeySchemaElement[];
  AttributeDefinitions: readonly { readonly AttributeName: string; readonly AttributeType: string }[];
  GlobalSecondaryIndexes?: SecondaryIndexDefinition[];
  LocalSecondaryIndexes?: SecondaryIndexDefinition[];
}

export type IndexType = 'Global' | 'Local';

/** Where dynalite keeps tables, items and index entries: LevelDB, in memory or in a directory. */
export interface DynaliteStore {
  readonly db: {
    put(key: string, value: unknown, callback: Callback): void;
    del(key: string, callback: Callback): void;
    batch(writes: readonly RecordWrite[], callback: Callback): void;
    open(): Promise<void>;
    close(callback: Callback): void;
    values(range: object): AsyncIterable<unknown>;
    createValueStream(range: object): Readable;
  };
  readonly tableDb: DynaliteRecords;
  getTable(name: string, checkStatus: boolean, callback: Callback<DynaliteTable>): void;
  getItemDb(table: string): DynaliteRecords;
  getIndexDb(type: IndexType, table: string, index: string): DynaliteRecords;
  deleteIndexDb(type: IndexType, table: string, index: string, callback: Callback): void;
}

/** An error with the body of DynamoDB's answer. */
export interface DynaliteError extends Error {
  body: { readonly __type: string; readonly message?: string; readonly Message?: string; readonly [detail: string]: unknown };
}

/** What matters in a write once it is validated, when its condition is checked. */
interface ConditionalInput {
  readonly _condition?: { readonly expression: Expression };
  readonly ReturnValuesOnConditionCheckFailure?: string;
}

/** What matters in a Query or Scan once it is validated, when its items have been found. */
export interface ReadInput {
  readonly _filter?: { readonly expression: Expression };
  readonly _projection?: { readonly paths: readonly unknown[] };
  readonly Select?: string;
}

/** A page of a Query or Scan. */
export interface ReadOutput {
  Count: number;
  Items?: Attributes[];
}

/** The functions of dynalite's `db` module that its actions call. */
export interface DynaliteDatabase {
  create(options: object): DynaliteStore;
  createKey(item: object, table: DynaliteTable, keySchema?: SecondaryIndexDefinition['KeySchema']): string;
  createIndexKey(item: object, table: DynaliteTable, keySchema: SecondaryIndexDefinition['KeySchema']): string;
  validateItem(item: Attributes, table: DynaliteTable): Error | null | undefined;
  validateKey(key: Attributes, table: DynaliteTable): Error | null | undefined;
  validationError(message: string): DynaliteError;
  checkConditional(input: ConditionalInput, item: Attributes | undefined): DynaliteError | null | undefined;
  compare(comparator: string, value: AttributeValue | undefined, operands: AttributeValue | readonly AttributeValue[]): boolean;
  mapPaths(paths: readonly unknown[], item: Attributes): Attributes;
  queryTable(store: DynaliteStore, table: DynaliteTable, input: ReadInput, range: object, isLocal: boolean, readsItems: boolean, startKey: readonly string[], callback: Callback<ReadOutput>): void;
  updateIndexes(store: DynaliteStore, table: DynaliteTable, before: Attributes | undefined, after: Attributes | null | undefined, callback: Callback): void;
}
