import { type ListByIndexConfiguration } from '../lib/plan/configuration';
import { refuse } from './shared/errors';
import { keyByArguments } from './shared/key-arguments';
import { connection, page } from './shared/page';
import { type Context } from './shared/runtime';

declare const config: ListByIndexConfiguration;

export function request(ctx: Context) {
  const { index } = config;
  const lacks = config.lacks ?? [];
  const selected = ctx.info.selectionSetList.map((path) => path.split('/')[1]);
  const lacked = lacks.filter((name) => selected.includes(name));
  if (lacked.length > 0) {
    refuse(`the index '${index}' does not hold ${lacked.join(', ')}: select other fields`);
  }
  const { key, unfilterable } = keyByArguments(config, ctx.args);
  ctx.stash.read = { index, key, filter: ctx.args.filter, unfilterable: [...unfilterable, ...lacks], ...page(ctx, config.pageSize, index) };
  return {};
}

export function response(ctx: Context) {
  return connection(ctx);
}
