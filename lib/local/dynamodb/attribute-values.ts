import { comparableDecimal } from './decimals';
import { requireObject } from '../request-fields';

/** A value in the form of DynamoDB's JSON API: `{ S: 'Ann' }`. */
export type AttributeValue = Readonly<Record<string, unknown>>;

/** Named values in the form of DynamoDB's JSON API: an item, a key, or the values of an expression. */
export type Attributes = Record<string, AttributeValue>;

interface Conversion {
  /** From what a handler wrote, `{ N: 1 }` or `{ NULL: null }`, to what DynamoDB takes. What is of no use stays, for DynamoDB to refuse. */
  fromHandler(value: unknown, path: string): unknown;
  /** To what a handler sees as a result. */
  toHandler(value: never): unknown;
  /** A form in which equal values are equal strings. */
  toComparable(value: never): unknown;
}

const same = (value: unknown): unknown => value;
const numberToText = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);
const each = (value: unknown, convert: (member: unknown, index: number) => unknown): unknown => (Array.isArray(value) ? value.map(convert) : value);

const conversions = new Map<string, Conversion>(Object.entries<Conversion>({
  S: { fromHandler: same, toHandler: same, toComparable: same },
  N: { fromHandler: numberToText, toHandler: Number, toComparable: comparableDecimal },
  B: { fromHandler: same, toHandler: same, toComparable: same },
  BOOL: { fromHandler: same, toHandler: same, toComparable: same },
  NULL: { fromHandler: (value) => value ?? true, toHandler: () => null, toComparable: same },
  SS: { fromHandler: same, toHandler: same, toComparable: (value: string[]) => [...value].sort() },
  NS: { fromHandler: (value) => each(value, numberToText), toHandler: (value: string[]) => value.map(Number), toComparable: (value: string[]) => value.map(comparableDecimal).sort() },
  BS: { fromHandler: same, toHandler: same, toComparable: (value: string[]) => [...value].sort() },
  L: {
    fromHandler: (value, path) => each(value, (member, index) => valueFromHandler(member, `${path}[${index}]`)),
    toHandler: (value: AttributeValue[]) => value.map(valueToHandler),
    toComparable: (value: AttributeValue[]) => value.map(comparableValue),
  },
  M: {
    fromHandler: attributesFromHandler,
    toHandler: attributesToHandler,
    toComparable: comparableMap,
  },
}));

/**
 * Typed values, as handlers write them, in DynamoDB's form.
 * @throws DataSourceError when a value has no type
 */
export function attributesFromHandler(attributes: unknown, path: string): Attributes {
  return Object.fromEntries(Object.entries(requireObject(attributes, path)).map(([name, value]) => [name, valueFromHandler(value, `${path}[${name}]`)]));
}

/** An item as plain JSON: what a handler finds in `ctx.result`. */
export function attributesToHandler(attributes: Attributes): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, valueToHandler(value)]));
}

/** A string that is the same for equal items, whichever way numbers are written and sets are ordered. */
export function comparableAttributes(attributes: Attributes): string {
  return JSON.stringify(comparableMap(attributes));
}

function valueFromHandler(value: unknown, path: string): AttributeValue {
  return Object.fromEntries(Object.entries(requireObject(value, path)).map(([type, content]) => [type, conversions.get(type)?.fromHandler(content, `${path}[${type}]`) ?? content]));
}

function valueToHandler(value: AttributeValue): unknown {
  const [type, content] = Object.entries(value)[0]!;
  return conversions.get(type)!.toHandler(content as never);
}

function comparableValue(value: AttributeValue): unknown {
  const [type, content] = Object.entries(value)[0]!;
  return [type, conversions.get(type)!.toComparable(content as never)];
}

function comparableMap(value: Attributes): unknown {
  return Object.keys(value).sort().map((name) => [name, comparableValue(value[name]!)]);
}
