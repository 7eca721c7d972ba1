import { FilterError, matchesArguments, meets, readEnhancedFilter } from '../../../lib/local/subscriptions';

/** A filter in AppSync's form: alternatives of conditions, each as [field, operator, value]. */
const filterOf = (...alternatives: [string, string, unknown][][]) =>
  ({ filterGroup: alternatives.map((conditions) => ({ filters: conditions.map(([fieldName, operator, value]) => ({ fieldName, operator, value })) })) });

const item = { n: 5, f: 1.5, s: 'launch', yes: true, no: false, list: ['a', 'b'], numbers: [1, 2], none: null, empty: '', zero: 0, nested: { deep: { n: 7 } } };

describe('an operator', () => {
  test.each<[string, string, unknown, boolean]>([
    ['n', 'eq', 5, true], ['n', 'eq', 6, false], ['n', 'eq', '5', false], ['s', 'eq', 'launch', true], ['s', 'eq', 'Launch', false], ['yes', 'eq', true, true], ['no', 'eq', false, true],
    ['zero', 'eq', false, false], ['empty', 'eq', '', true], ['list', 'eq', 'a', false],
    ['n', 'ne', 6, true], ['n', 'ne', 5, false], ['n', 'ne', '5', true], ['yes', 'ne', false, true], ['s', 'ne', 'launch', false],
    ['n', 'le', 5, true], ['n', 'le', 4, false], ['n', 'lt', 5, false], ['n', 'lt', 6, true], ['n', 'ge', 5, true], ['n', 'ge', 6, false], ['n', 'gt', 5, false], ['f', 'gt', 1, true],
    ['s', 'lt', 'm', true], ['s', 'gt', 'm', false], ['n', 'lt', '6', false], ['s', 'gt', 1, false], ['yes', 'gt', 0, false],
    ['s', 'contains', 'aun', true], ['s', 'contains', 'AUN', false], ['s', 'contains', 1, false], ['list', 'contains', 'a', true], ['list', 'contains', 'c', false], ['numbers', 'contains', 2, true],
    ['numbers', 'contains', '2', false], ['n', 'contains', 5, false],
    ['s', 'notContains', 'aun', false], ['s', 'notContains', 'x', true], ['list', 'notContains', 'a', false], ['list', 'notContains', 'c', true],
    ['s', 'beginsWith', 'lau', true], ['s', 'beginsWith', 'aun', false], ['n', 'beginsWith', '5', false],
    ['n', 'in', [4, 5], true], ['n', 'in', [4, '5'], false], ['s', 'in', ['launch'], true], ['s', 'notIn', ['launch', 'x'], false], ['n', 'notIn', [1], true],
    ['n', 'between', [1, 5], true], ['n', 'between', [6, 9], false], ['n', 'between', [5, 1], false], ['s', 'between', ['k', 'm'], true], ['n', 'between', ['1', '9'], false],
    ['list', 'containsAny', ['x', 'b'], true], ['list', 'containsAny', ['x'], false], ['numbers', 'containsAny', [2, 3], true], ['s', 'containsAny', ['x', 'lau'], true],
    ['nested.deep.n', 'eq', 7, true], ['nested.deep.x', 'eq', 7, false], ['nested.n', 'eq', 7, false], ['n.deep', 'eq', 7, false],
  ])('%s %s %j: %j', (fieldName, operator, value, expected) => {
    expect(meets(readEnhancedFilter(filterOf([[fieldName, operator, value]])), item)).toBe(expected);
  });

  test.each<[string, unknown, boolean]>([
    ['eq', 1, false], ['le', 1, false], ['lt', 1, false], ['ge', 1, false], ['gt', 1, false], ['contains', 'x', false], ['beginsWith', '', false], ['in', [1], false], ['between', [0, 1], false],
    ['containsAny', ['x'], false], ['ne', 1, true], ['notContains', 'x', true], ['notIn', [1], true],
  ])('%s %j, of a field that is null or missing: %j', (operator, value, expected) => {
    for (const fieldName of ['none', 'missing', 'nested.missing', 'toString', 'none.x']) expect(meets(readEnhancedFilter(filterOf([[fieldName, operator, value]])), item)).toBe(expected);
    expect(meets(readEnhancedFilter(filterOf([['n', operator, value]])), [item])).toBe(expected);
  });
});

test('conditions hold together, and one of the alternatives has to', () => {
  const yes: [string, string, unknown] = ['n', 'eq', 5];
  const no: [string, string, unknown] = ['s', 'eq', 'other'];
  const results = [[[yes, no]], [[yes], [no]], [[no], [no, yes]], []].map((alternatives) => meets(readEnhancedFilter(filterOf(...alternatives)), item));
  expect(results).toEqual([false, true, false, true]);
});

describe('a filter is refused', () => {
  const conditions = (count: number): [string, string, unknown][] => Array.from({ length: count }, (_, i) => [`f${i}`, 'eq', i]);
  const value = (operator: string, of: unknown): object => filterOf([['f', operator, of]]);
  const noFilter = 'subscription filter is not of the form { filterGroup: [{ filters: [{ fieldName, operator, value }] }] }.';

  test.each<[string, unknown, string]>([
    ['over 10 alternatives', filterOf(...conditions(11).map((condition) => [condition])), 'Filters combination exceed maximum limit 10 for subscription.'],
    ['over 5 fields', filterOf(conditions(6)), 'Filters exceed maximum attributes limit 5 for subscription.'],
    ['one field twice', filterOf([['f', 'ge', 1], ['f', 'lt', 9]]), 'subscription filter uses same fieldName multiple time.'],
    ['over 5 values of in', value('in', [1, 2, 3, 4, 5, 6]), 'subscription exceeds maximum value limit 5 for operator `in`.'],
    ['over 5 values of notIn', value('notIn', [1, 2, 3, 4, 5, 6]), 'subscription exceeds maximum value limit 5 for operator `notIn`.'],
    ['over 20 values of containsAny', value('containsAny', Array.from({ length: 21 }, String)), 'subscription exceeds maximum value limit 20 for operator `containsAny`.'],
    ['over 256 characters', value('eq', 'x'.repeat(257)), 'subscription filter exceeds maximum length 256 of a string, for operator `eq`.'],
    ['over 256 characters in a list', value('in', ['x', 'x'.repeat(257)]), 'subscription filter exceeds maximum length 256 of a string, for operator `in`.'],
    ['over 5 levels', filterOf([['a.b.c.d.e.f', 'eq', 1]]), 'subscription filter exceeds maximum depth 5 for fieldName `a.b.c.d.e.f`.'],
    ['an unknown operator', value('like', 'x'), 'subscription filter has invalid operator `like`.'],
    ['an operator that objects have', value('toString', 'x'), 'subscription filter has invalid operator `toString`.'],
    ...([
      ['eq', null], ['eq', undefined], ['eq', [1]], ['ne', null], ['le', true], ['gt', null], ['ge', {}], ['lt', [1]], ['contains', true], ['contains', null], ['notContains', ['x']], ['beginsWith', 1],
      ['in', []], ['in', 'x'], ['in', [true]], ['in', [null]], ['notIn', 1], ['between', [1]], ['between', [1, 2, 3]], ['between', [1, '2']], ['between', 1], ['containsAny', []], ['containsAny', 'x'],
    ] as const).map(([operator, of]): [string, unknown, string] => [`${operator} ${JSON.stringify(of)}`, value(operator, of), `subscription filter has invalid filter value for operator \`${operator}\`.`]),
    ...[null, 1, 'x', [], {}, { filterGroup: {} }, { filterGroup: [null] }, { filterGroup: [{}] }, { filterGroup: [{ filters: [] }] }, { filterGroup: [{ filters: [1] }] }, { filterGroup: [{ filters: [{ fieldName: 1, operator: 'eq', value: 1 }] }] }]
      .map((filter): [string, unknown, string] => [JSON.stringify(filter), filter, noFilter]),
  ])('%s', (_, filter, message) => {
    expect(() => readEnhancedFilter(filter)).toThrow(new FilterError(message));
  });

  test('not at its limits', () => {
    readEnhancedFilter(filterOf(...Array.from({ length: 10 }, () => conditions(5))));
    readEnhancedFilter(filterOf([['a.b.c.d.e', 'in', ['x'.repeat(256), 2, 3, 4, 5]], ['b', 'containsAny', Array.from({ length: 20 }, String)]]));
  });
});

test.each<[Record<string, unknown>, boolean]>([
  [{}, true], [{ n: 5 }, true], [{ n: 5, s: 'launch' }, true], [{ n: 5, s: 'other' }, false], [{ n: '5' }, false], [{ missing: 1 }, false], [{ none: 1 }, false], [{ toString: 1 }, false],
  [{ list: ['a', 'b'] }, true], [{ list: ['b', 'a'] }, false], [{ nested: { deep: { n: 7 } } }, true],
])('arguments %j match: %j', (args, expected) => {
  expect(matchesArguments(args, item)).toBe(expected);
});
