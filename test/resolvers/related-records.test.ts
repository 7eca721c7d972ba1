import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { a } from 'cdk-appsync-data';
import { LocalApi } from 'cdk-appsync-data/local';
import { loadHandlers } from '../../lib/local/appsync-js';
import { type HandlerContext, type HandlerOutcome } from '../../lib/local/appsync-js/handlers';
import { send } from '../support/graphql';
import { stackOf } from '../support/synthesized';

const schema = a.schema({
  Team: a.model({ mantra: a.string(), members: a.hasMany('Member', 'teamId') }),
  City: a.model({ name: a.string() }),
  Member: a.model({
    name: a.string(), teamId: a.id(), team: a.belongsTo('Team', 'teamId'), cityId: a.id(), city: a.belongsTo('City', 'cityId'), bossId: a.id(), boss: a.belongsTo('Member', 'bossId'),
  }).secondaryIndexes((index) => [index('name').projection('INCLUDE', ['teamId']).queryField('membersByName')]),
}).authorization((allow) => allow.publicApiKey());

describe('of a page', () => {
  let api: LocalApi;

  beforeAll(async () => {
    api = await LocalApi.fromStack(stackOf(schema));
    await send(api, 'mutation { t: createTeam(input: { id: "t", mantra: "go" }) { id } c: createCity(input: { id: "c", name: "Rome" }) { id } }');
    const members = [{ id: 'a', teamId: 't', cityId: 'c', bossId: 'b' }, { id: 'b', teamId: 't', cityId: 'gone' }, { id: 'c', teamId: 'gone', bossId: 'a' }, { id: 'd' }];
    for (const input of members) await send(api, 'mutation ($input: CreateMemberInput!) { createMember(input: $input) { id } }', { input: { name: 'n', ...input } });
  });

  afterAll(() => api.close());

  async function read(selection: string, variables: Record<string, unknown> = {}): Promise<{ items: Record<string, unknown>; operations: string[]; read: number }> {
    api.clearRequests();
    const { data, errors } = await send(api, `query${selection.includes('$') ? ' ($yes: Boolean = true, $no: Boolean = false)' : ''} { listMembers(filter: { name: { eq: "n" } }) { ${selection} } }`, variables);
    expect(errors).toBeUndefined();
    const { items } = data!.listMembers as { items: Record<string, unknown>[] };
    const byId = Object.fromEntries(items.map(({ id, ...rest }) => [id, rest]));
    return { items: byId, operations: api.requests.map(({ operation }) => operation), read: api.requests.reduce((sum, { itemsRead }) => sum + itemsRead, 0) };
  }

  test('come in one request for all tables, each record once, those that are gone as null', async () => {
    expect(await read('items { id team { mantra } city { name } boss { id } }')).toEqual({
      items: {
        a: { team: { mantra: 'go' }, city: { name: 'Rome' }, boss: { id: 'b' } }, b: { team: { mantra: 'go' }, city: null, boss: null },
        c: { team: null, city: null, boss: { id: 'a' } }, d: { team: null, city: null, boss: null },
      },
      operations: ['Scan', 'BatchGetItem'], read: 4 + 4,
    });
    expect(api.requests[1]!.table.split(', ')).toHaveLength(3);
  });

  test('are looked for also where only the reference is asked for again', async () => {
    expect(await read('items { id team { id } }')).toMatchObject({ items: { a: { team: { id: 't' } }, c: { team: null } }, operations: ['Scan', 'BatchGetItem'] });
  });

  test('are not read where nothing of them is selected', async () => {
    expect((await read('items { id teamId }')).operations).toEqual(['Scan']);
    expect((await read('items { id team @include(if: $no) { id } city @skip(if: $yes) { id } }')).operations).toEqual(['Scan']);
    expect((await read('items { id team @include(if: $no) { id } city @skip(if: $yes) { id } }', { yes: false })).items).toMatchObject({ a: { city: { id: 'c' } } });
  });

  test('are found under aliases, in fragments and twice', async () => {
    expect(await read('rows: items { id } items { id crew: team { mantra } ...on Member { town: city { name } again: city { id } } }')).toMatchObject({
      items: { a: { crew: { mantra: 'go' }, town: { name: 'Rome' }, again: { id: 'c' } } }, operations: ['Scan', 'BatchGetItem'],
    });
    expect((await read('items { id boss { city: team { id } town: name } }')).operations).toEqual(['Scan', 'BatchGetItem', 'GetItem', 'GetItem']);
  });

  test('are not read for an alias further down', async () => {
    api.clearRequests();
    await send(api, '{ listTeams { items { id members { items { who: boss { id } } } } } }');
    expect(api.requests.map(({ operation }) => operation)).toEqual(['Scan', 'Query', 'BatchGetItem']);
    expect((await read('items { id who: name boss { who: team { id } } }')).operations).toEqual(['Scan', 'BatchGetItem', 'GetItem', 'GetItem']);
  });

  test('of records that belong to others again are read field by field', async () => {
    const { items, operations } = await read('items { id boss { boss { id } } }');
    expect(items).toMatchObject({ a: { boss: { boss: null } }, c: { boss: { boss: { id: 'b' } } } });
    expect(operations).toEqual(['Scan', 'BatchGetItem', 'GetItem']);
  });

  test('come with an index query too, though its index holds less', async () => {
    api.clearRequests();
    const { data } = await send(api, '{ membersByName(name: "n") { items { id team { mantra } } } }');
    expect((data!.membersByName as { items: unknown[] }).items).toContainEqual({ id: 'a', team: { mantra: 'go' } });
    expect(api.requests.map(({ operation }) => operation)).toEqual(['Query', 'BatchGetItem']);
  });
});

test('many more than a batch takes come in three, and the rest field by field', async () => {
  const api = await LocalApi.fromStack(stackOf(schema));
  try {
    const ids = Array.from({ length: 330 }, (_, position) => `x${position}`);
    await send(api, `mutation { ${ids.map((id) => `${id}: createTeam(input: { id: "${id}" }) { id } m${id}: createMember(input: { teamId: "${id}" }) { id }`).join(' ')} }`);
    api.clearRequests();
    const { data } = await send(api, '{ listMembers(limit: 1000) { items { teamId team { id } } } }');
    const { items } = data!.listMembers as { items: { teamId: string; team: { id: string } }[] };
    expect(items.filter(({ teamId, team }) => teamId === team.id)).toHaveLength(330);
    const operations = api.requests.map(({ operation }) => operation);
    expect(operations.slice(0, 4)).toEqual(['Scan', 'BatchGetItem', 'BatchGetItem', 'BatchGetItem']);
    expect(operations.filter((operation) => operation === 'GetItem')).toHaveLength(30);
  } finally {
    await api.close();
  }
});

test('a reference that is an empty text leads nowhere, and spoils nothing', async () => {
  const api = await LocalApi.fromStack(stackOf(schema));
  try {
    await send(api, 'mutation { c: createCity(input: { id: "c" }) { id } a: createMember(input: { id: "a", cityId: "" }) { id } b: createMember(input: { id: "b", cityId: "c" }) { id } }');
    api.clearRequests();
    const { data, errors } = await send(api, '{ listMembers { items { id city { id } } } getMember(id: "a") { city { id } } }');
    expect(errors).toBeUndefined();
    expect((data!.listMembers as { items: unknown[] }).items).toEqual(expect.arrayContaining([{ id: 'a', city: null }, { id: 'b', city: { id: 'c' } }]));
    expect(data!.getMember).toEqual({ city: null });
    expect(api.requests.map(({ operation }) => operation).sort()).toEqual(['BatchGetItem', 'GetItem', 'Scan']);
  } finally {
    await api.close();
  }
});

test('a large record comes along with each of a hundred', async () => {
  const api = await LocalApi.fromStack(stackOf(schema));
  try {
    await send(api, `mutation { t: createTeam(input: { id: "t", mantra: "${'x'.repeat(20_000)}" }) { id } ${Array.from({ length: 100 }, (_, position) => `m${position}: createMember(input: { teamId: "t" }) { id }`).join(' ')} }`);
    api.clearRequests();
    await send(api, '{ listMembers { items { team { id } } } }');
    expect(api.requests.map(({ operation }) => operation)).toEqual(['Scan', 'BatchGetItem']);
  } finally {
    await api.close();
  }
});

test('a page that was read on has two batches', async () => {
  const api = await LocalApi.fromStack(stackOf(schema));
  try {
    const ids = Array.from({ length: 150 }, (_, position) => `x${position}`);
    await send(api, `mutation { ${ids.map((id) => `${id}: createTeam(input: { id: "${id}" }) { id } m${id}: createMember(input: { name: "n", teamId: "${id}" }) { id } o${id}: createMember(input: { name: "o" }) { id }`).join(' ')} }`);
    api.clearRequests();
    const { data } = await send(api, '{ listMembers(limit: 150, filter: { name: { eq: "n" } }) { items { team { id } } } }');
    const count = (data!.listMembers as { items: unknown[] }).items.length;
    const operations = api.requests.map(({ operation }) => operation);
    expect(count).toBeGreaterThan(100);
    expect([operations.filter((operation) => operation === 'BatchGetItem').length, operations.filter((operation) => operation === 'GetItem').length]).toEqual([2, 0]);
  } finally {
    await api.close();
  }
});

describe('what has not come along', () => {
  const config = { belongsTo: { team: { table: 'Teams', key: { id: ['teamId'] } } } };
  const [imports, body] = readFileSync(join(__dirname, '..', '..', 'dist', 'resolvers', 'related.js'), 'utf8').split('\n');
  const handlers = loadHandlers([imports, `const config = ${JSON.stringify(config)};`, body].join('\n'), 'related');
  const items = [{ id: 'a', teamId: 't' }, { id: 'b', teamId: 'u' }, { id: 'c', teamId: 'gone' }];

  function context(more: Partial<HandlerContext>): HandlerContext {
    return {
      arguments: {}, args: {}, identity: null, authorizationType: 'API_KEY', source: null, stash: {}, result: null, prev: { result: { items, nextToken: null } }, error: null, request: { headers: {}, domainName: null },
      info: { fieldName: 'listMembers', parentTypeName: 'Query', variables: {}, selectionSetList: ['items', 'items/team', 'items/team/id'], selectionSetGraphQL: '' }, env: {}, ...more,
    };
  }

  /** Runs both handlers, with this for the answer of DynamoDB. */
  function answer(result: unknown, error: HandlerContext['error'] = null, stash: Record<string, unknown> = {}): HandlerOutcome {
    const effects = { appendedErrors: [], invalidations: [], responseHeaders: {} };
    const whole: HandlerContext['stash'] = { cdkAppSyncData: stash };
    const request = handlers.request(context({ stash: whole }), effects);
    expect(request.value).toMatchObject({ operation: 'BatchGetItem', tables: { Teams: { keys: [{ id: { S: 't' } }, { id: { S: 'u' } }, { id: { S: 'gone' } }] } } });
    const outcome = handlers.response(context({ stash: whole, result, error }), effects);
    Object.assign(stash, whole.cdkAppSyncData);
    return outcome;
  }

  const related = (outcome: HandlerOutcome): unknown => (outcome.value as { items: Record<string, unknown>[] }).items.map((item) => item['#related']);

  test('is left to its field if it is too much in bytes, whatever its characters', () => {
    const large = { id: 't', text: '\u65E5'.repeat(1_100_000) };
    expect(related(answer({ data: { Teams: [large, { id: 'u' }, null] }, unprocessedKeys: {} }))).toEqual([{}, {}, { team: null }]);
  });

  test('leaves what comes along with join records the room that those have not taken', () => {
    const stash: Record<string, unknown> = { through: 'team' };
    answer({ data: { Teams: [{ id: 't', text: 'x'.repeat(2_000_000) }, { id: 'u' }, null] } }, null, stash);
    expect(stash.room).toBeLessThan(1_000_100);
    expect(stash.room).toBeGreaterThan(999_000);
  });

  test('is null if it is not there', () => {
    expect(related(answer({ data: { Teams: [{ id: 't' }, { id: 'u' }, null] }, unprocessedKeys: {} }))).toEqual([{ team: { id: 't' } }, { team: { id: 'u' } }, { team: null }]);
  });

  test('is left to its field if it was not processed, and so is what may not have been', () => {
    expect(related(answer({ data: { Teams: [{ id: 't' }, null, null] }, unprocessedKeys: { Teams: [{ id: 'u' }] } }))).toEqual([{ team: { id: 't' } }, {}, {}]);
  });

  test('is left to its field if the request failed', () => {
    expect(related(answer(null, { message: 'no', type: 'DynamoDB:ThrottlingException' }))).toEqual([{}, {}, {}]);
  });

  test('is left to its field if it is too much for one answer, and no more is read for nothing then', () => {
    const large = { id: 't', text: 'x'.repeat(2_000_000) };
    const stash: Record<string, unknown> = {};
    expect(related(answer({ data: { Teams: [large, large, { id: 'gone' }] }, unprocessedKeys: {} }, null, stash))).toEqual([{ team: large }, {}, {}]);
    expect(handlers.request(context({ stash: { cdkAppSyncData: { ...stash, asked: {} } } }), { appendedErrors: [], invalidations: [], responseHeaders: {} })).toMatchObject({ kind: 'earlyReturn', skipTo: 'END' });
  });

  test('is an error for what join records lead to, as no field could read it later', () => {
    expect(() => answer({ data: { Teams: [{ id: 't' }, null, null] }, unprocessedKeys: { Teams: [{ id: 'u' }] } }, null, { through: 'team' })).toThrow('not all records of the page could be read');
    expect(() => answer(null, { message: 'no', type: 'DynamoDB:ThrottlingException' }, { through: 'team' })).toThrow('no');
    expect((answer({ data: { Teams: [{ id: 't' }, { id: 'u' }, null] } }, null, { through: 'team' }).value as { items: unknown }).items).toEqual([{ id: 't' }, { id: 'u' }]);
  });
});
