import { type Context } from '@aws-appsync/utils';

/** A step that gives on what the one before it gave. */
export function request(ctx: Context) {
  return { payload: ctx.prev?.result };
}

export function response(ctx: Context) {
  return ctx.result;
}
