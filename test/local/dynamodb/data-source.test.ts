import { type DynamoDbDataSource, type DynamoDbEngine, type RequestLog } from '../../../lib/local/dynamodb';
import { get, outcome, type Page, put, refusal, startDataSources } from './data-sources';
import { engines } from './engines';

describe.each(engines)('DynamoDbDataSource over %s', (_, start) => {
  let engine: DynamoDbEngine;
  let close: () => Promise<void>;
  let log: RequestLog;
  let team: DynamoDbDataSource;
  let member: DynamoDbDataSource;
  let order: DynamoDbDataSource;

  beforeEach(async () => {
    ({ engine, close, log, team, member, order } = await startDataSources(start));
  });
  afterEach(() => close());

  describe('single items', () => {
    test('are stored with every type, and come back as plain JSON', async () => {
      const stored = await put(team, 't1', {
        name: { S: 'Reds' }, size: { N: 11 }, share: { N: '0.1' }, open: { BOOL: false }, none: { NULL: null }, empty: { S: '' },
        tags: { SS: ['a', 'b'] }, scores: { NS: [1, 2.5] }, logo: { B: 'SGVsbG8=' }, logos: { BS: ['SGVsbG8='] },
        address: { M: { city: { S: 'Bern' }, floors: { L: [{ N: 1 }, { M: { top: { BOOL: true } } }] } } },
      });
      const plain = {
        id: 't1', name: 'Reds', size: 11, share: 0.1, open: false, none: null, empty: '',
        tags: ['a', 'b'], scores: [1, 2.5], logo: 'SGVsbG8=', logos: ['SGVsbG8='],
        address: { city: 'Bern', floors: [1, { top: true }] },
      };
      expect(stored).toEqual(plain);
      expect(await get(team, 't1')).toEqual(plain);
      expect(await get(team, 't2')).toBeNull();
    });

    test('keep numbers exactly', async () => {
      await put(team, 't1', { big: { N: '12345678901234567890123456789012345678' }, small: { N: '0.10000000000000000001' }, huge: { N: 1e21 } });
      const { Item } = await engine.request('GetItem', { TableName: 'Team', Key: { id: { S: 't1' } } });
      expect(Item).toMatchObject({ big: { N: '12345678901234567890123456789012345678' }, small: { N: '0.10000000000000000001' }, huge: { N: '1000000000000000000000' } });
    });

    test('are updated as a whole, and created by an update', async () => {
      await put(team, 't1', { name: { S: 'Reds' }, size: { N: 1 } });
      const update = { expression: 'SET #size = #size + :one REMOVE #name', expressionNames: { '#size': 'size', '#name': 'name' }, expressionValues: { ':one': { N: 1 } } };
      expect(await team.invoke({ operation: 'UpdateItem', key: { id: { S: 't1' } }, update })).toEqual({ id: 't1', size: 2 });
      expect(await team.invoke({ operation: 'UpdateItem', key: { id: { S: 't2' } }, update: { expression: 'SET a = :a', expressionValues: { ':a': { S: 'x' } } } }))
        .toEqual({ id: 't2', a: 'x' });
    });

    test('are deleted, and the old item returned', async () => {
      await put(team, 't1', { name: { S: 'Reds' } });
      expect(await team.invoke({ operation: 'DeleteItem', key: { id: { S: 't1' } } })).toEqual({ id: 't1', name: 'Reds' });
      expect(await team.invoke({ operation: 'DeleteItem', key: { id: { S: 't1' } } })).toBeNull();
    });

    test('can be read in part', async () => {
      await put(team, 't1', { name: { S: 'Reds' }, size: { N: 1 } });
      const projection = { expression: '#n', expressionNames: { '#n': 'name' } };
      expect(await team.invoke({ operation: 'GetItem', key: { id: { S: 't1' } }, consistentRead: true, projection })).toEqual({ name: 'Reds' });
    });
  });

  describe('Query and Scan', () => {
    const byTeam = { expression: 'teamId = :t', expressionValues: { ':t': { S: 't1' } } };
    const page = { operation: 'Query', index: 'byTeam', query: byTeam, limit: 2 };

    beforeEach(async () => {
      for (const rank of [1, 2, 10, -3, 2.5]) {
        await put(member, `m${rank}`, { teamId: { S: 't1' }, rank: { N: rank }, name: { S: `Name ${rank}` }, age: { N: 20 + rank } });
      }
      await put(member, 'other', { teamId: { S: 't2' } });
      log.clear();
    });

    test('page through an index, each item once', async () => {
      const seen: string[] = [];
      let nextToken: unknown = null;
      do {
        const result = (await member.invoke({ ...page, nextToken })) as Page;
        expect(result.scannedCount).toBe(result.items.length);
        seen.push(...result.items.map((item) => String(item.id)));
        nextToken = result.nextToken;
      } while (nextToken);
      expect(seen.sort()).toEqual(['m-3', 'm1', 'm10', 'm2', 'm2.5']);
    });

    test('order by the sort key, also backwards, and see what the index projects', async () => {
      const request = { operation: 'Query', index: 'byTeamAndRank', query: byTeam };
      const ranks = async (more: object): Promise<unknown[]> => ((await member.invoke({ ...request, ...more })) as Page).items.map((item) => item.rank);
      expect(await ranks({})).toEqual([-3, 1, 2, 2.5, 10]);
      expect(await ranks({ scanIndexForward: false, limit: 2 })).toEqual([10, 2.5]);
      const between = { expression: 'teamId = :t AND #r BETWEEN :a AND :b', expressionNames: { '#r': 'rank' }, expressionValues: { ':t': { S: 't1' }, ':a': { N: 2 }, ':b': { N: 9 } } };
      expect(await ranks({ query: between })).toEqual([2, 2.5]);
      expect(await member.invoke({ ...request, limit: 1 })).toMatchObject({ items: [{ id: 'm-3', teamId: 't1', rank: -3, name: 'Name -3' }], scannedCount: 1 });
    });

    test('filter after reading, with names and values of both expressions', async () => {
      const filter = { expression: '#age > :age', expressionNames: { '#age': 'age' }, expressionValues: { ':age': { N: 22 } } };
      expect(await member.invoke({ ...page, limit: 10, filter })).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ id: 'm10' })]), nextToken: null, scannedCount: 5 });
      expect(await member.invoke({ operation: 'Scan', filter })).toMatchObject({ items: { length: 2 }, scannedCount: 6, nextToken: null });
    });

    test.each(['Names', 'Values'])('refuse empty expression %s, as DynamoDB does', async (kind) => {
      const filter = { expression: 'attribute_not_exists(teamName)', [`expression${kind}`]: {} };
      await expect(member.invoke({ operation: 'Scan', filter })).rejects.toMatchObject({ type: 'DynamoDB:DynamoDbException', message: expect.stringContaining(`ExpressionAttribute${kind} must not be empty`) });
    });

    test('scan in segments, and with a projection', async () => {
      const segments = await Promise.all([0, 1].map((segment) => member.invoke({ operation: 'Scan', totalSegments: 2, segment, projection: { expression: 'id' } })));
      expect(segments.flatMap((result) => (result as Page).items.map((item) => Object.keys(item).join()))).toEqual(Array(6).fill('id'));
    });

    test('read local secondary indexes, consistently too', async () => {
      for (const [number, placed] of [[1, '2024-03'], [2, '2024-01']] as const) {
        await order.invoke({ operation: 'PutItem', key: { customer: { S: 'c' }, number: { N: number } }, attributeValues: { placed: { S: placed } } });
      }
      const request = { operation: 'Query', index: 'byPlaced', consistentRead: true, query: { expression: 'customer = :c', expressionValues: { ':c': { S: 'c' } } } };
      expect(await order.invoke(request)).toMatchObject({ items: [{ number: 2 }, { number: 1 }] });
    });

    test('refuse a token that was changed, or is of another index, operation or table', async () => {
      const { nextToken } = (await member.invoke(page)) as { nextToken: string };
      const refused = { message: 'Invalid pagination token given.', type: 'DynamoDB:UserIllegalArgumentException' };
      const last = nextToken.at(-1) === 'A' ? 'B' : 'A';
      for (const token of [nextToken.slice(0, -1) + last, nextToken.slice(1), `${nextToken}A`, `${nextToken}=`, 'x', '', 7]) {
        await expect(member.invoke({ ...page, nextToken: token })).rejects.toMatchObject(refused);
      }
      await expect(member.invoke({ ...page, index: 'byTeamAndRank', nextToken })).rejects.toMatchObject(refused);
      await expect(member.invoke({ operation: 'Scan', index: 'byTeam', nextToken })).rejects.toMatchObject(refused);
      await expect(team.invoke({ ...page, nextToken })).rejects.toMatchObject(refused);
      expect(Buffer.from(nextToken, 'base64url').toString()).not.toContain('t1');
    });

    test('fail as DynamoDB does', async () => {
      const refused = async (request: object, text: string): Promise<void> => {
        const error = await refusal(member, { ...page, ...request });
        expect(error).toMatchObject({ type: 'DynamoDB:DynamoDbException', data: null });
        expect(error.message).toContain(text);
        expect(error.message).toMatch(/ \(Service: DynamoDb, Status Code: 400, Request ID: [A-Z0-9]{26,}\)$/);
      };
      await refused({ consistentRead: true }, 'Consistent reads are not supported on global secondary indexes');
      await refused({ filter: { expression: '' } }, 'Invalid FilterExpression: The expression can not be empty;');
      await refused({ limit: 0 }, "at 'limit' failed to satisfy constraint");
      await refused({ index: 'byAge' }, 'The table does not have the specified index: byAge');
      await refused({ query: { expression: 'teamId > :t', expressionValues: { ':t': { S: 't1' } } } }, 'Query key condition not supported');
    });
  });

  describe('batches', () => {
    test('put, get in the order of the keys, and delete, over several tables', async () => {
      const tables = { Team: [{ id: { S: 't1' } }, { id: { S: 't2' } }], Member: [{ id: { S: 'm1' }, rank: { N: 1 } }] };
      expect(await team.invoke({ operation: 'BatchPutItem', tables })).toEqual({
        data: { Team: [{ id: 't1' }, { id: 't2' }], Member: [{ id: 'm1', rank: 1 }] },
        unprocessedKeys: { Team: [], Member: [] },
      });
      const keys = ['t2', 'no', 't1'].map((id) => ({ id: { S: id } }));
      expect(await team.invoke({ operation: 'BatchGetItem', tables: { Team: { keys, consistentRead: true }, Member: { keys: [{ id: { S: 'm1' } }] } } })).toEqual({
        data: { Team: [{ id: 't2' }, null, { id: 't1' }], Member: [{ id: 'm1', rank: 1 }] },
        unprocessedKeys: { Team: [], Member: [] },
      });
      expect(await team.invoke({ operation: 'BatchDeleteItem', tables: { Team: [{ id: { S: 't1' } }, { id: { S: 'no' } }] } })).toEqual({
        data: { Team: [{ id: 't1' }, { id: 'no' }] },
        unprocessedKeys: { Team: [] },
      });
      expect([await get(team, 't1'), await get(team, 't2')]).toEqual([null, { id: 't2' }]);
    });

    test('tell apart numeric keys that a JavaScript number cannot', async () => {
      const numbers = ['9007199254740993', '9007199254740992', '1.50'];
      for (const number of numbers) {
        await order.invoke({ operation: 'PutItem', key: { customer: { S: 'c' }, number: { N: number } }, attributeValues: { text: { S: number } } });
      }
      const keys = numbers.map((number) => ({ customer: { S: 'c' }, number: { N: number } }));
      expect(await order.invoke({ operation: 'BatchGetItem', tables: { Order: { keys } } })).toMatchObject({ data: { Order: numbers.map((text) => ({ text })) } });
    });

    test('have limits, and take no duplicates and no projection', async () => {
      const keys = (count: number): object[] => Array.from({ length: count }, (_key, index) => ({ id: { S: `t${index}` } }));
      const cases: [object, string][] = [
        [{ operation: 'BatchGetItem', tables: { Team: { keys: keys(101) } } }, 'Member must have length less than or equal to 100'],
        [{ operation: 'BatchGetItem', tables: { Team: { keys: [...keys(1), ...keys(1)] } } }, 'Provided list of item keys contains duplicates'],
        [{ operation: 'BatchGetItem', tables: { Team: { keys: keys(1), projection: { expression: 'id' } } } }, "'$[tables][Team][projection]' makes a BatchGetItem fail"],
        [{ operation: 'BatchPutItem', tables: { Team: keys(26) } }, 'less than or equal to 25'],
        [{ operation: 'BatchDeleteItem', tables: { Team: keys(26) } }, 'less than or equal to 25'],
        [{ operation: 'BatchPutItem', tables: { Nope: keys(1) } }, 'Requested resource not found'],
      ];
      for (const [request, text] of cases) {
        const error = await refusal(team, request);
        expect(error.type).toMatch(/^(DynamoDB:(DynamoDb|ResourceNotFound)Exception|MappingTemplate)$/);
        expect(error.message).toContain(text);
      }
      expect(await team.invoke({ operation: 'BatchPutItem', tables: { Team: keys(25) } })).toMatchObject({ data: { Team: { length: 25 } } });
    });
  });

  test('records what each request read', async () => {
    for (const id of ['m1', 'm2', 'm3']) {
      await put(member, id, { teamId: { S: 't1' } });
    }
    log.clear();
    await get(member, 'm1');
    await get(member, 'no');
    await member.invoke({
      operation: 'Query', index: 'byTeam', query: { expression: 'teamId = :t', expressionValues: { ':t': { S: 't1' } } },
      filter: { expression: 'attribute_exists(nothing)' },
    });
    await member.invoke({ operation: 'Scan', limit: 2 });
    await team.invoke({ operation: 'BatchGetItem', tables: { Member: { keys: ['m1', 'no', 'm3'].map((id) => ({ id: { S: id } })) }, Team: { keys: [{ id: { S: 't1' } }] } } });
    await team.invoke({ operation: 'BatchDeleteItem', tables: { Member: [{ id: { S: 'm1' } }] } });
    await outcome(member, { operation: 'Scan', index: 'nope' });
    expect(log.requests).toEqual([
      { operation: 'GetItem', table: 'Member', itemsRead: 1 },
      { operation: 'GetItem', table: 'Member', itemsRead: 0 },
      { operation: 'Query', table: 'Member', index: 'byTeam', itemsRead: 3 },
      { operation: 'Scan', table: 'Member', itemsRead: 2 },
      { operation: 'BatchGetItem', table: 'Member, Team', itemsRead: 2 },
      { operation: 'BatchWriteItem', table: 'Member', itemsRead: 0 },
      { operation: 'Scan', table: 'Member', index: 'nope', itemsRead: 0 },
    ]);
    log.clear();
    expect(log.requests).toEqual([]);
  });

  test('serves parallel requests', async () => {
    const ids = Array.from({ length: 100 }, (_id, index) => `m${index}`);
    await Promise.all(ids.map((id, index) => put(member, id, { teamId: { S: `t${index % 2}` }, rank: { N: index } })));
    const items = await Promise.all(ids.map((id) => get(member, id)));
    expect(items.map((item) => (item as { rank: number }).rank)).toEqual(ids.map((_id, index) => index));
    const increment = { expression: 'SET #c = if_not_exists(#c, :zero) + :one, teamId = :t', expressionNames: { '#c': 'count' } };
    await Promise.all(ids.map((_id, index) => member.invoke({
      operation: 'UpdateItem', key: { id: { S: 'm0' } },
      update: { ...increment, expressionValues: { ':zero': { N: 0 }, ':one': { N: 1 }, ':t': { S: `t${index % 3}` } } },
    })));
    expect(await get(member, 'm0')).toMatchObject({ count: 100 });
    const teamsOf = await Promise.all(['t0', 't1', 't2'].map((id) => member.invoke({ operation: 'Query', index: 'byTeam', query: { expression: 'teamId = :t', expressionValues: { ':t': { S: id } } } })));
    expect(teamsOf.flatMap((result) => (result as Page).items).length).toBe(100);
    const created = await Promise.all(ids.map((_id, index) => outcome(team, { operation: 'PutItem', key: { id: { S: 'one' } }, attributeValues: { by: { N: index } }, condition: { expression: 'attribute_not_exists(id)' } })));
    expect(created.filter((result) => !(result instanceof Error)).length).toBe(1);
  });
});
