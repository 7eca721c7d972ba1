import { tell } from './shared/subscribers';
import { type Context } from './shared/runtime';
import { subscriptionFilter } from './shared/subscription-filter';

export function request() {
  return { payload: null };
}

export function response(ctx: Context) {
  const { filter } = ctx.args;
  if (filter) {
    tell(subscriptionFilter(filter, []));
  }
  return null;
}
