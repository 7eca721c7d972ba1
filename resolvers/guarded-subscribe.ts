import { authorize, grantsOf, toldName, type Grant } from './shared/access';
import { refuse } from './shared/errors';
import { type Filter } from './shared/filter';
import { mentioned } from './shared/guarded-mutation';
import { util, type Context } from './shared/runtime';
import { stashOf } from './shared/stash';
import { tell } from './shared/subscribers';
import { subscriptionFilter, type Condition } from './shared/subscription-filter';

/** How many values AppSync compares with at once. */
const MAX_IN = 5;
const MAX_CONTAINS = 20;

export function request() {
  return { payload: null };
}

/** A subscriber hears of the records that the caller may read, and of those, what the filter and the arguments that name owners ask for. */
export function response(ctx: Context) {
  const { filter, ...owners } = ctx.args;
  const { access, fieldAccess, isCustom } = stashOf(ctx);
  const grants = access ? authorize(ctx, access) : null;
  // Of one field AppSync's filters can't say which records it may be read of.
  const unreadable = mentioned(filter, fieldAccess).find((field) => grantsOf(ctx, fieldAccess![field]!));
  if (unreadable) {
    refuse(`Not Authorized to access ${unreadable}`, 'Unauthorized');
  }
  const given = Object.keys(access ? owners : {}).filter((name) => (owners[name] ?? null) !== null);
  if (grants && given.some((name) => grants.every(({ field, values }) => field === name && !values.includes(owners[name])))) {
    util.unauthorized();
  }
  if (!isCustom && (filter || given.length > 0 || grants)) {
    // What is published has names as they are told.
    const asked: Filter = { and: [filter ?? {}, ...given.map((name) => ({ [name]: { in: [owners[name], toldName(owners[name])] } }))] };
    const alternatives = subscriptionFilter(asked, (grants ?? []).flatMap((grant) => conditionsOf(grant)));
    if (alternatives.length === 0 && given.length > 0) {
      util.unauthorized();
    }
    tell(alternatives);
  }
  return null;
}

/** The alternatives that a grant comes to, as many values in each as AppSync takes. */
function conditionsOf({ field, isList, values }: Grant): Condition[][] {
  const most = isList ? MAX_CONTAINS : MAX_IN;
  const operator = isList ? 'containsAny' : 'in';
  return values.flatMap((_, position) => (position % most ? [] : [[{ fieldName: field, operator, value: values.slice(position, position + most) }]]));
}
