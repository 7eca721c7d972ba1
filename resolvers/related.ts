import { type RelatedConfiguration } from '../lib/plan/configuration';
import { failOnError } from './shared/errors';
import { keyFrom } from './shared/key';
import { MAX_KEYS } from './shared/limits';
import { RELATED, type Item } from './shared/related-records';
import { runtime, util, type Context } from './shared/runtime';

declare const config: RelatedConfiguration;

/** How much comes along with a page, in characters of JSON: a record does so once for each that belongs to it. */
const MAX_SIZE = 1000000;

/**
 * Reads the records that those of a page belong to, as far as they are selected, all at once. The fields' own resolvers find them beside
 * the record then, and read what has not come along. It runs after the first page, unless there are more to read first, and after all.
 */
export function request(ctx: Context) {
  const { stash, prev } = ctx;
  if (stash.request && !stash.isRelatedPending) {
    stash.isRelatedPending = true;
    runtime.earlyReturn(prev?.result);
  }
  const fields = stash.through ? [stash.through] : selectedFields(ctx);
  const asked: Record<string, boolean> = stash.asked ?? {};
  const batch: Record<string, Item[]> = {};
  let count = 0;
  for (const item of prev?.result.items) {
    for (const field of fields) {
      const { table, key, id } = referenceOf(field, item);
      if (key && !asked[id]) {
        if (count < MAX_KEYS) {
          asked[id] = true;
          batch[table] = [...(batch[table] ?? []), key];
        }
        count += 1;
      }
    }
  }
  if (count === 0) {
    runtime.earlyReturn(prev?.result, { skipTo: 'END' });
  }
  const tables: Record<string, unknown> = {};
  for (const table of Object.keys(batch)) {
    tables[table] = { keys: batch[table]!.map((key) => util.dynamodb.toMapValues(key)) };
  }
  stash.fields = fields;
  stash.asked = asked;
  stash.batch = batch;
  stash.isRelatedPending = count > MAX_KEYS;
  return { operation: 'BatchGetItem', tables };
}

export function response(ctx: Context) {
  const { stash, prev, result, error } = ctx;
  const { batch, fields, through } = stash;
  const records: Record<string, Item | null> = {};
  // What was not processed, or failed, is told or read again by the fields' own resolvers.
  for (const table of error ? [] : Object.keys(batch)) {
    const isWhole = (result.unprocessedKeys?.[table] ?? []).length === 0;
    const keys: Item[] = batch[table];
    keys.forEach((key, position) => {
      const record = result.data[table][position];
      if (record || isWhole) {
        records[table + JSON.stringify(key)] = record;
      }
    });
  }
  const items: Item[] = [];
  let room = stash.room ?? MAX_SIZE;
  for (const item of prev?.result.items) {
    const related = { ...item[RELATED] };
    for (const field of fields) {
      const { key, id } = referenceOf(field, item);
      const record = key ? records[id] : null;
      room -= record ? JSON.stringify(record).length : 0;
      if (record === null || (record && (through || room > 0))) {
        related[field] = record;
      }
    }
    items.push({ ...item, [RELATED]: related });
  }
  stash.room = room;
  return { ...prev?.result, items: through ? reached(ctx, items) : items };
}

/** The records that join records lead to, in their place. */
function reached(ctx: Context, items: readonly Item[]): Item[] {
  const { stash } = ctx;
  const records = items.map((item) => item[RELATED][stash.through]);
  failOnError(ctx);
  // No field could read it later.
  if (records.some((record) => record === undefined)) {
    util.error('not all records of the page could be read: ask for it again', 'UnprocessedKeys');
  }
  stash.through = null;
  stash.asked = null;
  return records.filter((record) => record !== null);
}

/** The fields that lead to a record which each of the page belongs to, those that are selected. */
function selectedFields(ctx: Context): string[] {
  const { info } = ctx;
  const selected = info.selectionSetList.map((path) => path.split('/')[1]);
  // The paths have aliases instead of names. What is read for nothing then does no harm.
  return Object.keys(config.belongsTo).filter((field) => selected.includes(field) || info.selectionSetGraphQL.includes(`: ${field} `));
}

/** Which record an item belongs to, and what it is known by among those of all tables; no key for a null reference. */
function referenceOf(field: string, item: Item) {
  const { table, key } = config.belongsTo[field]!;
  const values = keyFrom(key, item);
  return { table, key: values, id: table + JSON.stringify(values) };
}
