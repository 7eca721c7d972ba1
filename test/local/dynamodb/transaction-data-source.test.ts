import { type DynamoDbDataSource, EmbeddedEngine, type RequestLog } from '../../../lib/local/dynamodb';
import { transactRequests } from '../../../lib/local/appsync-js/dynamodb/transact-requests';
import { get, put, refusal, startDataSources } from './data-sources';

let close: () => Promise<void>;
let log: RequestLog;
let team: DynamoDbDataSource;
let member: DynamoDbDataSource;

beforeEach(async () => {
  const engine = new EmbeddedEngine();
  ({ close, log, team, member } = await startDataSources(async () => ({ engine, close: () => engine.close() })));
});
afterEach(() => close());

const key = (id: string): object => ({ id: { S: id } });
const absent = { expression: 'attribute_not_exists(id)' };
const write = (transactItems: unknown): object => ({ operation: 'TransactWriteItems', transactItems });
const failed = (codes: string): object => ({
  type: 'DynamoDB:TransactionCanceledException',
  message: expect.stringMatching(new RegExp(`^Transaction cancelled, please refer cancellation reasons for specific reasons \\[${codes}\\] \\(Service: DynamoDb, Status Code: 400, Request ID: [A-Z0-9]{26,}\\)$`)),
});

describe('TransactWriteItems', () => {
  test('writes to any table, and returns the keys', async () => {
    await put(team, 'old', { size: { N: 1 } });
    await put(team, 'gone');
    log.clear();
    expect(await team.invoke(write([
      { table: 'Team', operation: 'PutItem', key: key('new'), attributeValues: { size: { N: 3 }, none: { NULL: null } }, condition: absent },
      { table: 'Team', operation: 'UpdateItem', key: key('old'), update: { expression: 'SET #s = #s + :one', expressionNames: { '#s': 'size' }, expressionValues: { ':one': { N: 1 } } } },
      { table: 'Team', operation: 'DeleteItem', key: key('gone') },
      { table: 'Member', operation: 'ConditionCheck', key: key('m1'), condition: absent },
    ]))).toEqual({ keys: [{ id: 'new' }, { id: 'old' }, { id: 'gone' }, { id: 'm1' }], cancellationReasons: null });

    expect(log.requests).toEqual([{ operation: 'TransactWriteItems', table: 'Team, Member', itemsRead: 0 }]);
    expect([await get(team, 'new'), await get(team, 'old'), await get(team, 'gone'), await get(member, 'm1')])
      .toEqual([{ id: 'new', size: 3, none: null }, { id: 'old', size: 2 }, null, null]);
  });

  test('takes what transactWrite makes', async () => {
    await put(member, 'm1', { age: { N: 20 } });
    await team.invoke(transactRequests.transactWrite({ items: [
      { putItem: { table: 'Team', key: { id: 't1' }, item: { name: 'Reds' }, condition: { name: { ne: 'Blues' } } } },
      { updateItem: { table: 'Member', key: { id: 'm1' }, update: { age: 21, teamId: 't1' }, condition: { age: { eq: 20 } } } },
    ] }));
    expect(await team.invoke(transactRequests.transactGet({ items: [{ table: 'Team', key: { id: 't1' } }, { table: 'Member', key: { id: 'm1' }, projection: ['age', 'teamId'] }] })))
      .toEqual({ items: [{ id: 't1', name: 'Reds' }, { age: 21, teamId: 't1' }], cancellationReasons: null });
  });

  test('says why it was cancelled, with the items as they are, unless told not to', async () => {
    await put(team, 't1', { name: { S: 'Reds' } });
    const create = (id: string, more: object = {}): object => ({ table: 'Team', operation: 'PutItem', key: key(id), attributeValues: {}, condition: { ...absent, ...more } });
    const error = await refusal(team, write([create('t2'), create('t1')]));

    const reason = { type: 'ConditionalCheckFailed', message: 'The conditional request failed' };
    const none = { type: 'None', message: 'None' };
    expect(error).toMatchObject({ ...failed('None, ConditionalCheckFailed'), data: { keys: null, cancellationReasons: [none, { ...reason, item: { id: 't1', name: 'Reds' } }] } });
    expect(await get(team, 't2')).toBeNull();
    expect((await refusal(team, write([create('t1', { returnValuesOnConditionCheckFailure: false })]))).data).toEqual({ keys: null, cancellationReasons: [reason] });
  });

  test('has the same fields in its result when all of it is refused', async () => {
    const remove = { table: 'Team', operation: 'DeleteItem', key: key('t1') };
    expect(await refusal(team, write([remove, remove]))).toMatchObject({
      type: 'DynamoDB:DynamoDbException', message: expect.stringContaining('Transaction request cannot include multiple operations on one item'), data: { keys: null, cancellationReasons: null },
    });
    expect(await refusal(team, write([{ ...remove, table: 'Nope' }]))).toMatchObject({ type: 'DynamoDB:ResourceNotFoundException', data: { keys: null, cancellationReasons: null } });
    expect(await refusal(team, write([]))).toMatchObject({ type: 'DynamoDB:DynamoDbException' });
  });

  const item = { table: 'Team', key: key('t1') };
  test.each<[unknown, string]>([
    [undefined, "Value for field '$[transactItems]' not found."],
    [{}, "Expected JSON array at '$[transactItems]' but got {} instead."],
    [['a'], "Expected JSON object at '$[transactItems][0]' but got \"a\" instead."],
    [[item], "Value for field '$[transactItems][0][operation]' not found."],
    [[{ ...item, operation: 'GetItem' }], "Unsupported operation 'GetItem' at '$[transactItems][0][operation]'"],
    [[{ ...item, operation: 'DeleteItem' }, { ...item, operation: 'ConditionCheck' }], "Value for field '$[transactItems][1][condition]' not found."],
    [[{ operation: 'DeleteItem', key: key('t1') }], "Value for field '$[transactItems][0][table]' not found."],
    [[{ ...item, operation: 'PutItem' }], "Value for field '$[transactItems][0][attributeValues]' not found."],
    [[{ ...item, operation: 'UpdateItem' }], "Value for field '$[transactItems][0][update]' not found."],
    [[{ ...item, operation: 'DeleteItem', attributeValues: {} }], "Unsupported element '$[transactItems][0][attributeValues]'."],
    [[{ ...item, operation: 'DeleteItem', condition: { ...absent, equalsIgnore: [] } }], "Unsupported element '$[transactItems][0][condition][equalsIgnore]'."],
    [[{ ...item, operation: 'PutItem', attributeValues: { a: 'b' } }], "Expected JSON object at '$[transactItems][0][attributeValues][a]' but got \"b\" instead."],
    [[{ ...item, operation: 'UpdateItem', update: { expression: 'REMOVE #a', expressionNames: [] } }], "Expected JSON object at '$[transactItems][0][update][expressionNames]' but got [] instead."],
  ])('refuses %j', async (transactItems, message) => {
    const error = await refusal(team, write(transactItems));
    expect(error).toMatchObject({ type: 'MappingTemplate' });
    expect(error.message).toContain(message);
    expect(log.requests).toEqual([]);
  });
});

describe('TransactGetItems', () => {
  const read = (transactItems: readonly object[]): object => ({ operation: 'TransactGetItems', transactItems });

  test('gets items from any table, with null for those that are not there', async () => {
    await put(team, 't1', { name: { S: 'Reds' }, size: { N: 1 } });
    await put(member, 'm1');
    log.clear();
    const projection = { expression: '#n', expressionNames: { '#n': 'name' } };
    expect(await team.invoke(read([{ table: 'Member', key: key('m1') }, { table: 'Team', key: key('no') }, { table: 'Team', key: key('t1'), projection }])))
      .toEqual({ items: [{ id: 'm1' }, null, { name: 'Reds' }], cancellationReasons: null });
    expect(log.requests).toEqual([{ operation: 'TransactGetItems', table: 'Member, Team', itemsRead: 2 }]);
  });

  test('fails as a whole', async () => {
    expect(await refusal(team, read([{ table: 'Team', key: key('t1') }, { table: 'Team', key: { id: { N: 1 } } }]))).toMatchObject({
      ...failed('None, ValidationError'),
      data: { items: null, cancellationReasons: [{ type: 'None', message: 'None' }, { type: 'ValidationError', message: 'The provided key element does not match the schema' }] },
    });
    expect(await refusal(team, read([]))).toMatchObject({ type: 'DynamoDB:DynamoDbException', data: { items: null, cancellationReasons: null } });
    expect(await refusal(team, read([{ table: 'Team', key: key('t1'), condition: absent }]))).toMatchObject({ type: 'MappingTemplate', message: "Unsupported element '$[transactItems][0][condition]'." });
  });
});
