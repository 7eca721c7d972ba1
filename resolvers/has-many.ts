import { type RelatedRecordsConfiguration } from '../lib/plan/configuration';
import { filterExpression } from './shared/filter';
import { keyFrom } from './shared/key';
import { withoutKeys } from './shared/key-filter';
import { connection, page } from './shared/page';
import { keyQuery } from './shared/query';
import { runtime, type Context } from './shared/runtime';

declare const config: RelatedRecordsConfiguration;

export function request(ctx: Context) {
  const key = keyFrom(config.key, ctx.source as Record<string, unknown>);
  const filter = withoutKeys(ctx.args.filter, key ?? {});
  if (key === null || filter === null) {
    runtime.earlyReturn(connection(null));
  }
  ctx.stash.request = {
    operation: 'Query',
    index: config.index,
    query: keyQuery(key ?? {}),
    filter: filterExpression(filter),
    scanIndexForward: ctx.args.sortDirection !== 'DESC',
    ...page(ctx.args),
  };
  return {};
}

export function response(ctx: Context) {
  return connection(ctx.prev?.result);
}
