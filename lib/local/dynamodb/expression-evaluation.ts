import { type AttributeValue, type Attributes } from './attribute-values';
import { compareDecimals } from './decimals';

/** A condition or filter as dynalite parses it. */
export interface Expression {
  readonly type: string;
  /** Of a function. */
  readonly name?: string;
  readonly args: readonly Operand[];
}

/** The place of an attribute, or of something inside it. */
type Path = readonly (string | number)[];
type Operand = Expression | Path | AttributeValue;

/** What an operand stands for in an item; nothing where there is no such thing. */
type Value = AttributeValue | undefined;

/**
 * Whether an item meets a condition, as DynamoDB defines it. dynalite's own evaluation has no deep equality, and takes an empty string
 * and false for nothing in `size`, `attribute_type`, BETWEEN and IN.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html
 */
export function meets(item: Attributes, { type, name, args }: Expression): boolean {
  switch (type) {
    case 'and': return args.every((part) => meets(item, part as Expression));
    case 'or': return args.some((part) => meets(item, part as Expression));
    case 'not': return !meets(item, args[0] as Expression);
    default: return test(type === 'function' ? name! : type, ...args.map((arg) => valueOf(arg, item)));
  }
}

/** Whether a comparison or function, by its name in expressions, holds for values. */
export function test(name: string, ...values: readonly Value[]): boolean {
  return tests[name]!(...values);
}

const tests: Readonly<Record<string, (...values: readonly Value[]) => boolean>> = {
  '=': isEqual,
  '<>': (one, other) => !isEqual(one, other),
  '<': (one, other) => compare(one, other) < 0,
  '<=': (one, other) => compare(one, other) <= 0,
  '>': (one, other) => compare(one, other) > 0,
  '>=': (one, other) => compare(one, other) >= 0,
  'between': (value, lower, upper) => compare(value, lower) >= 0 && compare(value, upper) <= 0,
  'in': (value, ...others) => others.some((other) => isEqual(value, other)),
  'attribute_exists': (value) => value !== undefined,
  'attribute_not_exists': (value) => value === undefined,
  'attribute_type': (value, type) => value !== undefined && typeOf(value) === type?.S,
  'begins_with': beginsWith,
  'contains': contains,
};

function valueOf(operand: Operand, item: Attributes): Value {
  if (isPath(operand)) return operand.reduce<Value>(memberOf, { M: item });
  return isFunction(operand) ? sizeOf(valueOf(operand.args[0]!, item)) : operand;
}

function isPath(operand: Operand): operand is Path {
  return Array.isArray(operand);
}

/** Among operands there is no function but `size`. */
function isFunction(operand: Expression | AttributeValue): operand is Expression {
  return 'type' in operand;
}

function memberOf(value: Value, step: string | number): Value {
  const members = (typeof step === 'number' ? value?.L : value?.M) as Readonly<Record<string | number, AttributeValue>> | undefined;
  return members && Object.hasOwn(members, step) ? members[step] : undefined;
}

function typeOf(value: AttributeValue): string {
  return Object.keys(value)[0]!;
}

function sizeOf(value: Value): Value {
  if (value === undefined) return undefined;
  const type = typeOf(value);
  const content = value[type];
  if (type === 'B') return { N: String(bytesOf(value).length) };
  if (type === 'M') return { N: String(Object.keys(content as object).length) };
  return typeof content === 'string' && type === 'S' || Array.isArray(content) ? { N: String(content.length) } : undefined;
}

function isEqual(one: Value, other: Value): boolean {
  if (one === undefined || other === undefined || typeOf(one) !== typeOf(other)) return false;
  const type = typeOf(one);
  const [a, b] = [one[type], other[type]];
  if (type === 'N') return compareDecimals(a as string, b as string) === 0;
  if (type === 'L') return hasEqualMembers(a as AttributeValue[], b as AttributeValue[]);
  if (type === 'M') return hasEqualMembers(a as Attributes, b as Attributes);
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((member) => contains(other, { [type.charAt(0)]: member }));
  return a === b;
}

function hasEqualMembers<Members extends object>(one: Members, other: Members): boolean {
  const names = Object.keys(one) as (keyof Members)[];
  return names.length === Object.keys(other).length && names.every((name) => Object.hasOwn(other, name) && isEqual(one[name] as Value, other[name] as Value));
}

/** Not a number, which no comparison holds for, unless both are strings, numbers or binary. Strings are ordered by the bytes of UTF-8. */
function compare(one: Value, other: Value): number {
  if (one === undefined || other === undefined || typeOf(one) !== typeOf(other)) return NaN;
  if ('N' in one) return compareDecimals(one.N as string, other.N as string);
  return 'S' in one || 'B' in one ? Buffer.compare(bytesOf(one), bytesOf(other)) : NaN;
}

function bytesOf(value: AttributeValue): Buffer {
  return 'S' in value ? Buffer.from(value.S as string) : Buffer.from(value.B as string, 'base64');
}

function beginsWith(value: Value, prefix: Value): boolean {
  if (value === undefined || prefix === undefined || typeOf(value) !== typeOf(prefix) || !('S' in value || 'B' in value)) return false;
  const start = bytesOf(prefix);
  return bytesOf(value).subarray(0, start.length).equals(start);
}

/** A part of a string or of binary data, or a member of a set or list. */
function contains(value: Value, part: Value): boolean {
  if (value === undefined || part === undefined) return false;
  const [type, partType] = [typeOf(value), typeOf(part)];
  if (type === 'L') return (value.L as AttributeValue[]).some((member) => isEqual(member, part));
  if (type === partType && (type === 'S' || type === 'B')) return bytesOf(value).includes(bytesOf(part));
  return type === `${partType}S` && (value[type] as string[]).some((member) => isEqual({ [partType]: member }, part));
}
