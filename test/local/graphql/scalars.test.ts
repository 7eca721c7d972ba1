import { code, resolver } from '../template/api-template';
import { serve } from './serve';

const names = ['AWSDate', 'AWSTime', 'AWSDateTime', 'AWSTimestamp', 'AWSEmail', 'AWSJSON', 'AWSURL', 'AWSPhone', 'AWSIPAddress'];
const run = serve(
  `type Query { ${names.map((name) => `${name}(v: ${name}): ${name}`).join('\n')} seen(v: AWSJSON): String }`,
  {
    ...Object.fromEntries(names.map((name) => [name, resolver(`Query.${name}`, code('return { payload: ctx.args.v };'))])),
    Seen: resolver('Query.seen', code('return { payload: typeof ctx.args.v + " " + JSON.stringify(ctx.args.v) };')),
  },
);
const echo = (name: string, v: unknown) => run(`query ($v: ${name}) { value: ${name}(v: $v) }`, { v });

const accepted: Record<string, unknown[]> = {
  AWSDate: ['2020-02-29', '1970-01-01Z', '1970-01-01-07:00', '1970-01-01+05:30', '1970-01-01+05:30:15', '-2017-01-01'],
  AWSTime: ['12:30', '12:30:24', '12:30:24.500', '12:30Z', '12:30:24.123456789-07:00'],
  AWSDateTime: ['2020-01-01T12:00Z', '2020-01-01T12:00:00.000Z', '2020-01-01T12:00:00+05:30', '-0001-01-01T00:00Z'],
  AWSTimestamp: [0, -5, 1600000000, 4102444800],
  AWSEmail: ['a@example.com', 'a.b+c@example.co.uk'],
  AWSURL: ['https://www.amazon.com/dp/B000NZW3KC/', 'mailto:example@example.com', 'http://localhost:8080/?a=//b'],
  AWSPhone: ['+4915112345678', '+44 20 7946 0958', '555-234-5678'.replace('555', '206'), '2065550100', '1 206 555 0100', '(206) 555-0100'],
  AWSIPAddress: ['123.12.34.56', '123.45.67.89/16', '1a2b:3c4b::1234:4567', '::/128'],
};
const refused: Record<string, unknown[]> = {
  AWSDate: ['2021-02-29', '2020-13-01', '2020-1-1', '2020-01-01T00:00Z', '', 5],
  AWSTime: ['24:00', '12', '12:60', '12:30:24.', 1230],
  AWSDateTime: ['2020-01-01T12:00', '2020-01-01', '2020-05-23T06:4:37.000Z', '2020-02-30T12:00Z', '2020-01-01 12:00Z'],
  AWSTimestamp: ['5', 1.5, true],
  AWSEmail: ['a', 'a@', '@b', 'a b@example.com', 'a@b@c'],
  AWSURL: ['www.amazon.com', 'https://example.com/a//b', 'no url'],
  AWSPhone: ['1110004444', '12', '+0123456789', 'phone', '+49 151 1234 5678 9012'],
  AWSIPAddress: ['123.12.34', '300.1.1.1', '1.1.1.1/33', '1.1.1.1/8/8', '::/129'],
};

test.each(Object.entries(accepted).flatMap(([name, values]) => values.map((value) => [name, value] as const)))('%s accepts %j', async (name, value) => {
  expect(await echo(name, value)).toEqual({ data: { value } });
});

test.each(Object.entries(refused).flatMap(([name, values]) => values.map((value) => [name, value] as const)))('%s refuses %j', async (name, value) => {
  const { data, errors } = await echo(name, value);
  expect(data).toBeNull();
  expect(errors).toEqual([{
    path: null,
    locations: [{ line: 1, column: 8, sourceName: null }],
    message: expect.stringContaining(`Variable 'v' has an invalid value. Unable to parse \`${value}\` as a valid `),
  }]);
});

describe('AWSJSON', () => {
  test.each([['{"a":1}', 'object {"a":1}'], ['[1,2]', 'object [1,2]'], ['"text"', 'string "text"'], ['true', 'boolean true'], ['1', 'number 1']])(
    '%s: resolvers see the value, clients get it back as a string', async (text, seen) => {
      expect(await run('query ($v: AWSJSON) { seen(v: $v) AWSJSON(v: $v) }', { v: text })).toEqual({ data: { seen, AWSJSON: text } });
    });

  test.each([['{a: 1}'], ['text'], [''], [{ a: 1 }], [1]])('%j is refused', async (value) => {
    expect((await echo('AWSJSON', value)).errors[0].message).toMatch(/^Variable 'v' has an invalid value. Unable to parse `.*` as a valid JSON\.$/s);
  });

  test('as a literal', async () => {
    expect(await run('{ AWSJSON(v: "{\\"a\\":1}") }')).toEqual({ data: { AWSJSON: '{"a":1}' } });
    expect((await run('{ AWSJSON(v: { upvotes: 10 }) }')).errors).toEqual([{
      path: null,
      locations: [{ line: 1, column: 11, sourceName: null }],
      message: `Validation error of type WrongType: argument 'v' with value 'ObjectValue{objectFields=[ObjectField{name='upvotes', value=IntValue{value=10}}]}' is not a valid 'AWSJSON' @ 'AWSJSON'`,
    }]);
  });
});

test('what a resolver returns is checked too', async () => {
  const serialize = serve('type Query { at: [AWSDateTime] n: Int e: E } enum E { A }', {
    At: resolver('Query.at', code('return { payload: ["2020-01-01T00:00Z", "2020-05-23T06:4:37.000Z"] };')),
    N: resolver('Query.n', code('return { payload: "x" };')),
    E: resolver('Query.e', code('return { payload: "B" };')),
  });
  expect(await serialize('{ at n e }')).toEqual({
    data: { at: ['2020-01-01T00:00Z', null], n: null, e: null },
    errors: expect.arrayContaining([
      { path: ['at', 1], locations: null, message: `Can't serialize value (/at[1]) : Unable to serialize \`2020-05-23T06:4:37.000Z\` as a valid DateTime Object.` },
      { path: ['n'], locations: null, message: expect.stringContaining(`Can't serialize value (/n) : Int cannot represent`) },
      { path: ['e'], locations: null, message: expect.stringContaining(`Can't serialize value (/e) : Enum "E" cannot represent value: "B"`) },
    ]),
  });
});
