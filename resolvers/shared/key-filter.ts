import { type Filter } from './filter';

/**
 * DynamoDB takes no filter on the keys of what it queries. A condition that a key has a value, which every record has to meet, is
 * decided before the query.
 *
 * @param keys the values that the query looks for
 * @returns the parts of the filter, which all have to be met, without such conditions; null where no record can meet them
 */
export function withoutKeys(filter: Filter | null | undefined, keys: Record<string, unknown>): Filter[] | null {
  const parts: Filter[] = [];
  for (const part of [{ ...filter, and: null }, ...(filter?.and ?? [])]) {
    const rest: Filter = { ...part };
    for (const name of Object.keys(keys)) {
      if (Object.keys(rest[name] ?? {}).join() === 'eq') {
        if (rest[name].eq !== keys[name]) {
          return null;
        }
        delete rest[name];
      }
    }
    parts.push(rest);
  }
  return parts;
}
