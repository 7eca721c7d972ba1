/** An operator of enhanced filters: which values it takes, and what it says of a field that is there. */
interface Operator {
  readonly accepts: (value: unknown) => boolean;
  readonly matches: (field: unknown, value: never) => boolean;
  /** How many values its list may have. */
  readonly mostValues?: number;
  /** What it says of a field that is null or missing; the operators that deny something hold there. */
  readonly ofNull: boolean;
}

type Ordered = string | number;

const isOrdered = (value: unknown): value is Ordered => typeof value === 'string' || typeof value === 'number';
const isPlain = (value: unknown): boolean => isOrdered(value) || typeof value === 'boolean';
const isListOf = (accepts: (element: unknown) => boolean) => (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(accepts);
const isRange = (value: unknown): boolean => Array.isArray(value) && value.length === 2 && isOrdered(value[0]) && typeof value[0] === typeof value[1];

/** Values of different types have no order, as they are never equal. */
const compares = (test: (field: Ordered, value: Ordered) => boolean) => (field: unknown, value: Ordered): boolean =>
  isOrdered(field) && typeof field === typeof value && test(field, value);

const equals = (field: unknown, value: unknown): boolean => field === value;
const contains = (field: unknown, value: Ordered): boolean =>
  (Array.isArray(field) ? field.includes(value) : typeof field === 'string' && typeof value === 'string' && field.includes(value));
const isIn = (field: unknown, values: readonly Ordered[]): boolean => values.some((value) => equals(field, value));

/** https://docs.aws.amazon.com/appsync/latest/devguide/extensions.html */
export const operators: Readonly<Record<string, Operator>> = {
  eq: { accepts: isPlain, matches: equals, ofNull: false },
  ne: { accepts: isPlain, matches: (field, value) => !equals(field, value), ofNull: true },
  le: { accepts: isOrdered, matches: compares((field, value) => field <= value), ofNull: false },
  lt: { accepts: isOrdered, matches: compares((field, value) => field < value), ofNull: false },
  ge: { accepts: isOrdered, matches: compares((field, value) => field >= value), ofNull: false },
  gt: { accepts: isOrdered, matches: compares((field, value) => field > value), ofNull: false },
  contains: { accepts: isOrdered, matches: contains, ofNull: false },
  notContains: { accepts: isOrdered, matches: (field, value) => !contains(field, value), ofNull: true },
  beginsWith: { accepts: (value) => typeof value === 'string', matches: (field, value: string) => typeof field === 'string' && field.startsWith(value), ofNull: false },
  in: { accepts: isListOf(isOrdered), matches: isIn, mostValues: 5, ofNull: false },
  notIn: { accepts: isListOf(isOrdered), matches: (field, values) => !isIn(field, values), mostValues: 5, ofNull: true },
  between: {
    accepts: isRange,
    matches: (field, [from, to]: [Ordered, Ordered]) => compares((at, start) => at >= start)(field, from) && compares((at, end) => at <= end)(field, to),
    ofNull: false,
  },
  containsAny: { accepts: isListOf(isOrdered), matches: (field, values: readonly Ordered[]) => values.some((value) => contains(field, value)), mostValues: 20, ofNull: false },
};
