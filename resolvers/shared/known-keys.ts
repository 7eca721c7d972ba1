import { type Filter } from './filter';
import { type KeyCondition } from './joint-conditions';

/**
 * Whether records with known values for their keys meet what a filter says of those with `eq`. Such conditions are taken out of it:
 * DynamoDB takes no filter on the keys of what it queries.
 *
 * @param groups those that a record has to meet all
 */
export function isMet(groups: readonly Filter[], key: readonly KeyCondition[]): boolean {
  for (const group of groups) {
    for (const [attribute, operator, value] of key) {
      if (Object.keys(group[attribute] ?? {}).join() === operator) {
        if (group[attribute][operator] !== value) {
          return false;
        }
        delete group[attribute];
      }
    }
  }
  return true;
}
