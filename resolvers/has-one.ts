import { type RelatedRecordsConfiguration } from '../lib/plan/configuration';
import { conditionsFrom } from './shared/key';
import { runtime, type Context } from './shared/runtime';
import { stashOf } from './shared/stash';

declare const config: RelatedRecordsConfiguration;

export function request(ctx: Context) {
  const { index } = config;
  const key = conditionsFrom(config.key, ctx.source as Record<string, unknown>);
  if (key.length === 0) {
    runtime.earlyReturn({});
  }
  stashOf(ctx).read = { index, key, limit: 1, isRecord: true };
  return {};
}

export function response(ctx: Context) {
  return ctx.prev?.result?.items?.[0] ?? null;
}
