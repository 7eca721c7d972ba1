import { type ListByIdentifierConfiguration } from '../lib/plan/configuration';
import { failOnError, refuse } from './shared/errors';
import { filterExpression } from './shared/filter';
import { queryByArguments } from './shared/key-arguments';
import { connection, page } from './shared/page';
import { type Context } from './shared/runtime';
import { givenCondition } from './shared/sort-condition';

declare const config: ListByIdentifierConfiguration;

export function request(ctx: Context) {
  const { args } = ctx;
  const { partition, sort } = config;
  if ((args[partition] ?? null) !== null) {
    return queryByArguments(partition, sort, args, []);
  }
  const condition = givenCondition(sort, args);
  if (condition || args.sortDirection) {
    refuse(`'${condition ? sort?.argument : 'sortDirection'}' needs '${partition}' beside it`);
  }
  return { operation: 'Scan', filter: filterExpression(args.filter, []), ...page(args) };
}

export function response(ctx: Context) {
  failOnError(ctx);
  return connection(ctx.result);
}
