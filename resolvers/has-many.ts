import { type HasManyConfiguration } from '../lib/plan/configuration';
import { copyOf, jointCondition, jointGroups, type KeyCondition } from './shared/joint-conditions';
import { keyFrom } from './shared/key';
import { isMet } from './shared/known-keys';
import { connection, page } from './shared/page';
import { runtime, type Context } from './shared/runtime';
import { givenCondition, sortCondition } from './shared/sort-condition';

declare const config: HasManyConfiguration;

export function request(ctx: Context) {
  const { index, sort } = config;
  const values = keyFrom(config.key, ctx.source as Record<string, unknown>) ?? {};
  const attributes = Object.keys(values);
  const filter = copyOf(ctx.args.filter);
  const groups = jointGroups(filter);
  if (attributes.length === 0 || !isMet(groups, values)) {
    runtime.earlyReturn({});
  }
  const key: KeyCondition[] = attributes.map((attribute) => [attribute, 'eq', values[attribute]]);
  const given = givenCondition(sort, ctx.args);
  const filtered = sort && jointCondition(groups, sort.fields[0]!);
  if (sort && given) {
    key.push(sortCondition(sort, given));
  } else if (sort && filtered) {
    key.push(filtered.condition);
    delete filtered.group[sort.fields[0]!];
  }
  ctx.stash.read = { index, key, filter, unfilterable: sort ? [...attributes, ...sort.fields] : attributes, ...page(ctx, config.pageSize, index) };
  return {};
}

export function response(ctx: Context) {
  return connection(ctx);
}
