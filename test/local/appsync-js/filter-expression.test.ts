import { evaluate, makeContext } from './handler-call';

const text = (filter: unknown, kind = 'Filter'): unknown => evaluate(`util.transform.toDynamoDB${kind}Expression(ctx.args.filter)`, makeContext({ arguments: { filter } }));
const expressionOf = (filter: unknown): unknown => JSON.parse(text(filter) as string);

describe('util.transform.toDynamoDBFilterExpression', () => {
  test('gives text, for a condition the same', () => {
    const result = '{"expression":"(begins_with(#title,:title_beginsWith))","expressionNames":{"#title":"title"},"expressionValues":{":title_beginsWith":{"S":"far away"}}}';
    expect(text({ title: { beginsWith: 'far away' } })).toBe(result);
    expect(text({ title: { beginsWith: 'far away' } }, 'Condition')).toBe(result);
  });

  test.each([
    ['eq', 'x', '(#v = :v_eq)'],
    ['ne', 'x', '(#v <> :v_ne)'],
    ['lt', 'x', '(#v < :v_lt)'],
    ['le', 'x', '(#v <= :v_le)'],
    ['gt', 'x', '(#v > :v_gt)'],
    ['ge', 'x', '(#v >= :v_ge)'],
    ['contains', 'x', '(contains(#v,:v_contains))'],
    ['notContains', 'x', '(NOT contains(#v,:v_notContains))'],
    ['beginsWith', 'x', '(begins_with(#v,:v_beginsWith))'],
  ])('%s', (operator, operand, expression) => {
    expect(expressionOf({ v: { [operator]: operand } })).toEqual({ expression, expressionNames: { '#v': 'v' }, expressionValues: { [`:v_${operator}`]: { S: 'x' } } });
  });

  test.each<[unknown, string, Record<string, unknown>]>([
    [{ v: { between: [1, 9] } }, '(#v BETWEEN :v_between_start AND :v_between_end)', { ':v_between_start': { N: 1 }, ':v_between_end': { N: 9 } }],
    [{ v: { in: ['a', 'b'] } }, '(#v IN (:v_in_0, :v_in_1))', { ':v_in_0': { S: 'a' }, ':v_in_1': { S: 'b' } }],
    [{ v: { in: [] } }, '(null)', {}],
    [{ v: { attributeExists: true } }, '(attribute_exists(#v))', {}],
    [{ v: { attributeExists: false } }, '(attribute_not_exists(#v))', {}],
    [{ v: { attributeType: 'boolean' } }, '(attribute_type(#v,:v_attributeType))', { ':v_attributeType': { S: 'BOOL' } }],
    [{ v: { attributeType: '_null' } }, '(attribute_type(#v,:v_attributeType))', { ':v_attributeType': { S: 'NULL' } }],
    [{ v: { size: { gt: 2, lt: 5 } } }, '((size(#v) > :v_size_gt) AND (size(#v) < :v_size_lt))', { ':v_size_gt': { N: 2 }, ':v_size_lt': { N: 5 } }],
    [{ v: { ge: 1, le: 5 } }, '((#v >= :v_ge) AND (#v <= :v_le))', { ':v_ge': { N: 1 }, ':v_le': { N: 5 } }],
    [{ v: { eq: null } }, '(#v = :v_eq)', { ':v_eq': { NULL: null } }],
    [{ v: { eq: [1, { a: true }] } }, '(#v = :v_eq)', { ':v_eq': { L: [{ N: 1 }, { M: { a: { BOOL: true } } }] } }],
  ])('%j', (filter, expression, expressionValues) => {
    expect(expressionOf(filter)).toEqual({ expression, expressionNames: { '#v': 'v' }, expressionValues });
  });

  const [a, b, c] = [{ a: { eq: 1 } }, { b: { eq: 2 } }, { c: { eq: 3 } }];
  test.each([
    [{ ...a, ...b }, '(#a = :a_eq) AND (#b = :b_eq)'],
    [{ ...a, and: [b] }, '(#a = :a_eq) AND (#b = :and_0_b_eq)'],
    [{ and: [a] }, '(#a = :and_0_a_eq)'],
    [{ and: [a, b] }, '((#a = :and_0_a_eq) AND (#b = :and_1_b_eq))'],
    [{ or: [a, b] }, '((#a = :or_0_a_eq) OR (#b = :or_1_b_eq))'],
    [{ or: [{ ...a, ...b }, c] }, '(((#a = :or_0_a_eq) AND (#b = :or_0_b_eq)) OR (#c = :or_1_c_eq))'],
    [{ not: a }, '(NOT (#a = :not_a_eq))'],
    [{ not: { ...a, ...b } }, '(NOT ((#a = :not_a_eq) AND (#b = :not_b_eq)))'],
    [{ not: { not: a } }, '(NOT (NOT (#a = :not_not_a_eq)))'],
    [{ not: { and: [a, b] } }, '(NOT ((#a = :not_and_0_a_eq) AND (#b = :not_and_1_b_eq)))'],
    [{ and: [{ not: a }, b] }, '((NOT (#a = :and_0_not_a_eq)) AND (#b = :and_1_b_eq))'],
    [{ or: [{ and: [a, b] }, c] }, '(((#a = :or_0_and_0_a_eq) AND (#b = :or_0_and_1_b_eq)) OR (#c = :or_1_c_eq))'],
    [{ and: [{ or: [{ and: [a] }] }] }, '(#a = :and_0_or_0_and_0_a_eq)'],
    [{ and: [a, a] }, '((#a = :and_0_a_eq) AND (#a = :and_1_a_eq))'],
    [{}, ''],
    [{ and: [] }, ''],
    [{ v: {} }, ''],
    [{ not: {} }, '(NOT )'],
    [{ and: [a, {}] }, '((#a = :and_0_a_eq) AND )'],
    [{ ...a, b: {} }, '(#a = :a_eq) AND '],
  ])('groups %j', (filter, expression) => {
    expect(expressionOf(filter)).toMatchObject({ expression });
  });

  test.each([
    [null], [[]], ['text'], [{ v: { foo: 1 } }], [{ v: 'x' }], [{ a: { b: { eq: 1 } } }], [{ and: a }], [{ and: null }], [{ and: [a, null] }], [{ not: [a] }], [{ v: { between: [1] } }],
    [{ v: { between: 'x' } }], [{ v: { in: 'x' } }], [{ v: { attributeExists: null } }], [{ v: { attributeType: 'S' } }], [{ v: { attributeType: 'bool' } }], [{ v: { size: 3 } }],
  ])('%j gives null', (filter) => {
    expect(text(filter)).toBeNull();
  });
});
