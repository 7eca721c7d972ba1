/** A value as DynamoDB stores it. */
export type Value =
  | { readonly S: string } | { readonly N: string } | { readonly BOOL: boolean } | { readonly NULL: true }
  | { readonly L: readonly Value[] } | { readonly M: Readonly<Record<string, Value>> };

export type StoredItem = Readonly<Record<string, Value>>;

/** A filter input of the API, as a client sends it. */
export type Filter = Readonly<Record<string, unknown>>;

/** What a filter comes to for one item: nothing at all where it has no conditions. */
type Truth = boolean | undefined;

/** Why a list by a filter fails: the resolver can't use it, or DynamoDB can't. */
export type Refusal = 'Unrecognized Filter' | 'DynamoDB:DynamoDbException';

/**
 * What filters do, written from DynamoDB's documentation of comparison operators and functions, and from what the API says of odd
 * filters. It shares no code with the resolvers or with the engine.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html
 */
export function passes(filter: Filter | null, item: StoredItem): boolean {
  return truth(filter, item) ?? true;
}

/** Why a filter is refused, whatever the items are; nothing where it isn't. */
export function refusalOf(filter: Filter | null): Refusal | undefined {
  const found = refusals(filter);
  return found.find((refusal) => refusal === 'Unrecognized Filter') ?? found[0];
}

function truth(filter: Filter | null, item: StoredItem): Truth {
  return all(Object.entries(filter ?? {}).map(([name, content]) => {
    if (name === 'and') return all(groups(content).map((group) => truth(group, item)));
    if (name === 'or') return any(groups(content).map((group) => truth(group, item)));
    if (name === 'not') return negated(truth(content as Filter | null, item));
    return all(Object.entries(content as object).map(([operator, operand]) => meets(item[name], operator, operand)));
  }));
}

const groups = (content: unknown): readonly (Filter | null)[] => (content ?? []) as readonly (Filter | null)[];
const present = (parts: readonly Truth[]): boolean[] => parts.filter((part) => part !== undefined);
const all = (parts: readonly Truth[]): Truth => (present(parts).length > 0 ? present(parts).every(Boolean) : undefined);
const any = (parts: readonly Truth[]): Truth => (present(parts).length > 0 ? present(parts).some(Boolean) : undefined);
const negated = (part: Truth): Truth => (part === undefined ? undefined : !part);

function meets(value: Value | undefined, operator: string, operand: unknown): Truth {
  switch (operator) {
    case 'size': return all(Object.entries(operand as object).map(([comparator, number]) => meets(sizeOf(value), comparator, number)));
    case 'attributeExists': return (value !== undefined) === operand;
    case 'attributeType': return value !== undefined && Object.keys(value)[0] === typeNames[operand as string];
    case 'eq': return value !== undefined && isEqual(value, stored(operand));
    case 'ne': return value === undefined || !isEqual(value, stored(operand));
    case 'contains': return contains(value, operand as string);
    case 'notContains': return !contains(value, operand as string);
    case 'beginsWith': return value !== undefined && 'S' in value && value.S.startsWith(operand as string);
    case 'between': return isOrdered(value, (operand as unknown[])[0], ['above', 'same']) && isOrdered(value, (operand as unknown[])[1], ['below', 'same']);
    default: return isOrdered(value, operand, orders[operator]!);
  }
}

type Order = 'below' | 'same' | 'above';
const orders: Readonly<Record<string, readonly Order[]>> = { lt: ['below'], le: ['below', 'same'], gt: ['above'], ge: ['above', 'same'] };

const typeNames: Readonly<Record<string, string>> = {
  binary: 'B', binarySet: 'BS', bool: 'BOOL', list: 'L', map: 'M', number: 'N', numberSet: 'NS', string: 'S', stringSet: 'SS', _null: 'NULL',
};

/** A client's value as DynamoDB has it. */
export function stored(plain: unknown): Value {
  if (plain === null) return { NULL: true };
  if (typeof plain === 'string') return { S: plain };
  if (typeof plain === 'number') return { N: String(plain) };
  if (typeof plain === 'boolean') return { BOOL: plain };
  if (Array.isArray(plain)) return { L: plain.map(stored) };
  return { M: Object.fromEntries(Object.entries(plain as object).map(([name, member]) => [name, stored(member)])) };
}

function isEqual(one: Value, other: Value): boolean {
  if ('N' in one && 'N' in other) return Number(one.N) === Number(other.N);
  if ('L' in one && 'L' in other) return one.L.length === other.L.length && one.L.every((member, index) => isEqual(member, other.L[index]!));
  if ('M' in one && 'M' in other) {
    const names = Object.keys(one.M);
    return names.length === Object.keys(other.M).length && names.every((name) => Object.hasOwn(other.M, name) && isEqual(one.M[name]!, other.M[name]!));
  }
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Numbers are ordered by size, strings by the bytes of UTF-8; nothing else is, nor values of two types. */
function isOrdered(value: Value | undefined, bound: unknown, wanted: readonly Order[]): boolean {
  if (value !== undefined && 'S' in value && typeof bound === 'string') return wanted.includes(order(Buffer.compare(Buffer.from(value.S), Buffer.from(bound))));
  if (value !== undefined && 'N' in value && typeof bound === 'number') return wanted.includes(order(Number(value.N) - bound));
  return false;
}

const order = (difference: number): Order => (difference < 0 ? 'below' : difference > 0 ? 'above' : 'same');

/** Part of a string, or a member of a list. */
function contains(value: Value | undefined, operand: string): boolean {
  if (value === undefined) return false;
  return 'S' in value ? value.S.includes(operand) : 'L' in value && value.L.some((member) => isEqual(member, { S: operand }));
}

function sizeOf(value: Value | undefined): Value | undefined {
  if (value === undefined) return undefined;
  if ('S' in value) return { N: String(value.S.length) };
  if ('L' in value) return { N: String(value.L.length) };
  return 'M' in value ? { N: String(Object.keys(value.M).length) } : undefined;
}

function refusals(filter: Filter | null): Refusal[] {
  return Object.entries(filter ?? {}).flatMap(([name, content]): Refusal[] => {
    if (name === 'and' || name === 'or') return groups(content).flatMap(refusals);
    if (name === 'not') return refusals(content as Filter | null);
    const operators = Object.entries((content ?? {}) as object);
    return operators.length === 0 ? ['Unrecognized Filter'] : operators.flatMap(([operator, operand]) => operandRefusals(operator, operand));
  });
}

function operandRefusals(operator: string, operand: unknown): Refusal[] {
  if (operand === null) return operator === 'eq' || operator === 'ne' ? [] : ['Unrecognized Filter'];
  if (operator === 'size') {
    const comparators = Object.entries(operand as object);
    return comparators.length === 0 ? ['Unrecognized Filter'] : comparators.flatMap(([comparator, number]) => operandRefusals(comparator, number));
  }
  if (operator !== 'between') return [];
  const bounds = operand as readonly unknown[];
  if (bounds.length !== 2 || bounds.includes(null)) return ['Unrecognized Filter'];
  return isOrdered(stored(bounds[0]), bounds[1], ['above']) ? ['DynamoDB:DynamoDbException'] : [];
}
