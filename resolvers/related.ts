import { type RelatedConfiguration } from '../lib/plan/configuration';
import { failOnError } from './shared/errors';
import { referenceFrom } from './shared/key';
import { MAX_ANSWER_SIZE, MAX_KEYS } from './shared/limits';
import { RELATED, type Item } from './shared/related-records';
import { runtime, util, type Context } from './shared/runtime';
import { selectedOf } from './shared/selection';
import { sizeInBytes } from './shared/size';
import { stashOf } from './shared/stash';

declare const config: RelatedConfiguration;

/**
 * Reads the records that those of a page belong to, as far as they are selected, all at once. The fields' own resolvers find them beside
 * the record then, and read what has not come along. It has a turn after the first page, which it passes on where there are more to read
 * first, and two after all.
 */
export function request(ctx: Context) {
  const { prev } = ctx;
  const stash = stashOf(ctx);
  if (stash.request && !stash.isRelatedPending) {
    stash.isRelatedPending = true;
    runtime.earlyReturn(prev?.result);
  }
  const fields = stash.through ? [stash.through] : selectedOf(ctx, Object.keys(config.belongsTo));
  const asked = stash.asked ?? {};
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
  if (count === 0 || stash.room === 0) {
    runtime.earlyReturn(prev?.result, { skipTo: stash.stepsAfter ? 'NEXT' : 'END' });
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
  const { prev } = ctx;
  const stash = stashOf(ctx);
  const { room, fields, through } = stash;
  const records = recordsOf(ctx);
  const items: Item[] = [];
  let left = room ?? roomBeside(prev?.result.items);
  for (const item of prev?.result.items) {
    const related = { ...item[RELATED] };
    for (const field of fields ?? []) {
      const { key, id } = referenceOf(field, item);
      const record = key ? records[id] : null;
      // What join records lead to takes their place, and is counted then.
      const size = record && left > 0 && !through ? sizeInBytes(record) : 0;
      if (record === null || (record && (through || (left > 0 && size <= left)))) {
        related[field] = record;
      }
      left = size <= left ? left - size : 0;
    }
    items.push({ ...item, [RELATED]: related });
  }
  stash.room = left;
  return { ...prev?.result, items: through ? reached(ctx, items) : items };
}

/** The records of the answer, by what they are known by, null for one that is not there. What was not processed, or failed, is missing. */
function recordsOf(ctx: Context): Record<string, Item | null> {
  const { result, error } = ctx;
  const { batch } = stashOf(ctx);
  const records: Record<string, Item | null> = {};
  for (const table of error ? [] : Object.keys(batch ?? {})) {
    const isWhole = (result.unprocessedKeys?.[table] ?? []).length === 0;
    batch![table]!.forEach((key, position) => {
      const record = result.data?.[table]?.[position] ?? null;
      if (record || isWhole) {
        records[table + JSON.stringify(key)] = record;
      }
    });
  }
  return records;
}

/** How much can come along with a page. */
function roomBeside(items: readonly Item[]): number {
  const left = MAX_ANSWER_SIZE - sizeInBytes(items);
  return left > 0 ? left : 0;
}

/** Which record an item belongs to, and what it is known by among those of all tables; no key for a null reference. */
function referenceOf(field: string, item: Item) {
  const { table, key } = config.belongsTo[field]!;
  const values = referenceFrom(key, item);
  return { table, key: values, id: table + JSON.stringify(values) };
}

/** The records that join records lead to, in their place: those of a page from here on. */
function reached(ctx: Context, items: readonly Item[]): Item[] {
  const stash = stashOf(ctx);
  const records = items.map((item) => item[RELATED][stash.through!]);
  failOnError(ctx);
  // No field could read it later.
  if (records.some((record) => record === undefined)) {
    util.error('not all records of the page could be read: ask for it again, or for a smaller one', 'UnprocessedKeys');
  }
  const found = records.filter((record) => record !== null);
  stash.through = null;
  stash.asked = {};
  stash.room = roomBeside(found);
  return found;
}
