import { type ListByIdentifierConfiguration } from '../lib/plan/configuration';
import { failOnError, refuse } from './shared/errors';
import { inRequest } from './shared/expression';
import { filterExpression } from './shared/filter';
import { connection, page } from './shared/page';
import { keyEquals, keyExpression } from './shared/query';
import { type Context } from './shared/runtime';
import { sortCondition } from './shared/sort-condition';

declare const config: ListByIdentifierConfiguration;

export function request(ctx: Context) {
  const { args } = ctx;
  const { partition, sort } = config;
  const condition = (sort ? args[sort.argument] : null) ?? {};
  const hasCondition = Object.keys(condition).length > 0;
  if ((args[partition] ?? null) === null) {
    if (hasCondition || args.sortDirection) {
      refuse(`'${hasCondition ? sort?.argument : 'sortDirection'}' needs '${partition}' beside it`);
    }
    return { operation: 'Scan', filter: filterExpression(args.filter), ...page(args) };
  }

  const key: Record<string, unknown> = {};
  key[partition] = args[partition];
  const expression = keyExpression();
  const query = keyEquals(key, expression);
  return {
    operation: 'Query',
    query: inRequest(sort && hasCondition ? `${query} AND ${sortCondition(sort, condition, expression)}` : query, expression),
    filter: filterExpression(args.filter),
    scanIndexForward: args.sortDirection !== 'DESC',
    ...page(args),
  };
}

export function response(ctx: Context) {
  failOnError(ctx);
  return connection(ctx.result);
}
