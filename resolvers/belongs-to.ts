import { type BelongsToConfiguration } from '../lib/plan/configuration';
import { keyFrom } from './shared/key';
import { RELATED, type Item } from './shared/related-records';
import { runtime, util, type Context } from './shared/runtime';

declare const config: BelongsToConfiguration;

export function request(ctx: Context) {
  const source = ctx.source as Item;
  const key = keyFrom(config.key, source);
  const known = source[RELATED]?.[ctx.info.fieldName];
  if (key === null || known !== undefined) {
    runtime.earlyReturn(key && known);
  }
  ctx.stash.request = { operation: 'GetItem', key: util.dynamodb.toMapValues(key ?? {}) };
  return {};
}

export function response(ctx: Context) {
  return ctx.prev?.result ?? null;
}
