import { type ListConfiguration } from '../lib/plan/configuration';
import { keyedFilter } from './shared/list-key';
import { connection, page } from './shared/page';
import { type Context } from './shared/runtime';
import { stashOf } from './shared/stash';

declare const config: ListConfiguration;

export function request(ctx: Context) {
  const { filter } = ctx.args;
  const keyed = keyedFilter(config.keys, filter) ?? { filter };
  stashOf(ctx).read = { ...keyed, ...page(ctx, config, keyed) };
  return {};
}

export function response(ctx: Context) {
  return connection(ctx);
}
