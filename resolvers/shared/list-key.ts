import { type ListKeyConfiguration } from '../../lib/plan/configuration';
import { type Filter } from './filter';
import { copyOf, jointCondition, jointGroups, type KeyCondition } from './joint-conditions';

/** A key that a filter leads to, and what the filter says beside. */
interface KeyedFilter {
  readonly index?: string;
  readonly key: KeyCondition[];
  readonly filter: Filter;
}

/** The key with the most fields that a filter has conditions on, to be queried instead of a Scan; null where it leads to none. */
export function keyedFilter(keys: readonly ListKeyConfiguration[], filter: Filter | null | undefined): KeyedFilter | null {
  let best: KeyedFilter | null = null;
  let most = 0;
  for (const { index, fields, optional } of keys) {
    const rest = copyOf(filter);
    const groups = jointGroups(rest);
    const found = fields.map((field) => jointCondition(groups, field));
    const gap = found.findIndex((one) => one?.condition[1] !== 'eq');
    const equal = gap < 0 ? fields.length : gap;
    const [partition, ...sort] = fields;
    const [first, second] = found;
    // A record without a value for one of its fields is not in an index, though a filter may ask for it.
    if (first && equal > 0 && (optional ?? []).every((field) => found[fields.indexOf(field)])) {
      const key = [first.condition];
      delete first.group[partition!];
      if (second && sort.length === 1) {
        key.push(second.condition);
        delete second.group[sort[0]!];
      } else if (equal > 1) {
        // The parts of a joined key stay in the filter: a value may have the separator in itself.
        const values = found.slice(1, equal).map((one) => one!.condition[2]).join('#');
        key.push(equal === fields.length ? [sort.join('#'), 'eq', values] : [sort.join('#'), 'beginsWith', `${values}#`]);
      }
      const length = sort.length > 1 ? equal : key.length;
      if (length > most && !isMentioned(rest, partition!) && (sort.length !== 1 || !isMentioned(rest, sort[0]!))) {
        best = { ...(index ? { index } : {}), key, filter: rest };
        most = length;
      }
    }
  }
  return best;
}

/** Whether a filter has a condition on a field, however deep. In JSON, no text can look like a name and its colon. */
function isMentioned(filter: Filter, field: string): boolean {
  return JSON.stringify(filter).includes(`"${field}":`);
}
