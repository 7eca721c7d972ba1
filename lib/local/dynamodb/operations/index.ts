import { batchGetItem } from './batch-get-item';
import { batchDeleteItem, batchPutItem } from './batch-write-item';
import { getItem } from './get-item';
import { type Operation } from './operation';
import { query, scan } from './read-page';
import { transactGetItems } from './transact-get-items';
import { transactWriteItems } from './transact-write-items';
import { deleteItem, putItem, updateItem } from './write-item';

/** By the name in a request object's `operation`. */
export const operations: ReadonlyMap<unknown, Operation> = new Map(Object.entries({
  GetItem: getItem,
  PutItem: putItem,
  UpdateItem: updateItem,
  DeleteItem: deleteItem,
  Query: query,
  Scan: scan,
  BatchGetItem: batchGetItem,
  BatchPutItem: batchPutItem,
  BatchDeleteItem: batchDeleteItem,
  TransactGetItems: transactGetItems,
  TransactWriteItems: transactWriteItems,
}));
