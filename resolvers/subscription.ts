import { type Context } from './shared/runtime';

/** The resolver of a subscription: what there is to do is done by the function that all subscriptions share. */
export function request() {
  return {};
}

export function response(ctx: Context) {
  return ctx.prev?.result;
}
