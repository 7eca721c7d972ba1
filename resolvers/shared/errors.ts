import { util, type Context } from './runtime';

/** Passes a data source's error on; without this the runtime would swallow it. */
export function failOnError(ctx: Context): void {
  if (ctx.error) {
    util.error(ctx.error.message, ctx.error.type, ctx.result);
  }
}

/** Ends the field: its arguments contradict each other or the model. */
export function refuse(message: string, errorType?: string): never {
  return util.error(message, errorType ?? 'InvalidArgumentsError');
}
