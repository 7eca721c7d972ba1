import { promisify } from 'node:util';
import { type SecondaryIndexDefinition } from '../template/api-definition';
import { type Attributes } from './attribute-values';
import { database } from './dynalite';
import { indexEntry } from './dynalite-corrections';
import { type DynaliteStore, type DynaliteTable } from './dynalite-types';
import { DynamoDbError, type DynamoDbOutput } from './engine';

interface IndexUpdate {
  readonly Create?: SecondaryIndexDefinition;
  readonly Delete?: { readonly IndexName: string };
}

/**
 * UpdateTable for what dynalite cannot do: global secondary indexes created, with the items that are there, and deleted.
 * Nothing else may write meanwhile. If the process ends half-way, the table has its old indexes.
 * @throws DynamoDbError when asked for anything else
 */
export async function updateGlobalIndexes(store: DynaliteStore, input: Record<string, unknown>): Promise<DynamoDbOutput> {
  const updates = (input.GlobalSecondaryIndexUpdates ?? []) as readonly IndexUpdate[];
  if (updates.length === 0 || updates.some((update) => !update.Create && !update.Delete)) {
    throw new DynamoDbError('ValidationException', 'UpdateTable of the embedded engine can create and delete global secondary indexes, and nothing else');
  }
  const name = String(input.TableName);
  const table = (await promisify(store.getTable)(name, false))!;
  for (const { Create: created, Delete: deleted } of updates) {
    if (deleted) {
      table.GlobalSecondaryIndexes = table.GlobalSecondaryIndexes?.filter((index) => index.IndexName !== deleted.IndexName);
      await promisify(store.tableDb.put)(name, table);
    }
    // Before a creation too: it may have ended half-way the last time.
    await promisify(store.deleteIndexDb)('Global', name, (created ?? deleted)!.IndexName);
    if (created) {
      table.AttributeDefinitions = input.AttributeDefinitions as DynaliteTable['AttributeDefinitions'];
      await fillIndex(store, table, created);
      table.GlobalSecondaryIndexes = [...(table.GlobalSecondaryIndexes ?? []), Object.assign({ IndexStatus: 'ACTIVE' }, created)];
      await promisify(store.tableDb.put)(name, table);
    }
  }
  return {};
}

/** As in DynamoDB, an item whose value for an index key is of another type, or empty, stays out of the index. */
async function fillIndex(store: DynaliteStore, table: DynaliteTable, index: SecondaryIndexDefinition): Promise<void> {
  const types = new Map(table.AttributeDefinitions.map((definition) => [definition.AttributeName, definition.AttributeType]));
  const writes: { type: 'put'; key: string; value: unknown }[] = [];
  for await (const item of store.getItemDb(table.TableName).createValueStream({}) as AsyncIterable<Attributes>) {
    const fits = index.KeySchema.every(({ AttributeName }) => item[AttributeName]?.[types.get(AttributeName)!]);
    const entry = fits ? indexEntry(database, item, table, index) : undefined;
    if (entry) {
      writes.push({ type: 'put', ...entry });
    }
  }
  await promisify(store.getIndexDb('Global', table.TableName, index.IndexName).batch)(writes);
}
