import { type Context } from '@aws-appsync/utils';

/** Runs after a post is created, and gives it on. */
export function request(ctx: Context) {
  return { payload: { ...ctx.prev!.result, title: ctx.stash.checked ? `${ctx.prev!.result.title} (checked)` : ctx.prev!.result.title } };
}

export function response(ctx: Context) {
  return ctx.result;
}
