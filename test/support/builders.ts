import { definition, type Defined } from 'cdk-appsync-data/schema';

/** What a builder has collected, all the way down, as plain data. */
export function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (definition in value) return plain((value as Defined<unknown>)[definition]);
  return Array.isArray(value) ? value.map(plain) : Object.fromEntries(Object.entries(value).map(([name, element]) => [name, plain(element)]));
}

/** A value that nothing can be changed in, all the way down. */
export function deepFreeze<Type>(value: Type): Type {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const key of Reflect.ownKeys(value)) deepFreeze((value as Record<string | symbol, unknown>)[key]);
  }
  return value;
}

/** Calls a modifier, and says what came out; in between it has checked that the original stays as it was. */
export function modified<Builder extends object>(builder: Builder, modify: (builder: Builder) => object): unknown {
  const before = plain(builder);
  const result = modify(deepFreeze(builder));
  expect(plain(builder)).toEqual(before);
  expect(result).not.toBe(builder);
  return plain(result);
}
