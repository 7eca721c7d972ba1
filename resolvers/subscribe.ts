import { tell } from './shared/subscribers';
import { type Context } from './shared/runtime';
import { stashOf } from './shared/stash';
import { subscriptionFilter } from './shared/subscription-filter';

export function request() {
  return { payload: null };
}

export function response(ctx: Context) {
  const { filter } = ctx.args;
  if (filter && !stashOf(ctx).isCustom) {
    tell(subscriptionFilter(filter, []));
  }
  return null;
}
