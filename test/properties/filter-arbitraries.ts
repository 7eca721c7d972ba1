import fc from 'fast-check';
import { stored, type Filter, type StoredItem } from './filter-oracle';

/** What a filter takes for a field. Lists take what their members do. */
type Operators = 'string' | 'number' | 'boolean' | 'enum' | 'enumList';

interface FilteredField {
  readonly operators: Operators;
  /** Few values, so that operands meet them. */
  readonly values: readonly unknown[];
  /** What operands are taken from, where values are not of their type. */
  readonly operands?: readonly unknown[];
}

const texts = ['', 'a', 'ab', 'abc', 'b', 'B'];
const whole = [-2, 0, 1, 10, 2_147_483_647];
const moods = ['GOOD', 'BAD', 'SO_SO'];

/** Every scalar type, enums, and lists, by the names that the schema under test has for them. */
export const filteredFields: Readonly<Record<string, FilteredField>> = {
  key: { operators: 'string', values: texts },
  code: { operators: 'string', values: texts },
  // In these the order of bytes is not that of UTF-16.
  text: { operators: 'string', values: ['z', 'ü', '\u{1F600}', '\uFF5E', 'a\u{1F600}', 'a\uFF5E'] },
  count: { operators: 'number', values: whole },
  share: { operators: 'number', values: [-1.5, 0, 0.1, 0.30000000000000004, 1e21, 1e-7, 1] },
  flag: { operators: 'boolean', values: [true, false] },
  day: { operators: 'string', values: ['2000-01-01', '1999-12-31', '2000-01-01Z'] },
  time: { operators: 'string', values: ['12:30', '12:30:00.000', '09:00:00Z'] },
  at: { operators: 'string', values: ['2000-01-01T00:00:00Z', '2000-01-01T00:00:00.000Z', '1999-12-31T23:59:59+01:00'] },
  stamp: { operators: 'number', values: [0, -1, 1_700_000_000] },
  email: { operators: 'string', values: ['ann@example.com', 'bob@example.com'] },
  details: { operators: 'string', values: ['a', '', 1, false, [], ['a'], ['a', null, 1], {}, { a: 'a' }], operands: texts },
  phone: { operators: 'string', values: ['+15550100200', '+15550100201'] },
  site: { operators: 'string', values: ['https://example.com', 'https://example.com/a'] },
  address: { operators: 'string', values: ['127.0.0.1', '::1', '10.0.0.0/8'] },
  mood: { operators: 'enum', values: moods },
  codes: { operators: 'string', values: [[], ['a'], ['a', 'b'], ['ab', null], ['']], operands: texts },
  counts: { operators: 'number', values: [[], [1], [1, 10], [0, null]], operands: whole },
  flags: { operators: 'boolean', values: [[], [true], [false, true]], operands: [true, false] },
  moods: { operators: 'enumList', values: [[], ['GOOD'], ['GOOD', 'BAD'], ['BAD', 'GOOD'], ['GOOD', null]] },
};

const types = ['binary', 'binarySet', 'bool', 'list', 'map', 'number', 'numberSet', 'string', 'stringSet', '_null'];

/** Values in pairs mostly, in either order; one or three of them are an error. */
const bounds = (operand: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => fc.oneof(
  { weight: 8, arbitrary: fc.tuple(operand, operand) }, { weight: 1, arbitrary: fc.array(fc.option(operand), { maxLength: 3 }) },
);

const comparisons = (operand: fc.Arbitrary<unknown>): Record<string, fc.Arbitrary<unknown>> => ({
  eq: operand, ne: operand, lt: operand, le: operand, gt: operand, ge: operand, between: bounds(operand),
});

const functions = { attributeExists: fc.boolean(), attributeType: fc.constantFrom(...types) };

const operatorsOf: Readonly<Record<Operators, (operand: fc.Arbitrary<unknown>) => Record<string, fc.Arbitrary<unknown>>>> = {
  string: (operand) => ({
    ...comparisons(operand), ...functions, contains: operand, notContains: operand, beginsWith: operand, size: someOf(comparisons(fc.constantFrom(0, 1, 2, 3))),
  }),
  number: (operand) => ({ ...comparisons(operand), ...functions }),
  boolean: (operand) => ({ eq: operand, ne: operand, ...functions }),
  enum: (operand) => ({ eq: operand, ne: operand }),
  enumList: (operand) => ({ eq: operand, ne: operand, contains: fc.constantFrom(...moods), notContains: fc.constantFrom(...moods) }),
};

/** One or two of these properties, rarely none, and rarely null. */
function someOf(properties: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Filter> {
  const some = fc.subarray(Object.keys(properties), { minLength: 1, maxLength: 2 })
    .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, fc.option(properties[name]!, { freq: 20 })]))));
  return fc.oneof({ weight: 30, arbitrary: some }, { weight: 1, arbitrary: fc.constant({}) });
}

const conditions = Object.fromEntries(Object.entries(filteredFields).map(([name, { operators, values, operands = values }]) => [
  name, someOf(operatorsOf[operators](fc.constantFrom(...operands))),
]));

/** Filters of all operators on all fields, in groups that nest; some of them odd, some refused. */
export const filters: fc.Arbitrary<Filter> = fc.letrec<{ filter: Filter; fields: Filter }>((tie) => {
  const group = fc.option(fc.array(fc.option(tie('filter'), { freq: 10 }), { maxLength: 3 }), { freq: 10 });
  return {
    fields: someOf(conditions),
    filter: fc.oneof({ depthSize: 'medium', withCrossShrink: true },
      tie('fields'), fc.record({ and: group }), fc.record({ or: group }), fc.record({ not: fc.option(tie('filter'), { freq: 10 }) }),
      fc.tuple(tie('fields'), fc.record({ or: group, not: tie('filter') }, { requiredKeys: [] })).map(([fields, groups]) => ({ ...fields, ...groups }))),
  };
}).filter;

/** An item that lacks some fields, and has NULL for others, as other programs may have stored it. */
export const storedItems: fc.Arbitrary<StoredItem> = fc.tuple(...Object.entries(filteredFields).map(([name, { values }]) => fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...values).map((value) => [[name, stored(value)]]) },
  { weight: 2, arbitrary: fc.constant([[name, stored(null)]]) },
  { weight: 2, arbitrary: fc.constant([]) },
))).map((fields): StoredItem => Object.fromEntries(fields.flat()));
