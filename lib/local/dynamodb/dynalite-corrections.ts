import { callbackify, promisify } from 'node:util';
import { type SecondaryIndexDefinition } from '../template/api-definition';
import { type Attributes } from './attribute-values';
import { type DynaliteDatabase, type DynaliteStore, type DynaliteTable, type IndexType } from './dynalite-types';

/**
 * Puts right, in dynalite's own module, what its actions do differently from DynamoDB:
 *
 * - An index entry's key has 24 bits of the item's key only, so of thousands of items with one index key some vanish from
 *   the index. It gets the whole key.
 * - An empty string or binary value is accepted for a key attribute of an index. It is refused, in DynamoDB's words; those for an
 *   empty key of the table are put right.
 */
export function correctDynalite(database: DynaliteDatabase): void {
  const { createKey, validateItem, validateKey, validationError } = database;

  database.createIndexKey = (item, table, keySchema) => createKey(item, table, keySchema) + createKey(item, table);

  database.validateItem = (item, table) => {
    const invalid = validateItem(item, table);
    const empty = invalid ? undefined : emptyIndexKey(item, table);
    return empty
      ? validationError(`One or more parameter values are not valid. A value specified for a secondary index key is not supported. ${empty.reason} IndexName: ${empty.index}, IndexKey: ${empty.attribute}`)
      : invalid;
  };

  database.validateKey = (key, table) => {
    const invalid = validateKey(key, table);
    return invalid && validationError(invalid.message.replace('were invalid: The AttributeValue', 'are not valid. The AttributeValue'));
  };

  const updateIndexes = async (store: DynaliteStore, table: DynaliteTable, before: Attributes | undefined, after: Attributes | null | undefined): Promise<void> => {
    const empty = after && emptyIndexKey(after, table);
    if (empty) {
      // PutItem and BatchWriteItem have been checked before: this is an update, whose outcome is known only now.
      throw validationError(`One or more parameter values are not valid. The update expression attempted to update a secondary index key to a value that is not supported. ${empty.reason}`);
    }
    await Promise.all(secondaryIndexes(table).map(async ({ type, index }) => {
      const records = store.getIndexDb(type, table.TableName, index.IndexName);
      const oldEntry = before && indexEntry(database, before, table, index);
      const entry = after && indexEntry(database, after, table, index);
      if (oldEntry && oldEntry.key !== entry?.key) {
        await promisify(records.del)(oldEntry.key);
      }
      if (entry) {
        await promisify(records.put)(entry.key, entry.value);
      }
    }));
  };
  database.updateIndexes = callbackify(updateIndexes);
}

/** An item's entry in an index; nothing for an item that lacks one of the index's key attributes. */
export function indexEntry(database: DynaliteDatabase, item: Attributes, table: DynaliteTable, index: SecondaryIndexDefinition): { key: string; value: Attributes } | undefined {
  const names = index.KeySchema.map((element) => element.AttributeName);
  if (names.some((name) => !item[name])) {
    return undefined;
  }
  const { ProjectionType, NonKeyAttributes = [] } = index.Projection;
  const projected = new Set([...names, ...table.KeySchema.map((element) => element.AttributeName), ...NonKeyAttributes]);
  const value = ProjectionType === 'ALL' ? item : Object.fromEntries(Object.entries(item).filter(([name]) => projected.has(name)));
  return { key: database.createIndexKey(item, table, index.KeySchema), value };
}

function secondaryIndexes(table: DynaliteTable): { type: IndexType; index: SecondaryIndexDefinition }[] {
  return [
    ...(table.GlobalSecondaryIndexes ?? []).map((index) => ({ type: 'Global' as const, index })),
    ...(table.LocalSecondaryIndexes ?? []).map((index) => ({ type: 'Local' as const, index })),
  ];
}

/** The first index by name, as DynamoDB reports it, that the item has an empty key attribute for. */
function emptyIndexKey(item: Attributes, table: DynaliteTable): { index: string; attribute: string; reason: string } | undefined {
  const kinds = { S: 'string', B: 'binary' };
  return secondaryIndexes(table)
    .flatMap(({ index }) => index.KeySchema.map(({ AttributeName }) => ({ index: index.IndexName, attribute: AttributeName })))
    .sort((one, other) => (one.index < other.index ? -1 : 1))
    .flatMap(({ index, attribute }) => {
      const kind = (['S', 'B'] as const).find((type) => item[attribute]?.[type] === '');
      return kind ? [{ index, attribute, reason: `The AttributeValue for a key attribute cannot contain an empty ${kinds[kind]} value.` }] : [];
    })[0];
}
