import { EmbeddedEngine, ensureTables } from '../../../lib/local/dynamodb';
import { type DynamoDbOperation } from '../../../lib/local/dynamodb/engine';
import { teams } from './engines';

let engine: EmbeddedEngine;

beforeEach(async () => {
  engine = new EmbeddedEngine();
  await ensureTables(engine, [teams]);
});
afterEach(() => engine.close());

const Key = { id: { S: 't1' } };
const stored = { ...Key, name: { S: 'Reds' } };
const writes: readonly [DynamoDbOperation, object][] = [['PutItem', { Item: Key }], ['UpdateItem', { Key, UpdateExpression: 'REMOVE #n', ExpressionAttributeNames: { '#n': 'name' } }], ['DeleteItem', { Key }]];

describe.each(writes)('a failed condition of a %s', (operation, input) => {
  const outcome = (more: object): Promise<unknown> => engine.request(operation, { TableName: 'Team', ...input, ConditionExpression: 'attribute_exists(nothing)', ...more }).catch((error) => error);
  const failed = { name: 'ConditionalCheckFailedException', message: 'The conditional request failed' };

  test('comes with the item when that is asked for', async () => {
    await engine.request('PutItem', { TableName: 'Team', Item: stored });
    expect(await outcome({ ReturnValuesOnConditionCheckFailure: 'ALL_OLD' })).toMatchObject({ ...failed, details: { Item: stored } });
    expect(await outcome({ ReturnValuesOnConditionCheckFailure: 'NONE' })).toMatchObject({ ...failed, details: expect.not.objectContaining({ Item: expect.anything() }) });
    expect(await outcome({})).toMatchObject({ ...failed, details: expect.not.objectContaining({ Item: expect.anything() }) });
    expect((await engine.request('GetItem', { TableName: 'Team', Key })).Item).toEqual(stored);
  });

  test('comes without one where there is none', async () => {
    expect(await outcome({ ReturnValuesOnConditionCheckFailure: 'ALL_OLD' })).toMatchObject({ ...failed, details: expect.not.objectContaining({ Item: expect.anything() }) });
  });

  test('is not asked for in other words', async () => {
    expect(await outcome({ ReturnValuesOnConditionCheckFailure: 'ALL_NEW' })).toMatchObject({
      name: 'ValidationException',
      message: "1 validation error detected: Value 'ALL_NEW' at 'returnValuesOnConditionCheckFailure' failed to satisfy constraint: Member must satisfy enum value set: [ALL_OLD, NONE]",
    });
  });
});
