import { type BelongsToConfiguration } from '../lib/plan/configuration';
import { keyFrom } from './shared/key';
import { runtime, util, type Context } from './shared/runtime';

declare const config: BelongsToConfiguration;

export function request(ctx: Context) {
  const key = keyFrom(config.key, ctx.source as Record<string, unknown>);
  if (key === null) {
    runtime.earlyReturn(null);
  }
  ctx.stash.request = { operation: 'GetItem', key: util.dynamodb.toMapValues(key ?? {}) };
  return {};
}

export function response(ctx: Context) {
  return ctx.prev?.result ?? null;
}
