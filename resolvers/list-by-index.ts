import { type ListByIndexConfiguration } from '../lib/plan/configuration';
import { refuse } from './shared/errors';
import { keyByArguments } from './shared/key-arguments';
import { connection, page } from './shared/page';
import { type Context } from './shared/runtime';
import { selectedOf } from './shared/selection';
import { stashOf } from './shared/stash';

declare const config: ListByIndexConfiguration;

export function request(ctx: Context) {
  const { index } = config;
  const lacks = config.lacks ?? [];
  const lacked = selectedOf(ctx, lacks);
  if (lacked.length > 0) {
    refuse(`the index '${index}' does not hold ${lacked.join(', ')}: select other fields`);
  }
  const keyed = keyByArguments(config, ctx.args);
  stashOf(ctx).read = { ...keyed, lacks, ...page(ctx, config, keyed) };
  return {};
}

export function response(ctx: Context) {
  return connection(ctx);
}
