import { definition } from '../schema';

/** What a builder has collected, if it is one of these kinds. */
export function definitionOf(builder: unknown, kinds: readonly string[]): Record<string, unknown> | undefined {
  const declared = isRecord(builder) ? (builder as { readonly [definition]?: unknown })[definition] : undefined;
  return isRecord(declared) && kinds.includes(String(declared.kind)) ? declared : undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

export function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

export function isOptionalName(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}
