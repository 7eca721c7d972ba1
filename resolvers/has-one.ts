import { type RelatedRecordsConfiguration } from '../lib/plan/configuration';
import { keyFrom } from './shared/key';
import { connection } from './shared/page';
import { keyQuery } from './shared/query';
import { runtime, type Context } from './shared/runtime';

declare const config: RelatedRecordsConfiguration;

export function request(ctx: Context) {
  const key = keyFrom(config.key, ctx.source as Record<string, unknown>);
  if (key === null) {
    runtime.earlyReturn(connection(null));
  }
  ctx.stash.request = { operation: 'Query', index: config.index, query: keyQuery(key ?? {}), limit: 1 };
  return {};
}

export function response(ctx: Context) {
  return connection(ctx.prev?.result).items[0] ?? null;
}
