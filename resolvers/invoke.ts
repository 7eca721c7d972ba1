import { type InvokeConfiguration } from '../lib/plan/configuration';
import { failOnError } from './shared/errors';
import { type Context } from './shared/runtime';

declare const config: InvokeConfiguration;

/** The function gets what a direct resolver would give it, and the names that Amplify has for the operation. */
export function request(ctx: Context) {
  const { info } = ctx;
  return {
    operation: 'Invoke',
    invocationType: config.waits ? 'RequestResponse' : 'Event',
    payload: {
      typeName: info.parentTypeName,
      fieldName: info.fieldName,
      arguments: ctx.args,
      identity: ctx.identity,
      source: ctx.source,
      request: ctx.request,
      info,
      stash: ctx.stash,
      prev: ctx.prev,
    },
  };
}

export function response(ctx: Context) {
  failOnError(ctx);
  return config.waits ? ctx.result : { success: true };
}
