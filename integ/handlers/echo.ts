import { type Context } from '@aws-appsync/utils';

/** What asks no data source answers with its payload. */
export function request(ctx: Context) {
  return { payload: { content: ctx.args.content, color: ctx.args.color, length: ctx.args.content.length } };
}

export function response(ctx: Context) {
  return ctx.result;
}
