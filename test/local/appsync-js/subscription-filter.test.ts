import { evaluate, makeContext } from './handler-call';

interface FieldFilter { readonly fieldName: string; readonly operator: string; readonly value: unknown }

/** The groups of a filter, each filter in it as `field operator value`. */
function groupsOf(...values: unknown[]): string[][] {
  const { filterGroup } = evaluate('util.transform.toSubscriptionFilter(...ctx.args.values)', makeContext({ arguments: { values } })) as { filterGroup: { filters: FieldFilter[] }[] };
  return filterGroup.map(({ filters }) => filters.map(({ fieldName, operator, value }) => `${fieldName} ${operator} ${JSON.stringify(value)}`));
}

describe('util.transform.toSubscriptionFilter', () => {
  test('its form', () => {
    expect(evaluate('util.transform.toSubscriptionFilter({ a: { eq: 1 } })')).toEqual({ filterGroup: [{ filters: [{ fieldName: 'a', operator: 'eq', value: 1 }] }] });
  });

  const [a, b, c] = [{ a: { eq: 1 } }, { b: { eq: 2 } }, { c: { eq: 3 } }];
  test.each<[string, unknown[], string[][]]>([
    ['fields are combined', [{ ...a, ...b }], [['a eq 1', 'b eq 2']]],
    ['operators of a field are alternatives', [{ a: { eq: 1, ne: 2 } }], [['a eq 1'], ['a ne 2']]],
    ['and combines', [{ ...c, and: [a, b] }], [['c eq 3', 'a eq 1', 'b eq 2']]],
    ['or splits', [{ or: [a, b] }], [['a eq 1'], ['b eq 2']]],
    ['an or inside an and multiplies out', [{ and: [a, { or: [b, c] }] }], [['a eq 1', 'b eq 2'], ['a eq 1', 'c eq 3']]],
    ['all together', [{ p: { le: 50, ge: 20 }, and: [a, b], or: [c, { d: { eq: false } }] }], [
      ['p le 50', 'a eq 1', 'b eq 2', 'c eq 3'], ['p le 50', 'a eq 1', 'b eq 2', 'd eq false'], ['p ge 20', 'a eq 1', 'b eq 2', 'c eq 3'], ['p ge 20', 'a eq 1', 'b eq 2', 'd eq false'],
    ]],
    ['operators are taken as they are', [{ a: { in: [1, 2] }, b: { notIn: ['x'] }, c: { bogus: 1 } }], [['a in [1,2]', 'b notIn ["x"]', 'c bogus 1']]],
    ['not is taken for a field', [{ not: a }], [['not a {"eq":1}']]],
    ['ignored fields are left out, at any depth', [{ ...a, and: [b], or: [c] }, ['b', 'c']], [['a eq 1']]],
    ['rules are alternatives on top', [a, [], { r1: { ge: 250 }, r2: { eq: 'p' } }], [['a eq 1', 'r1 ge 250'], ['a eq 1', 'r2 eq "p"']]],
    ['rules alone', [{}, null, { r1: { eq: 1 } }], [['r1 eq 1']]],
    ['nothing', [{}], []],
    ['a field without operators', [{ a: {} }], []],
    ['an empty and', [{ and: [] }], []],
  ])('%s', (_name, values, groups) => {
    expect(groupsOf(...values)).toEqual(groups);
  });

  test('a filter that is no object gives null', () => {
    expect(evaluate('[null, [], "{}", undefined].map((filter) => util.transform.toSubscriptionFilter(filter))')).toEqual([null, null, null, null]);
  });

  test.each([
    ['{ a: 1 }', '\'a\' has no operator: 1'],
    ['{ and: { a: { eq: 1 } } }', '\'and\' takes a list, not {"a":{"eq":1}}'],
    ['{ or: [null] }', 'null is no filter'],
  ])('%s is an error', (filter, message) => {
    expect(() => evaluate(`util.transform.toSubscriptionFilter(${filter})`)).toThrow(message);
  });
});
