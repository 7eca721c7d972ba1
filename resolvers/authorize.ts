import { type Configurations } from '../lib/plan/configuration';
import { authorize } from './shared/access';
import { runtime, type Context } from './shared/runtime';

declare const config: Configurations['authorize'];

/** Refuses a caller before steps of the user's own run. What the caller may do it with, a later step asks. */
export function request(ctx: Context) {
  authorize(ctx, config.access);
  runtime.earlyReturn(ctx.prev?.result);
}

export function response(ctx: Context) {
  return ctx.result;
}
