import { type BelongsToConfiguration } from '../lib/plan/configuration';
import { referenceFrom } from './shared/key';
import { RELATED, type Item } from './shared/related-records';
import { runtime, util, type Context } from './shared/runtime';
import { stashOf } from './shared/stash';

declare const config: BelongsToConfiguration;

export function request(ctx: Context) {
  const key = referenceFrom(config.key, ctx.source as Item);
  if (key === null || cameAlong(ctx) !== undefined) {
    runtime.earlyReturn(null);
  }
  stashOf(ctx).request = { operation: 'GetItem', key: util.dynamodb.toMapValues(key ?? {}) };
  return {};
}

export function response(ctx: Context) {
  return cameAlong(ctx) ?? ctx.prev?.result ?? null;
}

/** The record, where it was read with the page; undefined where it was not. */
function cameAlong(ctx: Context): Item | null | undefined {
  const { source, info } = ctx;
  return (source as Item)[RELATED]?.[info.fieldName];
}
