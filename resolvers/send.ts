import { failOnError } from './shared/errors';
import { type Context } from './shared/runtime';

/** Sends the request that the resolver has prepared. What varies is in the resolvers, so that all fields that read a table share this. */
export function request(ctx: Context) {
  return ctx.stash.request;
}

export function response(ctx: Context) {
  failOnError(ctx);
  return ctx.result;
}
