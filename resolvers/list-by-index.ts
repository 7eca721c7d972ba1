import { type ListByIndexConfiguration } from '../lib/plan/configuration';
import { failOnError, refuse } from './shared/errors';
import { queryByArguments } from './shared/key-arguments';
import { connection } from './shared/page';
import { type Context } from './shared/runtime';

declare const config: ListByIndexConfiguration;

export function request(ctx: Context) {
  const { index, partition, sort } = config;
  const lacks = config.lacks ?? [];
  const selected = ctx.info.selectionSetList.map((path) => path.split('/')[1]);
  const lacked = lacks.filter((name) => selected.includes(name));
  if (lacked.length > 0) {
    refuse(`the index '${index}' does not hold ${lacked.join(', ')}: select other fields`);
  }
  return { index, ...queryByArguments(partition, sort, ctx.args, lacks) };
}

export function response(ctx: Context) {
  failOnError(ctx);
  return connection(ctx.result);
}
