/** Thrown by `runtime.earlyReturn`, to end the handler. */
export class EarlyReturn {
  public constructor(public readonly value: unknown, public readonly skipTo: 'NEXT' | 'END') {}
}

/** `runtime` of `@aws-appsync/utils`. */
export const runtime = {
  earlyReturn: (value: unknown = null, options?: { readonly skipTo?: unknown } | null): never => {
    const skipTo = options?.skipTo ?? 'NEXT';
    if (skipTo !== 'NEXT' && skipTo !== 'END') throw new Error(`runtime.earlyReturn: skipTo is 'NEXT' or 'END', not ${JSON.stringify(skipTo)}`);
    throw new EarlyReturn(value, skipTo);
  },
};
