import { type Filter } from './filter';
import { type KeyCondition } from './joint-conditions';

/**
 * Takes the `eq` conditions on keys whose values are known out of a filter: DynamoDB takes no filter on the keys of what it queries.
 *
 * @param groups those that a record has to meet all
 * @returns whether records with the known values meet the conditions
 */
export function takeKnown(groups: readonly Filter[], key: readonly KeyCondition[]): boolean {
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
