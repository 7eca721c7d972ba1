import { type Configurations } from '../lib/plan/configuration';
import { itemFrom, putRequest } from './create';
import { isGranted, namesOf, rulesOf } from './shared/access';
import { heardBy } from './shared/audience';
import { accessDemands, refuseDemand } from './shared/guarded-mutation';
import { type Item } from './shared/related-records';
import { checkRules } from './shared/rules';
import { util, type Context } from './shared/runtime';

declare const config: Configurations['guarded-create'];

/** A record of whose owner nothing is said belongs to who creates it. */
export function request(ctx: Context) {
  const { input, condition } = ctx.args;
  checkRules(config.rules ?? [], input);
  const demands = accessDemands(ctx, config.access, config.fields, Object.keys(input).filter((field) => input[field] !== null));
  const item = itemFrom({ ...input, ...ownersOf(ctx, input) });
  demands.filter((demand) => !isGranted(demand.grants, item)).forEach((demand) => refuseDemand(demand));
  return putRequest(item, condition);
}

export function response(ctx: Context) {
  const { error } = ctx;
  // Without data: that is the record which is there, whoever may read it.
  if (error) {
    util.error(error.message, error.type);
  }
  return heardBy(config.audience, ctx.result);
}

function ownersOf(ctx: Context, input: Item): Item {
  const owners: Item = {};
  for (const { field, isList, isOwner, claim } of rulesOf(ctx, config.access)) {
    const [name] = isOwner ? namesOf(ctx, claim) : [];
    if (field && name && (input[field] ?? null) === null) {
      owners[field] = isList ? [name] : name;
    }
  }
  return owners;
}
