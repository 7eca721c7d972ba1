import { type KeyMapping } from '../../lib/plan/configuration';
import { type KeyCondition } from './joint-conditions';

type Values = Record<string, unknown>;

/** The values of key attributes, taken from a record's fields; null as long as one of those is missing. */
export function keyFrom(mapping: KeyMapping, values: Values): Values | null {
  const key: Values = {};
  for (const attribute of Object.keys(mapping)) {
    key[attribute] = keyValue(mapping[attribute]!, values);
  }
  return Object.values(key).some((value) => value === null) ? null : key;
}

/** The same for references: an empty text leads nowhere, as no key can be one. */
export function referenceFrom(mapping: KeyMapping, values: Values): Values | null {
  const key = keyFrom(mapping, values);
  return key && !Object.values(key).includes('') ? key : null;
}

/** The conditions that key attributes have such values; none as long as one of the fields is missing. */
export function conditionsFrom(mapping: KeyMapping, values: Values): KeyCondition[] {
  const key = keyFrom(mapping, values) ?? {};
  return Object.keys(key).map((attribute) => [attribute, 'eq', key[attribute]]);
}

/** The value of one key attribute: a field's own, or those of several fields joined. */
export function keyValue(fields: readonly string[], values: Values): unknown {
  if (fields.length === 1) {
    return values[fields[0]!] ?? null;
  }
  if (fields.some((field) => (values[field] ?? null) === null)) {
    return null;
  }
  return fields.map((field) => values[field]).join('#');
}
