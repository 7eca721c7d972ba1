import { extensions, type Context } from './shared/runtime';
import { subscriptionFilter } from './shared/subscription-filter';

/** Without a filter of its own AppSync would look for the argument among the fields. Every record has this one, with another value. */
const EVERYTHING = [{ filters: [{ fieldName: 'createdAt', operator: 'ne' as const, value: '-' }] }];

export function request() {
  return { payload: null };
}

export function response(ctx: Context) {
  const { filter } = ctx.args;
  if (filter) {
    const alternatives = subscriptionFilter(filter);
    extensions.setSubscriptionFilter({ filterGroup: alternatives.length > 0 ? alternatives : EVERYTHING });
  }
  return null;
}
