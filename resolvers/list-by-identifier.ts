import { type ListByIdentifierConfiguration } from '../lib/plan/configuration';
import { refuse } from './shared/errors';
import { keyByArguments } from './shared/key-arguments';
import { keyedFilter } from './shared/list-key';
import { connection, page } from './shared/page';
import { type Context } from './shared/runtime';
import { givenCondition } from './shared/sort-condition';
import { stashOf } from './shared/stash';

declare const config: ListByIdentifierConfiguration;

export function request(ctx: Context) {
  const { args } = ctx;
  const { partition, sort } = config;
  const isByArguments = (args[partition] ?? null) !== null;
  const condition = givenCondition(sort, args);
  if (!isByArguments && (condition || args.sortDirection)) {
    refuse(`'${condition ? sort?.argument : 'sortDirection'}' needs '${partition}' beside it`);
  }
  const keyed = isByArguments ? keyByArguments(config, args) : keyedFilter(config.keys, args.filter) ?? { filter: args.filter };
  stashOf(ctx).read = { ...keyed, ...page(ctx, config, keyed) };
  return {};
}

export function response(ctx: Context) {
  return connection(ctx);
}
