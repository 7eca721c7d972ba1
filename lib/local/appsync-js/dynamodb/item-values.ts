import { type AttributeValue, toDynamoDB } from '../util/dynamodb';

/** Converts a value of an item. What the module's own toStringSet, toNumberSet and toBinarySet made is a set already. */
export function toItemValue(value: unknown): AttributeValue {
  return isSet(value) ? value : toDynamoDB(value);
}

/** Converts each attribute of an item or key. */
export function toItemValues(item: Readonly<Record<string, unknown>>): Record<string, AttributeValue> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, toItemValue(value)]));
}

function isSet(value: unknown): value is AttributeValue {
  if (typeof value !== 'object' || value === null) return false;
  const [type, ...others] = Object.keys(value);
  return others.length === 0 && ['SS', 'NS', 'BS'].includes(type!) && Array.isArray(Object.values(value)[0]);
}
