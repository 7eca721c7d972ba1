import { EmbeddedEngine, ensureTables } from '../../../lib/local/dynamodb';
import { type Attributes } from '../../../lib/local/dynamodb/attribute-values';
import { compareDecimals } from '../../../lib/local/dynamodb/decimals';
import { type DynamoDbOutput } from '../../../lib/local/dynamodb/engine';
import { teams } from './engines';

const items: readonly Attributes[] = [
  { id: { S: 'empty' }, text: { S: '' }, flag: { BOOL: false }, list: { L: [] } },
  { id: { S: 'full' }, text: { S: 'ab' }, flag: { BOOL: true }, list: { L: [{ S: 'a' }, { N: '1.0' }, { L: [{ S: 'b' }] }] }, count: { N: '10' }, data: { B: 'AQID' } },
  { id: { S: 'wide' }, text: { S: '\uFF5E' }, flag: { NULL: true }, set: { NS: ['1', '2'] }, count: { N: '-1e-3' }, map: { M: { a: { N: '1' }, b: { S: '' } } } },
  { id: { S: 'wider' }, text: { S: '\u{1F600}' }, set: { SS: ['a', 'b'] }, count: { N: '12345678901234567890123456789012345678' } },
];

let engine: EmbeddedEngine;

beforeAll(async () => {
  engine = new EmbeddedEngine();
  await ensureTables(engine, [teams]);
  for (const Item of items) await engine.request('PutItem', { TableName: 'Team', Item });
});
afterAll(() => engine.close());

function scan(expression: string, values: Attributes = {}, more: object = {}): Promise<DynamoDbOutput> {
  const names = Object.fromEntries([...expression.matchAll(/#(\w+)/g)].map(([placeholder, name]) => [placeholder, name]));
  return engine.request('Scan', {
    TableName: 'Team', FilterExpression: expression,
    ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }), ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }), ...more,
  });
}

test.each<[string, Attributes, readonly string[]]>([
  ['size(#text) = :v', { ':v': { N: '0' } }, ['empty']],
  ['size(#list) >= :v', { ':v': { N: '0' } }, ['empty', 'full']],
  ['size(#map) = :v', { ':v': { N: '2' } }, ['wide']],
  ['size(#data) = :v', { ':v': { N: '3' } }, ['full']],
  ['size(#count) >= :v', { ':v': { N: '0' } }, []],
  ['attribute_type(#text, :v)', { ':v': { S: 'S' } }, ['empty', 'full', 'wide', 'wider']],
  ['attribute_type(#flag, :v)', { ':v': { S: 'BOOL' } }, ['empty', 'full']],
  ['#text BETWEEN :a AND :b', { ':a': { S: '' }, ':b': { S: 'a' } }, ['empty']],
  ['#text IN (:a, :b)', { ':a': { S: '' }, ':b': { S: 'x' } }, ['empty']],
  ['#flag IN (:a)', { ':a': { BOOL: false } }, ['empty']],
  ['begins_with(#text, :v)', { ':v': { S: '' } }, ['empty', 'full', 'wide', 'wider']],
  ['begins_with(#data, :v)', { ':v': { B: 'AQI=' } }, ['full']],
  ['contains(#data, :v)', { ':v': { B: 'AgM=' } }, ['full']],
  ['contains(#list, :v)', { ':v': { N: '1' } }, ['full']],
  ['contains(#list, :v)', { ':v': { L: [{ S: 'b' }] } }, ['full']],
  ['contains(#set, :v)', { ':v': { N: '1.00' } }, ['wide']],
  ['contains(#set, :v)', { ':v': { S: 'a' } }, ['wider']],
  ['#set = :v', { ':v': { SS: ['b', 'a'] } }, ['wider']],
  ['#set <> :v', { ':v': { SS: ['b', 'a'] } }, ['empty', 'full', 'wide']],
  ['#map = :v', { ':v': { M: { b: { S: '' }, a: { N: '1.0' } } } }, ['wide']],
  ['#text > :v', { ':v': { S: '\uFF5E' } }, ['wider']],
  ['#text BETWEEN :a AND :b', { ':a': { S: '\uFF5E' }, ':b': { S: '\u{1F600}' } }, ['wide', 'wider']],
  ['#count > :v', { ':v': { N: '12345678901234567890123456789012345677' } }, ['wider']],
  ['#count < :v', { ':v': { N: '0' } }, ['wide']],
  ['#list[2][0] = :v', { ':v': { S: 'b' } }, ['full']],
  ['#map.#b = :v', { ':v': { S: '' } }, ['wide']],
  ['#map.#constructor <> :v', { ':v': { S: '' } }, ['empty', 'full', 'wide', 'wider']],
  ['attribute_exists(#list[0]) OR attribute_not_exists(#count)', {}, ['empty', 'full']],
])('%s of %j', async (expression, values, expected) => {
  const { Items, Count, ScannedCount } = await scan(expression, values);
  expect(Items!.map(({ id }) => id!.S).sort()).toEqual(expected);
  expect([Count, ScannedCount]).toEqual([expected.length, items.length]);
});

test('a filter looks at what is not selected', async () => {
  expect(await scan('#count > :v', { ':v': { N: '0' } }, { ProjectionExpression: 'id', Select: 'SPECIFIC_ATTRIBUTES' }))
    .toEqual({ Items: expect.arrayContaining([{ id: { S: 'full' } }, { id: { S: 'wider' } }]), Count: 2, ScannedCount: 4 });
  expect(await scan('#count > :v', { ':v': { N: '0' } }, { Select: 'COUNT' })).toEqual({ Count: 2, ScannedCount: 4 });
});

test('conditions are evaluated the same way', async () => {
  const condition = (ConditionExpression: string): Promise<unknown> => engine.request('UpdateItem', {
    TableName: 'Team', Key: { id: { S: 'empty' } }, UpdateExpression: 'SET #t = :empty', ConditionExpression,
    ExpressionAttributeNames: { '#t': 'text' }, ExpressionAttributeValues: { ':empty': { S: '' }, ':zero': { N: '0' } },
  });
  await condition('size(#t) = :zero');
  await expect(condition('size(#t) > :zero')).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
});

test('decimal numbers are compared exactly', () => {
  const ascending = ['-1e10', '-12.5', '-12.45', '-1', '-0.1', '-0.01', '-0', '0.001', '0.1', '0.10000000000000000001', '1', '1.05', '10', '99', '1e2', '100.5', '1E+20'];
  ascending.forEach((one, index) => ascending.forEach((other, place) => expect(Math.sign(compareDecimals(one, other))).toBe(Math.sign(index - place))));
  expect([compareDecimals('1.50', '+15e-1'), compareDecimals('0', '-0.0')]).toEqual([0, 0]);
});
