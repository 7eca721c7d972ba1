import { type HandlerContext, type HandlerEffects } from './handlers';

/** Where a handler's `console.log` and `console.error` go. */
export type ConsoleSink = (level: 'log' | 'error', values: readonly unknown[]) => void;

/** The handler call that is under way: what `util`, `extensions` and `console` act on. */
export interface Call {
  readonly context: HandlerContext;
  readonly effects: HandlerEffects;
  readonly console: ConsoleSink;
}

let current: Call | undefined;

/** Runs something as part of a call. Handlers are synchronous and never nest, so one variable is enough. */
export function duringCall<Result>(call: Call, run: () => Result): Result {
  current = call;
  try {
    return run();
  } finally {
    current = undefined;
  }
}

/** @throws Error outside a handler, where there is no context */
export function currentCall(): Call {
  if (!current) throw new Error('this can be used inside the request and response handlers only');
  return current;
}
