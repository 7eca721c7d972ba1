import { util, type Context } from '@aws-appsync/utils';

/** Tells subscribers of an article that is not kept. */
export function request(ctx: Context<{ title: string }>) {
  return { payload: { id: util.autoId(), title: ctx.args.title, fee: 1 } };
}

export function response(ctx: Context) {
  return ctx.result;
}
