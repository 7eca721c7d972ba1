import { type Context } from '@aws-appsync/utils';

/** A step after a list: the page in the opposite order. */
export function request() {
  return { payload: null };
}

export function response(ctx: Context) {
  const { items, nextToken } = ctx.prev!.result;
  return { items: items.reverse(), nextToken };
}
