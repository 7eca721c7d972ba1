import { extensions, util, type Context } from './shared/runtime';

export function request() {
  return { payload: null };
}

export function response(ctx: Context) {
  const { filter } = ctx.args;
  if (filter && Object.keys(filter).length > 0) {
    extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter(filter));
  }
  return null;
}
