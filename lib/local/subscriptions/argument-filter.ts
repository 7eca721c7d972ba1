import { isDeepStrictEqual } from 'node:util';

/** Whether a mutation's result has every argument of a subscription as a field of its name; what is absent asks for nothing. */
export function matchesArguments(args: Readonly<Record<string, unknown>>, result: unknown): boolean {
  return Object.entries(args).every(([name, value]) => {
    const field = typeof result === 'object' && result !== null && Object.hasOwn(result, name) ? (result as Record<string, unknown>)[name] : null;
    return isDeepStrictEqual(field, value);
  });
}
