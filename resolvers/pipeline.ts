import { type Context } from './shared/runtime';

/** A resolver whose functions do all there is to do. */
export function request() {
  return {};
}

export function response(ctx: Context) {
  return ctx.prev?.result;
}
