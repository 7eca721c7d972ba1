import { type Readable } from 'node:stream';
import { type KeySchemaElement, type SecondaryIndexDefinition } from '../template/api-definition';
import { type Attributes } from './attribute-values';

/** A callback in Node's form. */
export type Callback<T = unknown> = (error: unknown, value?: T) => void;

/** The records of one table or index in dynalite's store. */
interface DynaliteRecords {
  get(key: string, callback: Callback): void;
  put(key: string, value: unknown, callback: Callback): void;
  del(key: string, callback: Callback): void;
  batch(writes: readonly { type: 'put'; key: string; value: unknown }[], callback: Callback): void;
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

/** The functions of dynalite's `db` module that its actions call. */
export interface DynaliteDatabase {
  create(options: object): DynaliteStore;
  createKey(item: object, table: DynaliteTable, keySchema?: SecondaryIndexDefinition['KeySchema']): string;
  createIndexKey(item: object, table: DynaliteTable, keySchema: SecondaryIndexDefinition['KeySchema']): string;
  validateItem(item: Attributes, table: DynaliteTable): Error | null | undefined;
  validationError(message: string): Error;
  updateIndexes(store: DynaliteStore, table: DynaliteTable, before: Attributes | undefined, after: Attributes | null | undefined, callback: Callback): void;
}
