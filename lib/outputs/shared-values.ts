type Json = string | number | boolean | null | readonly Json[] | JsonObject;

interface JsonObject {
  readonly [key: string]: Json;
}

/** Stands where a value of the list does. */
const REFERENCE = '';
/** Stands where a value of the list does, with the key that it stands under as its name. */
const NAMED_REFERENCE = '=';

/**
 * JSON as a list of its objects and arrays, each once, that refer to each other; the last one is the whole. What repeats itself costs
 * little then, and of an introspection nearly everything does: fields of one kind differ by their name only.
 */
export function shareValues(value: JsonObject): Json[] {
  const values: Json[] = [];
  const positions = new Map<string, number>();
  const positionOf = (shared: Json): number => {
    const text = JSON.stringify(shared);
    const known = positions.get(text);
    if (known !== undefined) return known;
    positions.set(text, values.length);
    return values.push(shared) - 1;
  };
  const share = (part: Json, key?: string): Json => {
    if (!isCompound(part)) return part;
    if (isList(part)) return { [REFERENCE]: positionOf(part.map((element) => share(element))) };
    const { name, ...rest } = part;
    const isNamed = name !== undefined && name === key;
    const shared = Object.fromEntries(Object.entries(isNamed ? rest : part).map(([own, of]) => [own, share(of, own)]));
    return { [isNamed ? NAMED_REFERENCE : REFERENCE]: positionOf(shared) };
  };
  share(value);
  return values;
}

/** The JSON that {@link shareValues} gave a list of. */
export function unshareValues(values: readonly Json[]): Json {
  const unshare = (part: Json, key?: string): Json => {
    if (!isCompound(part) || isList(part)) return part;
    const [[kind, position]] = Object.entries(part) as [[string, number]];
    const shared = values[position]!;
    if (isList(shared)) return shared.map((element) => unshare(element));
    const entries = Object.entries(shared).map(([own, of]): [string, Json] => [own, unshare(of, own)]);
    return Object.fromEntries(kind === NAMED_REFERENCE ? [['name', key!], ...entries] : entries);
  };
  return unshare({ [REFERENCE]: values.length - 1 });
}

function isCompound(value: Json): value is readonly Json[] | JsonObject {
  return typeof value === 'object' && value !== null;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
