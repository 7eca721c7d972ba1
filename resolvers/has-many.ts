import { type HasManyConfiguration } from '../lib/plan/configuration';
import { copyOf, jointCondition, jointGroups } from './shared/joint-conditions';
import { conditionsFrom } from './shared/key';
import { takeKnown } from './shared/known-keys';
import { connection, page } from './shared/page';
import { runtime, type Context } from './shared/runtime';
import { givenCondition, sortCondition } from './shared/sort-condition';
import { stashOf } from './shared/stash';

declare const config: HasManyConfiguration;

export function request(ctx: Context) {
  const { index, sort, sortedBy } = config;
  const key = conditionsFrom(config.key, ctx.source as Record<string, unknown>);
  const keyAttributes = [...key.map(([attribute]) => attribute), ...(sortedBy ? [sortedBy] : [])];
  const filter = copyOf(ctx.args.filter);
  const groups = jointGroups(filter);
  if (key.length === 0 || !takeKnown(groups, key)) {
    runtime.earlyReturn({});
  }
  const given = givenCondition(sort, ctx.args);
  const filtered = sortedBy ? jointCondition(groups, sortedBy) : undefined;
  if (sort && given) {
    key.push(sortCondition(sort, given));
  } else if (sortedBy && filtered) {
    key.push(filtered.condition);
    delete filtered.group[sortedBy];
  }
  stashOf(ctx).read = { index, key, filter, keyAttributes, ...page(ctx, config, { index, key }) };
  return {};
}

export function response(ctx: Context) {
  return connection(ctx);
}
