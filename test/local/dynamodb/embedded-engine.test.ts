import { DynamoDbDataSource, EmbeddedEngine, ensureTables, PageTokens, RequestLog } from '../../../lib/local/dynamodb';
import { type TableDefinition } from '../../../lib/local/template/api-definition';
import { type Page } from './data-sources';
import { members, orders, teams, withDirectory } from './engines';

async function withEngine<T>(directory: string | undefined, use: (engine: EmbeddedEngine) => Promise<T>): Promise<T> {
  const engine = new EmbeddedEngine({ directory });
  try {
    return await use(engine);
  } finally {
    await engine.close();
  }
}

function putMembers(engine: EmbeddedEngine, items: readonly object[]): Promise<unknown> {
  return Promise.all(items.map((Item) => engine.request('PutItem', { TableName: 'Member', Item })));
}

async function idsInTeam(engine: EmbeddedEngine, IndexName: string, attribute = 'teamId', value: object = { S: 't1' }): Promise<(string | undefined)[]> {
  const { Items } = await engine.request('Query', {
    TableName: 'Member', IndexName, KeyConditionExpression: '#a = :a', ExpressionAttributeNames: { '#a': attribute }, ExpressionAttributeValues: { ':a': value },
  });
  return Items!.map((item) => String(item.id!.S)).sort();
}

const [byTeam, byTeamAndRank] = members.globalSecondaryIndexes as [TableDefinition['globalSecondaryIndexes'][0], TableDefinition['globalSecondaryIndexes'][0]];
const items = ['a', 'b', 'c'].map((id, rank) => ({ id: { S: id }, teamId: { S: 't1' }, rank: { N: String(rank) }, name: { S: id }, code: rank ? { S: 'x' } : { N: '1' } }));

test('an index holds every item, however many have one key', () => withEngine(undefined, async (engine) => {
  await ensureTables(engine, [members]);
  const count = 12_000;
  for (let start = 0; start < count; start += 1_000) {
    await putMembers(engine, Array.from({ length: 1_000 }, (_item, index) => ({ id: { S: `m${start + index}` }, teamId: { S: 't1' } })));
  }
  const { Count } = await engine.request('Query', {
    TableName: 'Member', IndexName: 'byTeam', KeyConditionExpression: 'teamId = :t', ExpressionAttributeValues: { ':t': { S: 't1' } },
  });
  expect(Count).toBe(count);
}));

test('lists and maps are compared by all that is in them', () => withEngine(undefined, async (engine) => {
  await ensureTables(engine, [members]);
  const list = { L: [{ S: 'a' }, { N: '1' }] };
  await putMembers(engine, [
    { id: { S: 'same' }, value: list }, { id: { S: 'turned' }, value: { L: [...list.L].reverse() } }, { id: { S: 'longer' }, value: { L: [...list.L, { S: 'b' }] } },
    { id: { S: 'empty' }, value: { L: [] } }, { id: { S: 'map' }, value: { M: { inner: { M: { list } } } } }, { id: { S: 'text' }, value: { S: 'a' } }, { id: { S: 'absent' } },
  ]);
  const found = async (FilterExpression: string, value: object) => {
    const { Items } = await engine.request('Scan', { TableName: 'Member', FilterExpression, ExpressionAttributeNames: { '#v': 'value' }, ExpressionAttributeValues: { ':v': value } });
    return Items!.map((item) => String(item.id!.S)).sort();
  };

  expect(await found('#v = :v', list)).toEqual(['same']);
  expect(await found(':v = #v', { L: [] })).toEqual(['empty']);
  expect(await found('#v = :v', { M: { inner: { M: { list } } } })).toEqual(['map']);
  expect(await found('#v = :v', { M: { inner: { M: {} } } })).toEqual([]);
  expect(await found('NOT (#v <> :v)', list)).toEqual(['same']);
  expect(await found('#v <> :v', list)).toEqual(['absent', 'empty', 'longer', 'map', 'text', 'turned']);
  await engine.request('DeleteItem', { TableName: 'Member', Key: { id: { S: 'same' } }, ConditionExpression: '#v = :v', ExpressionAttributeNames: { '#v': 'value' }, ExpressionAttributeValues: { ':v': list } });
  expect(await found('#v = :v', list)).toEqual([]);
}));

test.each([
  ['KEYS_ONLY', {}, { id: { S: 'a' }, teamId: { S: 't1' } }],
  ['INCLUDE', { NonKeyAttributes: ['rank'] }, { id: { S: 'a' }, teamId: { S: 't1' }, rank: { N: '0' } }],
  ['ALL', {}, items[0]],
])('an index with the projection %s holds that of an item', (ProjectionType, more, expected) => withEngine(undefined, async (engine) => {
  await ensureTables(engine, [{ ...members, globalSecondaryIndexes: [{ ...byTeam, Projection: { ProjectionType, ...more } as typeof byTeam.Projection }] }]);
  await putMembers(engine, [items[0]!]);
  const { Items } = await engine.request('Query', { TableName: 'Member', IndexName: byTeam.IndexName, KeyConditionExpression: 'teamId = :t', ExpressionAttributeValues: { ':t': { S: 't1' } } });

  expect(Items).toEqual([expected]);
}));

test('data in memory ends with the engine, and a closed engine refuses requests', async () => {
  const engine = new EmbeddedEngine();
  await ensureTables(engine, [teams]);
  await engine.close();
  await expect(engine.request('GetItem', { TableName: 'Team', Key: { id: { S: 't1' } } })).rejects.toThrow('Database is closed');
  await withEngine(undefined, (other) => expect(other.request('DescribeTable', { TableName: 'Team' })).rejects.toMatchObject({ name: 'ResourceNotFoundException' }));
});

test('data in a directory stays, and so do page tokens', () => withDirectory(async (directory) => {
  const scan = (engine: EmbeddedEngine, nextToken: unknown): Promise<Page> =>
    new DynamoDbDataSource(engine, members, new RequestLog(), new PageTokens(directory)).invoke({ operation: 'Scan', limit: 2, nextToken }) as Promise<Page>;
  const first = await withEngine(directory, async (engine) => {
    await ensureTables(engine, [members]);
    await putMembers(engine, items);
    return scan(engine, null);
  });
  const second = await withEngine(directory, async (engine) => {
    await ensureTables(engine, [members, teams]);
    expect(await idsInTeam(engine, 'byTeam')).toEqual(['a', 'b', 'c']);
    return scan(engine, first.nextToken);
  });
  expect([...first.items, ...second.items].map((item) => item.id).sort()).toEqual(['a', 'b', 'c']);
}));

test('one process at a time uses a directory', () => withDirectory((directory) => withEngine(directory, async (engine) => {
  await ensureTables(engine, [teams]);
  const other = new EmbeddedEngine({ directory });
  await expect(ensureTables(other, [teams])).rejects.toThrow(`another process uses the data directory ${directory}: end it, or choose another directory`);
  await other.close();
})));

describe('ensureTables', () => {
  const code = { IndexName: 'byCode', KeySchema: [{ AttributeName: 'code', KeyType: 'HASH' }], Projection: { ProjectionType: 'KEYS_ONLY' } } as const;

  test('creates and deletes indexes, and the items stay', () => withDirectory(async (directory) => {
    await withEngine(directory, async (engine) => {
      await ensureTables(engine, [members]);
      await putMembers(engine, items);
    });
    const changed: TableDefinition = {
      ...members,
      attributeDefinitions: [...members.attributeDefinitions.slice(0, 2), { AttributeName: 'code', AttributeType: 'S' }],
      globalSecondaryIndexes: [byTeam, code],
    };
    await withEngine(directory, (engine) => ensureTables(engine, [changed]));
    await withEngine(directory, async (engine) => {
      await ensureTables(engine, [changed]);
      const { Table } = await engine.request('DescribeTable', { TableName: 'Member' });
      expect(Table!.GlobalSecondaryIndexes).toMatchObject([byTeam, code]);
      expect(Table!.AttributeDefinitions).toEqual(changed.attributeDefinitions);
      expect(await idsInTeam(engine, 'byTeam')).toEqual(['a', 'b', 'c']);
      expect(await idsInTeam(engine, 'byCode', 'code', { S: 'x' })).toEqual(['b', 'c']);
      await expect(idsInTeam(engine, 'byTeamAndRank')).rejects.toMatchObject({ name: 'ValidationException' });
      await engine.request('DeleteItem', { TableName: 'Member', Key: { id: { S: 'b' } } });
      expect(await idsInTeam(engine, 'byCode', 'code', { S: 'x' })).toEqual(['c']);
      expect((await engine.request('Scan', { TableName: 'Member', IndexName: 'byCode' })).Items).toEqual([{ id: { S: 'c' }, code: { S: 'x' } }]);
    });
  }));

  test('builds an index anew whose key or key type has changed', () => withEngine(undefined, async (engine) => {
    await ensureTables(engine, [members]);
    await putMembers(engine, items);
    const sorted = { ...members, globalSecondaryIndexes: [{ ...byTeam, KeySchema: byTeamAndRank.KeySchema }], attributeDefinitions: members.attributeDefinitions };
    await ensureTables(engine, [sorted]);
    const ranks = async (): Promise<unknown> => (await engine.request('Query', {
      TableName: 'Member', IndexName: 'byTeam', ScanIndexForward: false, KeyConditionExpression: 'teamId = :t', ExpressionAttributeValues: { ':t': { S: 't1' } },
    })).Items!.map((item) => item.rank!.N);
    expect(await ranks()).toEqual(['2', '1', '0']);
    const textual = sorted.attributeDefinitions.map((definition) => (definition.AttributeName === 'rank' ? { ...definition, AttributeType: 'S' as const } : definition));
    await ensureTables(engine, [{ ...sorted, attributeDefinitions: textual }]);
    expect(await ranks()).toEqual([]);
    await ensureTables(engine, [sorted]);
    expect(await ranks()).toEqual(['2', '1', '0']);
  }));

  test('loses no write that is made meanwhile', () => withEngine(undefined, async (engine) => {
    await ensureTables(engine, [{ ...members, globalSecondaryIndexes: [], attributeDefinitions: members.attributeDefinitions.slice(0, 1) }]);
    const many = Array.from({ length: 200 }, (_item, index) => ({ id: { S: `m${index}` }, teamId: { S: 't1' } }));
    await Promise.all([
      putMembers(engine, many),
      ensureTables(engine, [members]),
      putMembers(engine, many.slice(0, 100).map((item) => ({ ...item, teamId: { S: 't2' } }))),
    ]);
    const counts = await Promise.all(['t1', 't2'].map(async (id) => (await idsInTeam(engine, 'byTeam', 'teamId', { S: id })).length));
    expect(counts[0]! + counts[1]!).toBe(200);
  }));

  test('refuses what cannot change, and says what to do', () => withEngine(undefined, async (engine) => {
    await ensureTables(engine, [members, orders]);
    await expect(ensureTables(engine, [{ ...members, keySchema: [{ AttributeName: 'id', KeyType: 'HASH' }, { AttributeName: 'rank', KeyType: 'RANGE' }] }])).rejects.toThrow(
      'the table Member has the primary key id (S), but the template says id (S), rank (N), and DynamoDB cannot change that: delete the table, or start with another data directory',
    );
    await expect(ensureTables(engine, [{ ...orders, localSecondaryIndexes: [] }])).rejects.toThrow(
      'the table Order has the local secondary indexes byPlaced on customer (S), placed (S) ALL, but the template says none',
    );
    await expect(engine.request('UpdateTable', { TableName: 'Member', BillingMode: 'PROVISIONED' })).rejects.toMatchObject({ name: 'ValidationException' });
  }));
});
