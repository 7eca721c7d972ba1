import { type RelatedRecordsConfiguration } from '../lib/plan/configuration';
import { inRequest } from './shared/expression';
import { filterExpression } from './shared/filter';
import { keyFrom } from './shared/key';
import { withoutKeys } from './shared/key-filter';
import { connection, page } from './shared/page';
import { keyEquals, keyExpression } from './shared/query';
import { runtime, type Context } from './shared/runtime';
import { sortConditionIn } from './shared/sort-filter';

declare const config: RelatedRecordsConfiguration;

export function request(ctx: Context) {
  const key = keyFrom(config.key, ctx.source as Record<string, unknown>);
  const parts = withoutKeys(ctx.args.filter, key ?? {});
  if (key === null || parts === null) {
    runtime.earlyReturn(connection(null));
  }
  const expression = keyExpression();
  const query = keyEquals(key ?? {}, expression) + sortConditionIn(parts ?? [], config.sortedBy, expression);
  ctx.stash.request = {
    operation: 'Query',
    index: config.index,
    query: inRequest(query, expression),
    filter: filterExpression({ and: parts }, config.sortedBy ? [config.sortedBy] : []),
    scanIndexForward: ctx.args.sortDirection !== 'DESC',
    ...page(ctx.args),
  };
  return {};
}

export function response(ctx: Context) {
  return connection(ctx.prev?.result);
}
