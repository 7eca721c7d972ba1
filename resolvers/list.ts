import { failOnError } from './shared/errors';
import { filterExpression } from './shared/filter';
import { connection, page } from './shared/page';
import { type Context } from './shared/runtime';

export function request(ctx: Context) {
  return { operation: 'Scan', filter: filterExpression(ctx.args.filter, []), ...page(ctx.args) };
}

export function response(ctx: Context) {
  failOnError(ctx);
  return connection(ctx.result);
}
