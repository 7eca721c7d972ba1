import { Aws } from 'aws-cdk-lib';
import { a, type ScalarName } from 'cdk-appsync-data';
import { scalars, type Defined, type FieldDefinition } from 'cdk-appsync-data/schema';
import { LocalApi } from 'cdk-appsync-data/local';
import { send } from '../support/graphql';
import { stackOf } from '../support/synthesized';

/** Text that means something in JavaScript, JSON, templates of CloudFormation or HTML. */
const awkward = 'a "quoted" \'text\' with \\ and \n, ${Token[1]}, `${x}`, </script>, \u2028, \u{1F600}, {"Ref": "x"} and //';

/** A default of every scalar type, and what a client reads then. */
const defaults: Readonly<Record<ScalarName, readonly [value: unknown, read?: unknown]>> = {
  id: ['an id'],
  string: [awkward],
  integer: [-3],
  float: [1.25],
  boolean: [false],
  date: ['2026-01-31'],
  time: ['12:30:00.000'],
  datetime: ['2026-01-31T12:30:00.000Z'],
  timestamp: [1_769_862_600],
  email: ['a@example.com'],
  json: [{ [awkward]: [1, null, awkward, { deep: true }] }, JSON.stringify({ [awkward]: [1, null, awkward, { deep: true }] })],
  phone: ['+1 555 0100'],
  url: ['https://example.com/?a=b&c="d"'],
  ipAddress: ['192.0.2.1'],
};

const names = Object.keys(scalars) as ScalarName[];

/** A field whose default the compiler cannot compare with its type here. */
const field = (name: ScalarName, value: unknown): Defined<FieldDefinition> => a[name]().default(value as never);
const list = (name: ScalarName, value: unknown): Defined<FieldDefinition> => a[name]().array().default([value, null] as never);

const fields = Object.fromEntries(names.flatMap((name) => [[`one${name}`, field(name, defaults[name][0])], [`many${name}`, list(name, defaults[name][0])]]));

let api: LocalApi;
let record: Record<string, unknown>;

beforeAll(async () => {
  api = await LocalApi.fromStack(stackOf(a.schema({ Thing: a.model({ ...fields, text: a.json().default(awkward), zero: a.integer().default(0), empty: a.string().default('') }) }).authorization((allow) => allow.publicApiKey())));
  const { data, errors } = await send(api, `mutation { createThing(input: {}) { ${Object.keys(fields).join(' ')} text zero empty } }`);
  expect(errors).toBeUndefined();
  record = data!.createThing as Record<string, unknown>;
});

afterAll(() => api.close());

test.each(names)('a.%s().default(...) is written, alone and in a list', (name) => {
  const [value, read = value] = defaults[name];
  expect([record[`one${name}`], record[`many${name}`]]).toEqual([read, [read, null]]);
});

test('a default that JavaScript takes for false is one, and JSON may be a text', () => {
  expect(record).toMatchObject({ zero: 0, empty: '', text: JSON.stringify(awkward) });
});

test('a client that gives a value gets that one', async () => {
  const { data } = await send(api, 'mutation { createThing(input: { zero: 5, onestring: "mine", onejson: "[1]", manyinteger: [] }) { zero onestring onejson manyinteger } }');
  expect(data).toEqual({ createThing: { zero: 5, onestring: 'mine', onejson: '[1]', manyinteger: [] } });
});

test('a token of the CDK in a default is resolved', async () => {
  const own = await LocalApi.fromStack(stackOf(a.schema({ Thing: a.model({ partition: a.string().default(`in ${Aws.PARTITION}`) }) }).authorization((allow) => allow.publicApiKey())));
  expect((await send(own, 'mutation { createThing(input: {}) { partition } }')).data).toEqual({ createThing: { partition: 'in aws' } });
  await own.close();
});

test('a key of JSON that JavaScript would not keep is refused', () => {
  const schema = a.schema({ Thing: a.model({ data: a.json().default(JSON.parse('[{"__proto__": {"a": 1}}]') as never) }) }).authorization((allow) => allow.publicApiKey());
  expect(() => stackOf(schema)).toThrow(/Thing\.data: the default .* is no value of AWSJSON/);
});
