import { generateClient } from 'aws-amplify/data';
import { a, type ClientSchema } from 'cdk-appsync-data';
import { LocalApi } from 'cdk-appsync-data/local';
import { serve } from '../support/amplify-client';
import { send } from '../support/graphql';
import { stackOf } from '../support/synthesized';

const schema = a.schema({
  Team: a.model({ members: a.hasMany('Member', 'teamId').sortBy('joinedAt').limit(3), ranked: a.hasMany('Player', 'teamId').sortBy('rank') }).limit(2),
  Member: a.model({ teamId: a.id(), team: a.belongsTo('Team', 'teamId'), joinedAt: a.date().required(), name: a.string() }).limit(4),
  Player: a.model({ teamId: a.id(), rank: a.integer().required() }).secondaryIndexes((index) => [index('teamId').sortKeys(['rank'])]).limit(5),
}).authorization((allow) => allow.publicApiKey());

let api: LocalApi;

beforeAll(async () => {
  api = await serve(schema);
  const days = [5, 3, 9, 1, 7];
  await send(api, `mutation { t: createTeam(input: { id: "t" }) { id } u: createTeam(input: { id: "u" }) { id } v: createTeam(input: { id: "v" }) { id }
    ${days.map((day) => `m${day}: createMember(input: { id: "m${day}", teamId: "t", joinedAt: "2026-01-0${day}", name: "n${day % 2}" }) { id }`).join(' ')}
    ${[10, 9, 100, 1, 2, 3].map((rank) => `p${rank}: createPlayer(input: { id: "p${rank}", teamId: "t", rank: ${rank} }) { id }`).join(' ')} }`);
});

afterAll(() => api.close());

async function read(field: string): Promise<{ ids: string[]; errors: unknown }> {
  const { data, errors } = await send(api, `{ getTeam(id: "t") { list: ${field} { items { id } nextToken } } }`);
  const list = (data!.getTeam as { list: { items: { id: string }[] } | null }).list;
  return { ids: list?.items.map(({ id }) => id) ?? [], errors: errors?.map(({ errorType, message }) => `${errorType}: ${message}`) };
}

test.each([
  ['members', ['m1', 'm3', 'm5']],
  ['members(limit: 10)', ['m1', 'm3', 'm5', 'm7', 'm9']],
  ['members(sortDirection: DESC)', ['m9', 'm7', 'm5']],
  ['members(joinedAt: { ge: "2026-01-05" })', ['m5', 'm7', 'm9']],
  ['members(joinedAt: { between: ["2026-01-02", "2026-01-06"] }, sortDirection: DESC)', ['m5', 'm3']],
  ['members(filter: { joinedAt: { lt: "2026-01-04" } })', ['m1', 'm3']],
  ['members(filter: { and: [{ and: [{ joinedAt: { gt: "2026-01-04" } }, { teamId: { eq: "t" } }] }] })', ['m5', 'm7', 'm9']],
  ['members(filter: { joinedAt: { ge: "2026-01-03", le: "2026-01-05" } })', ['m3', 'm5']],
  ['ranked(limit: 10)', ['p1', 'p2', 'p3', 'p9', 'p10', 'p100']],
  ['ranked(rank: { gt: 9 })', ['p10', 'p100']],
])('%s is read in order, by its condition, in one query', async (field, expected) => {
  api.clearRequests();
  expect(await read(field)).toEqual({ ids: expected, errors: undefined });
  expect(api.requests.map(({ operation }) => operation)).toEqual(['GetItem', 'Query']);
  // Nothing is read that is not given.
  expect(api.requests[1]!.itemsRead).toBe(expected.length);
});

test('a filter is applied to what the condition has found', async () => {
  expect(await read('members(joinedAt: { beginsWith: "2026-01-0" }, filter: { name: { eq: "n1" } }, limit: 2)')).toEqual({ ids: ['m1', 'm3'], errors: undefined });
});

test.each([
  ['members(joinedAt: { ge: "2026-01-05", le: "2026-01-09" })', "InvalidArgumentsError: 'joinedAt' takes one operator, not 2"],
  ['members(joinedAt: { eq: null })', "InvalidArgumentsError: 'eq' in 'joinedAt' needs a value"],
  ['members(joinedAt: { ge: "2026-01-05" }, filter: { joinedAt: { lt: "2026-01-09" } })', "Unrecognized Filter: can't filter by 'joinedAt': it is a key of what is read, or not in it"],
  ['members(filter: { teamId: { ne: "x" } })', "Unrecognized Filter: can't filter by 'teamId': it is a key of what is read, or not in it"],
])('%s is refused in words', async (field, error) => {
  expect(await read(field)).toEqual({ ids: [], errors: [error] });
});

test('a model and a relationship have a page size of their own, which a client can change', async () => {
  const { data } = await send(api, '{ listTeams { items { id } } listMembers { items { id } } more: listMembers(limit: 5) { items { id } } listPlayerByTeamIdAndRank(teamId: "t") { items { id } } }');
  const lengths = Object.values(data as Record<string, { items: unknown[] }>).map(({ items }) => items.length);
  expect(lengths).toEqual([2, 4, 5, 5]);
});

test('Amplify\'s client loads a sorted relationship lazily, from its index', async () => {
  const client = generateClient<ClientSchema<typeof schema>>();
  const { data: team } = await client.models.Team.get({ id: 't' });
  api.clearRequests();
  expect((await team!.members({ limit: 10 })).data.map(({ id }) => id)).toEqual(['m1', 'm3', 'm5', 'm7', 'm9']);
  expect(api.requests).toMatchObject([{ operation: 'Query', index: 'gsi-Team.members', itemsRead: 5 }]);
});

test('a field that an index sorts by unasked may be named as an argument', async () => {
  const named = await LocalApi.fromStack(stackOf(a.schema({
    Team: a.model({ members: a.hasMany('Member', 'teamId') }),
    Member: a.model({ teamId: a.id(), filter: a.string().required(), name: a.string() }).secondaryIndexes((index) => [index('teamId').sortKeys(['filter']).queryField(null)]),
  }).authorization((allow) => allow.publicApiKey())));
  try {
    await send(named, 'mutation { createTeam(input: { id: "t" }) { id } createMember(input: { id: "m", teamId: "t", filter: "f", name: "n" }) { id } }');
    const { data, errors } = await send(named, '{ getTeam(id: "t") { members(filter: { name: { eq: "n" }, filter: { beginsWith: "f" } }) { items { id } } } }');
    expect({ data, errors }).toEqual({ data: { getTeam: { members: { items: [{ id: 'm' }] } } }, errors: undefined });
  } finally {
    await named.close();
  }
});

test('a declared index with the same keys is used, not doubled', async () => {
  api.clearRequests();
  await read('ranked');
  expect(api.requests[1]).toMatchObject({ index: 'playersByTeamIdAndRank' });
});
