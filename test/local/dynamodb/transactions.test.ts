import { EmbeddedEngine, ensureTables } from '../../../lib/local/dynamodb';
import { type DynamoDbError, type DynamoDbOutput } from '../../../lib/local/dynamodb/engine';
import { members, orders, teams, withDirectory } from './engines';

let engine: EmbeddedEngine;

beforeEach(async () => {
  engine = new EmbeddedEngine();
  await ensureTables(engine, [teams, members, orders]);
});
afterEach(() => engine.close());

const write = (TransactItems: readonly object[], more: object = {}): Promise<DynamoDbOutput> => engine.request('TransactWriteItems', { TransactItems, ...more });
const read = (TransactItems: readonly object[]): Promise<DynamoDbOutput> => engine.request('TransactGetItems', { TransactItems });
const failure = (outcome: Promise<unknown>): Promise<DynamoDbError> => outcome.then(() => { throw new Error('nothing was refused'); }, (error) => error);

const team = (id: string, more: object = {}): object => ({ id: { S: id }, ...more });
const put = (id: string, more: object = {}, condition: object = {}): object => ({ Put: { TableName: 'Team', Item: team(id, more), ...condition } });
const remove = (id: string, condition: object = {}): object => ({ Delete: { TableName: 'Team', Key: team(id), ...condition } });
const check = (id: string, condition: object): object => ({ ConditionCheck: { TableName: 'Team', Key: team(id), ...condition } });
const update = (id: string, UpdateExpression: string, more: object = {}): object => ({ Update: { TableName: 'Team', Key: team(id), UpdateExpression, ...more } });
const absent = { ConditionExpression: 'attribute_not_exists(id)' };
const present = { ConditionExpression: 'attribute_exists(id)' };

const item = async (id: string, TableName = 'Team'): Promise<unknown> => (await engine.request('GetItem', { TableName, Key: team(id) })).Item;
const store = (id: string, more: object = {}): Promise<unknown> => engine.request('PutItem', { TableName: 'Team', Item: team(id, more) });
const rename = (id: string, name: string, condition: object = {}): object => update(id, 'SET #n = :n', { ExpressionAttributeNames: { '#n': 'name' }, ExpressionAttributeValues: { ':n': { S: name } }, ...condition });

describe('TransactWriteItems', () => {
  test('puts, updates, deletes and checks, over several tables', async () => {
    await store('updated', { count: { N: '1' } });
    await store('deleted');
    await store('checked');
    const output = await write([
      put('new', { name: { S: 'Reds' } }, absent), update('updated', 'SET #c = #c + :one', { ExpressionAttributeNames: { '#c': 'count' }, ExpressionAttributeValues: { ':one': { N: '1' } } }),
      remove('deleted', present), check('checked', present), { Put: { TableName: 'Member', Item: { id: { S: 'm1' }, teamId: { S: 'new' }, rank: { N: '1' } } } },
    ]);

    expect(output).toEqual({});
    expect([await item('new'), await item('updated'), await item('deleted'), await item('checked')])
      .toEqual([team('new', { name: { S: 'Reds' } }), team('updated', { count: { N: '2' } }), undefined, team('checked')]);
  });

  test('keeps indexes up to date', async () => {
    const inTeam = async (id: string): Promise<unknown> => (await engine.request('Query', {
      TableName: 'Member', IndexName: 'byTeam', KeyConditionExpression: 'teamId = :t', ExpressionAttributeValues: { ':t': { S: id } },
    })).Items!.map((member) => member.id!.S).sort();
    const member = (id: string, teamId: string): object => ({ Put: { TableName: 'Member', Item: { id: { S: id }, teamId: { S: teamId } } } });
    await write([member('m1', 'a'), member('m2', 'a'), member('m3', 'a')]);
    const move = { Update: { TableName: 'Member', Key: { id: { S: 'm1' } }, UpdateExpression: 'SET teamId = :t', ExpressionAttributeValues: { ':t': { S: 'b' } } } };
    await failure(write([move, { Delete: { TableName: 'Member', Key: { id: { S: 'm2' } } } }, put('t1', {}, present)]));
    expect([await inTeam('a'), await inTeam('b')]).toEqual([['m1', 'm2', 'm3'], []]);
    await write([move, { Delete: { TableName: 'Member', Key: { id: { S: 'm2' } } } }]);
    expect([await inTeam('a'), await inTeam('b')]).toEqual([['m3'], ['m1']]);
  });

  test('does nothing when a condition fails, and says which, in order', async () => {
    await store('there', { name: { S: 'Reds' } });
    const error = await failure(write([
      put('new'), rename('there', 'Blues', { ...absent, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }), remove('there2'), check('no', { ...present, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
    ]));

    expect(error).toMatchObject({
      name: 'TransactionCanceledException',
      message: 'Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed, None, ConditionalCheckFailed]',
    });
    const failed = { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' };
    expect(error.details).toEqual({ CancellationReasons: [{ Code: 'None' }, { ...failed, Item: team('there', { name: { S: 'Reds' } }) }, { Code: 'None' }, failed] });
    expect([await item('new'), await item('there')]).toEqual([undefined, team('there', { name: { S: 'Reds' } })]);
  });

  test('returns the item that failed a condition only when asked for it', async () => {
    await store('there');
    for (const more of [{}, { ReturnValuesOnConditionCheckFailure: 'NONE' }]) {
      const { details } = await failure(write([put('there', {}, { ...absent, ...more })]));
      expect(details).toEqual({ CancellationReasons: [{ Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' }] });
    }
  });

  const mismatch = 'The provided key element does not match the schema';
  test.each<[string, object, string]>([
    ['a key of another type in an item', { Put: { TableName: 'Team', Item: { id: { N: '1' } } } }, 'One or more parameter values were invalid: Type mismatch for key id expected: S actual: N'],
    ['no key in an item', { Put: { TableName: 'Team', Item: { name: { S: 'Reds' } } } }, 'One or more parameter values were invalid: Missing the key id in the item'],
    ['a key of another type', { Update: { TableName: 'Team', Key: { id: { N: '1' } }, UpdateExpression: 'REMOVE a' } }, mismatch],
    ['a key with more attributes', { Delete: { TableName: 'Team', Key: team('a', { b: { S: 'b' } }) } }, mismatch],
    ['a key of another type to check', { ConditionCheck: { TableName: 'Team', Key: { id: { L: [] } }, ...present } }, mismatch],
    ['an index key of another type', { Put: { TableName: 'Member', Item: { id: { S: 'm1' }, teamId: { N: '5' } } } }, 'One or more parameter values were invalid: Type mismatch for Index Key teamId Expected: S Actual: N IndexName: byTeam'],
    ['an update of an index key to another type', { Update: { TableName: 'Member', Key: team('m1'), UpdateExpression: 'SET teamId = :t', ExpressionAttributeValues: { ':t': { N: '5' } } } }, 'One or more parameter values were invalid: Type mismatch for Index Key teamId Expected: S Actual: N IndexName: byTeam'],
    ['an update of what is not there', update('a', 'SET b = c'), 'The provided expression refers to an attribute that does not exist in the item'],
  ])('is cancelled by %s', async (_case, action, Message) => {
    const error = await failure(write([put('other'), action]));

    expect(error).toMatchObject({ name: 'TransactionCanceledException', details: { CancellationReasons: [{ Code: 'None' }, { Code: 'ValidationError', Message }] } });
    expect(await item('other')).toBeUndefined();
  });

  const emptyKey = 'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: id';
  const one = '1 validation error detected: ';
  const kind = 'TransactItems can only contain one of Check, Put, Update or Delete';
  test.each<[string, readonly object[], object, string]>([
    ['two actions on one item', [put('a'), remove('a')], {}, 'Transaction request cannot include multiple operations on one item'],
    ['two actions on one number', ['1', '1.0'].map((N) => ({ Put: { TableName: 'Order', Item: { customer: { S: 'c' }, number: { N } } } })), {}, 'Transaction request cannot include multiple operations on one item'],
    ['no action', [], {}, `${one}Value '[]' at 'transactItems' failed to satisfy constraint: Member must have length greater than or equal to 1`],
    ['more than 100 actions', Array.from({ length: 101 }, (_, index) => put(`t${index}`)), {}, "at 'transactItems' failed to satisfy constraint: Member must have length less than or equal to 100"],
    ['an action without a kind', [{}], {}, kind],
    ['an action of two kinds', [{ ...put('a'), ...remove('b') }], {}, kind],
    ['a check without a condition', [put('a'), check('b', {})], {}, `${one}Value null at 'transactItems.2.member.conditionCheck.conditionExpression' failed to satisfy constraint: Member must not be null`],
    ['an update without an expression', [{ Update: { TableName: 'Team', Key: team('a') } }], {}, `${one}Value null at 'transactItems.1.member.update.updateExpression' failed to satisfy constraint: Member must not be null`],
    ['an empty key in an item', [put('')], {}, emptyKey],
    ['an empty key', [put('a'), remove('')], {}, emptyKey],
    ['an empty index key', [put('a'), { Put: { TableName: 'Member', Item: { id: { S: 'm1' }, teamId: { S: '' } } } }], {}, 'One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: byTeam, IndexKey: teamId'],
    ['an update to an empty index key', [put('a'), { Update: { TableName: 'Member', Key: team('m1'), UpdateExpression: 'SET teamId = :t', ExpressionAttributeValues: { ':t': { S: '' } } } }], {}, 'One or more parameter values are not valid. The update expression attempted to update a secondary index key to a value that is not supported. The AttributeValue for a key attribute cannot contain an empty string value.'],
    ['an unused value', [put('a'), put('b', {}, { ...absent, ExpressionAttributeValues: { ':v': { S: 'x' } } })], {}, 'Value provided in ExpressionAttributeValues unused in expressions: keys: {:v}'],
    ['a bad expression, before an unknown table', [{ Put: { TableName: 'Nope', Item: team('a') } }, put('b', {}, { ConditionExpression: 'attribute_not_exists(' })], {}, 'Invalid ConditionExpression: Syntax error'],
    ['an unknown ReturnValuesOnConditionCheckFailure', [put('a', {}, { ReturnValuesOnConditionCheckFailure: 'ALL_NEW' })], {}, 'Member must satisfy enum value set: [ALL_OLD, NONE]'],
    ['a token that is too long', [put('a')], { ClientRequestToken: 'x'.repeat(37) }, `${one}Value '${'x'.repeat(37)}' at 'clientRequestToken' failed to satisfy constraint: Member must have length less than or equal to 36`],
  ])('refuses %s', async (_case, actions, more, message) => {
    const error = await failure(write(actions, more));

    expect(error).toMatchObject({ name: 'ValidationException', details: {} });
    expect(error.message).toContain(message);
    expect((await engine.request('Scan', { TableName: 'Team' })).Items).toEqual([]);
  });

  test('refuses an unknown table', async () => {
    expect(await failure(write([put('a'), { Put: { TableName: 'Nope', Item: team('a') } }]))).toMatchObject({ name: 'ResourceNotFoundException', message: 'Requested resource not found' });
    expect(await item('a')).toBeUndefined();
  });

  test('takes 100 actions', async () => {
    await write(Array.from({ length: 100 }, (_, index) => put(`t${index}`)));
    expect((await engine.request('Scan', { TableName: 'Team' })).Count).toBe(100);
  });

  test('is done once for a token, and refuses the token for anything else', async () => {
    const increment = [update('a', 'SET #c = if_not_exists(#c, :zero) + :one', { ExpressionAttributeNames: { '#c': 'count' }, ExpressionAttributeValues: { ':zero': { N: '0' }, ':one': { N: '1' } } })];
    await Promise.all([1, 2, 3].map(() => write(increment, { ClientRequestToken: 'once' })));
    expect(await item('a')).toEqual(team('a', { count: { N: '1' } }));
    expect(await failure(write([put('b')], { ClientRequestToken: 'once' }))).toMatchObject({ name: 'IdempotentParameterMismatchException' });
    await failure(write([put('a', {}, absent)], { ClientRequestToken: 'failed' }));
    await write([put('b')], { ClientRequestToken: 'failed' });
    expect(await item('b')).toEqual(team('b'));
  });

  test('is all or nothing beside other transactions and single writes', async () => {
    const accounts = ['a', 'b', 'c'];
    await write(accounts.map((id) => put(id, { balance: { N: '100' } })));
    const add = (id: string, amount: number): object => update(id, 'SET balance = balance + :amount', {
      ConditionExpression: 'balance >= :least', ExpressionAttributeValues: { ':amount': { N: String(amount) }, ':least': { N: String(Math.max(0, -amount)) } },
    });
    const transfers = Array.from({ length: 60 }, (_, index) => write([add(accounts[index % 3]!, -7), add(accounts[(index + 1 + (index % 2)) % 3]!, 7)]).catch(() => undefined));
    const deposits = accounts.flatMap((id) => Array.from({ length: 20 }, () => engine.request('UpdateItem', {
      TableName: 'Team', Key: team(id), UpdateExpression: 'SET balance = balance + :one', ExpressionAttributeValues: { ':one': { N: '1' } },
    })));
    const sums = Array.from({ length: 20 }, async () => {
      const { Responses } = await read(accounts.map((id) => ({ Get: { TableName: 'Team', Key: team(id) } })));
      return (Responses as { Item: { balance: { N: string } } }[]).reduce((sum, { Item }) => sum + Number(Item.balance.N), 0);
    });
    await Promise.all([...transfers, ...deposits]);
    for (const sum of await Promise.all(sums)) expect(sum).toBeGreaterThanOrEqual(300);
    const { Items } = await engine.request('Scan', { TableName: 'Team' });
    expect(Items!.reduce((sum, { balance }) => sum + Number(balance!.N), 0)).toBe(360);
  });

  test('creates an item once, whoever comes first', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, by) => {
      const Item = { by: { N: String(by) } };
      const single = { TableName: 'Team', Item: team('one', Item), ...absent };
      return (by % 2 ? write([put('one', Item, absent), put(`beside${by}`)]) : engine.request('PutItem', single)).then(() => true, () => false);
    }));
    expect(outcomes.filter(Boolean).length).toBe(1);
    const besides = (await engine.request('Scan', { TableName: 'Team' })).Items!.filter(({ id }) => String(id!.S).startsWith('beside'));
    expect(besides.length).toBe(outcomes.indexOf(true) % 2);
  });

  test('stays in a data directory', () => withDirectory(async (directory) => {
    const kept = new EmbeddedEngine({ directory });
    await ensureTables(kept, [teams]);
    await kept.request('TransactWriteItems', { TransactItems: [put('a'), put('b')] });
    await kept.close();
    const again = new EmbeddedEngine({ directory });
    expect((await again.request('Scan', { TableName: 'Team' })).Count).toBe(2);
    await again.close();
  }));
});

describe('TransactGetItems', () => {
  const get = (id: string, more: object = {}): object => ({ Get: { TableName: 'Team', Key: team(id), ...more } });

  test('gets items in the order of the actions, and of several tables', async () => {
    await write([put('a', { name: { S: 'Reds' }, size: { N: '1' } }), put('b'), { Put: { TableName: 'Member', Item: { id: { S: 'm1' } } } }]);
    const output = await read([get('b'), get('no'), get('a', { ProjectionExpression: '#n', ExpressionAttributeNames: { '#n': 'name' } }), { Get: { TableName: 'Member', Key: team('m1') } }]);
    expect(output).toEqual({ Responses: [{ Item: team('b') }, {}, { Item: { name: { S: 'Reds' } } }, { Item: team('m1') }] });
  });

  test('fails as DynamoDB does', async () => {
    expect(await failure(read([]))).toMatchObject({ name: 'ValidationException' });
    expect(await failure(read(Array.from({ length: 101 }, (_, index) => get(`t${index}`))))).toMatchObject({ name: 'ValidationException' });
    expect(await failure(read([get('a'), get('a')]))).toMatchObject({ name: 'ValidationException', message: 'Transaction request cannot include multiple operations on one item' });
    expect(await failure(read([get('a', { ProjectionExpression: '!!!' })]))).toMatchObject({ name: 'ValidationException', message: expect.stringContaining('Invalid ProjectionExpression: Syntax error') });
    expect(await failure(read([{ Get: { TableName: 'Nope', Key: team('a') } }]))).toMatchObject({ name: 'ResourceNotFoundException' });
    expect(await failure(read([get('a'), { Get: { TableName: 'Team', Key: {} } }]))).toMatchObject({
      name: 'TransactionCanceledException', message: 'Transaction cancelled, please refer cancellation reasons for specific reasons [None, ValidationError]',
    });
  });
});
