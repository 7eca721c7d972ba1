import { util, type Context } from '@aws-appsync/utils';

/** Passes on what a data source says; nothing where all went well. */
export function failed(ctx: Context): null {
  return ctx.error ? util.error(ctx.error.message, ctx.error.type) : null;
}
