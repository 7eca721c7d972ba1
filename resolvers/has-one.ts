import { type RelatedRecordsConfiguration } from '../lib/plan/configuration';
import { keyFrom } from './shared/key';
import { runtime, type Context } from './shared/runtime';

declare const config: RelatedRecordsConfiguration;

export function request(ctx: Context) {
  const values = keyFrom(config.key, ctx.source as Record<string, unknown>) ?? {};
  const key = Object.keys(values).map((attribute) => [attribute, 'eq', values[attribute]]);
  if (key.length === 0) {
    runtime.earlyReturn({});
  }
  ctx.stash.read = { index: config.index, key, limit: 1 };
  return {};
}

export function response(ctx: Context) {
  return ctx.prev?.result?.items?.[0] ?? null;
}
