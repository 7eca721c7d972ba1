import { type Filter } from './filter';

/**
 * Whether records with known values for their keys meet what a filter says of those with `eq`. Such conditions are taken out of it:
 * DynamoDB takes no filter on the keys of what it queries.
 *
 * @param groups those that a record has to meet all
 */
export function isMet(groups: readonly Filter[], keys: Record<string, unknown>): boolean {
  for (const group of groups) {
    for (const name of Object.keys(keys)) {
      if (Object.keys(group[name] ?? {}).join() === 'eq') {
        if (group[name].eq !== keys[name]) {
          return false;
        }
        delete group[name];
      }
    }
  }
  return true;
}
