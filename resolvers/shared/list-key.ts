import { type ListKeyConfiguration } from '../../lib/plan/configuration';
import { isMentioned, type Filter } from './filter';
import { copyOf, jointCondition, jointGroups, type KeyCondition } from './joint-conditions';

/** What a filter says of a key, and what it says beside. */
interface KeyedFilter {
  /** Absent for the table's own key. */
  readonly index?: string;
  readonly key: readonly KeyCondition[];
  readonly filter: Filter;
  readonly keyAttributes: readonly string[];
}

interface Candidate {
  readonly keyed: KeyedFilter;
  /** How many of the key's fields have a condition. */
  readonly length: number;
}

/** The key with the most fields that a filter has conditions on, to be queried instead of a Scan; null where it leads to none. */
export function keyedFilter(keys: readonly ListKeyConfiguration[], filter: Filter | null | undefined): KeyedFilter | null {
  let longest: Candidate | null = null;
  for (const key of keys) {
    const candidate = takeKey(key, copyOf(filter));
    if (candidate && candidate.length > (longest?.length ?? 0)) {
      longest = candidate;
    }
  }
  return longest?.keyed ?? null;
}

/** Takes the conditions on a key out of a filter; null where it can't be read by the key. */
function takeKey(config: ListKeyConfiguration, filter: Filter): Candidate | null {
  const { index, fields, asked } = config;
  const groups = jointGroups(filter);
  const found = fields.map((field) => jointCondition(groups, field));
  const [partition, ...sort] = fields;
  const [first, second] = found;
  // A record without a value for one of its fields is not in an index, though a filter may ask for it; and who may not read a field is not refused for an order that nobody has asked for.
  if (first?.condition[1] !== 'eq' || (asked ?? []).some((field) => !found[fields.indexOf(field)])) {
    return null;
  }
  const key = [first.condition];
  delete first.group[partition!];
  let length = 1;
  if (sort.length > 1) {
    const gap = found.findIndex((one) => one?.condition[1] !== 'eq');
    length = gap < 0 ? fields.length : gap;
    // The parts of a joined key stay in the filter: a value may have the separator in itself.
    const values = found.slice(1, length).map((one) => one!.condition[2]).join('#');
    if (length > 1) {
      key.push(length === fields.length ? [sort.join('#'), 'eq', values] : [sort.join('#'), 'beginsWith', `${values}#`]);
    }
  } else if (second) {
    key.push(second.condition);
    delete second.group[sort[0]!];
    length = 2;
  }
  // DynamoDB takes no filter on the keys of what it queries.
  const keyAttributes = sort.length > 0 ? [partition!, sort.join('#')] : [partition!];
  return keyAttributes.some((attribute) => isMentioned(filter, attribute)) ? null : { keyed: { ...(index ? { index } : {}), key, filter, keyAttributes }, length };
}
