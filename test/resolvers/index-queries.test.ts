import { a } from 'cdk-appsync-data';
import { LocalApi } from 'cdk-appsync-data/local';
import { send } from '../support/graphql';
import { stackOf } from '../support/synthesized';

let api: LocalApi;

const schema = a.schema({
  Sensor: a.model({ no: a.integer().required(), readings: a.hasMany('Reading', 'sensorNo'), last: a.hasOne('Reading', 'sensorNo2') }).identifier(['no']),
  Reading: a.model({ sensorNo: a.integer(), sensorNo2: a.integer(), at: a.timestamp().required(), kind: a.enum(['WET', 'DRY']), value: a.float() }).secondaryIndexes((index) => [
    index('sensorNo').sortKeys(['at']),
    index('sensorNo2').sortKeys(['at']).queryField(null),
    index('kind').sortKeys(['value']),
    index('kind').sortKeys(['at', 'value']).name('byKind').queryField('readingsByKind'),
  ]),
}).authorization((allow) => allow.publicApiKey());

beforeAll(async () => {
  api = await LocalApi.fromStack(stackOf(schema));
  await send(api, 'mutation { createSensor(input: { no: 1 }) { no } }');
  for (const [position, at] of [9, 10, 100].entries()) {
    const input = { id: `r${position}`, sensorNo: 1, sensorNo2: 1, at, kind: position ? 'WET' : 'DRY', value: position };
    await send(api, 'mutation ($input: CreateReadingInput!) { createReading(input: $input) { id } }', { input });
  }
});

afterAll(() => api.close());

async function ids(query: string): Promise<unknown> {
  const { data, errors } = await send(api, `{ found: ${query} { items { id } } }`);
  return errors?.map(({ errorType, message }) => `${errorType}: ${message}`) ?? (data!.found as { items: { id: string }[] }).items.map(({ id }) => id);
}

test.each([
  ['listReadingBySensorNoAndAt(sensorNo: 1)', ['r0', 'r1', 'r2']],
  ['listReadingBySensorNoAndAt(sensorNo: 1, at: { le: 10 }, sortDirection: DESC)', ['r1', 'r0']],
  ['listReadingBySensorNoAndAt(sensorNo: 1, at: {})', ['r0', 'r1', 'r2']],
  ['listReadingBySensorNoAndAt(sensorNo: 1, at: { between: [10, 100] }, filter: { kind: { eq: WET }, value: { lt: 2 } })', ['r1']],
  ['listReadingByKindAndValue(kind: WET, value: { eq: 2 })', ['r2']],
  ['readingsByKind(kind: WET, atValue: { eq: { at: 10, value: 1 } })', ['r1']],
  ['readingsByKind(kind: WET, atValue: { between: [{ at: 10 }, { at: 10, value: 9 }] })', ['r1']],
])('%s', async (query, expected) => {
  expect(await ids(query)).toEqual(expected);
});

test.each([
  ['listReadingBySensorNoAndAt(sensorNo: 1, at: { eq: null })', "InvalidArgumentsError: 'eq' in 'at' needs a value"],
  ['listReadingBySensorNoAndAt(sensorNo: 1, at: { between: [1] })', "InvalidArgumentsError: 'between' needs two values"],
  ['listReadingBySensorNoAndAt(sensorNo: 1, at: { between: [1, null] })', "InvalidArgumentsError: 'between' needs two values"],
  ['readingsByKind(kind: WET, atValue: { between: null })', "InvalidArgumentsError: 'between' in 'atValue' needs a value"],
  ['readingsByKind(kind: WET, atValue: { ge: { value: 1 } })', "InvalidArgumentsError: 'at' is missing: a condition names at, value from the first one on"],
  ['listReadingBySensorNoAndAt(sensorNo: 1, filter: { not: { at: { eq: 9 } } })', "Unrecognized Filter: can't filter by 'at': it is a key of what is read, or not in it"],
  ['listReadingBySensorNoAndAt(sensorNo: 1, limit: 0)', "InvalidArgumentsError: 'limit' is 0, but a page holds at least one record"],
])('%s is refused', async (query, message) => {
  expect(await ids(query)).toEqual([message]);
});

test.each([
  ['{ at: { gt: 9 } }', ['r1', 'r2']],
  ['{ at: { eq: 100 }, value: { ge: 0 } }', ['r2']],
  ['{ sensorNo: { eq: 1 }, and: [{ at: { between: [9, 10] } }, { value: { gt: 0 } }] }', ['r1']],
  ['{ or: [{ value: { eq: 0 } }, { kind: { eq: WET } }] }', ['r0', 'r1', 'r2']],
  ['{ sensorNo: { eq: 2 } }', []],
])('related records of an index that sorts by a number: %s', async (filter, expected) => {
  const { data, errors } = await send(api, `{ getSensor(no: 1) { readings(filter: ${filter}) { items { id } } last { at } } }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({ getSensor: { readings: { items: expected.map((id) => ({ id })) }, last: { at: 9 } } });
});

test.each([
  ['{ at: { gt: 9 }, and: [{ at: { lt: 100 } }] }'], ['{ at: { gt: 9, lt: 100 } }'], ['{ at: { ne: 9 } }'], ['{ or: [{ at: { eq: 9 } }] }'], ['{ not: { at: { eq: 9 } } }'],
])('%s asks more of the sort key than a Query can', async (filter) => {
  const { errors } = await send(api, `{ getSensor(no: 1) { readings(filter: ${filter}) { items { id } } } }`);
  expect(errors).toMatchObject([{ errorType: 'Unrecognized Filter', message: "can't filter by 'at': it is a key of what is read, or not in it" }]);
});
