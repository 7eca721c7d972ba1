import { a } from 'cdk-appsync-data';
import { LocalApi } from 'cdk-appsync-data/local';
import { send } from '../support/graphql';
import { stackOf } from '../support/synthesized';

const schema = a.schema({
  Task: a.model({
    teamId: a.id(), team: a.belongsTo('Team', 'teamId'), status: a.string(), rank: a.integer().required(), due: a.date(), place: a.string(), note: a.string(),
  }).secondaryIndexes((index) => [
    index('teamId').sortKeys(['rank']).name('byTeamAndRank'),
    index('status').sortKeys(['due']).name('byStatusAndDue'),
    index('place').sortKeys(['rank', 'due']).name('byPlaceRankDue'),
    index('note').projection('KEYS_ONLY').name('byNote'),
  ]),
  Team: a.model({ tasks: a.hasMany('Task', 'teamId') }),
  Visit: a.model({ place: a.string().required(), day: a.date().required(), number: a.integer().required(), note: a.string() }).identifier(['place', 'day', 'number']),
}).authorization((allow) => allow.publicApiKey());

let api: LocalApi;

const tasks = Array.from({ length: 24 }, (_, rank) => ({
  id: `t${rank}`, teamId: ['x', 'y', null][rank % 3], status: ['open', 'done'][rank % 2], rank, due: rank % 4 === 0 ? null : `2026-02-${String(rank + 1).padStart(2, '0')}`, place: rank < 12 ? 'Rome' : 'Rome#1', note: `note ${rank}`,
}));

beforeAll(async () => {
  api = await LocalApi.fromStack(stackOf(schema));
  for (const input of tasks) await send(api, 'mutation ($input: CreateTaskInput!) { createTask(input: $input) { id } }', { input });
  for (const number of [1, 2, 3]) await send(api, 'mutation ($input: CreateVisitInput!) { createVisit(input: $input) { day } }', { input: { place: 'Rome', day: '2026-01-01', number, note: `${number}` } });
});

afterAll(() => api.close());

/** How many tasks a filter finds, and what is read for them: `Query byTeamAndRank`. */
async function list(filter: string, model: 'Tasks' | 'Visits' = 'Tasks'): Promise<[number, string]> {
  api.clearRequests();
  const { data, errors } = await send(api, `{ list: list${model}(filter: ${filter}) { items { __typename } } }`);
  expect(errors).toBeUndefined();
  const [{ operation, index = 'table' }, ...others] = api.requests as [LocalApi['requests'][number]];
  expect(others).toEqual([]);
  return [(data!.list as { items: unknown[] }).items.length, `${operation} ${index}`];
}

describe('a list queries the key that its filter leads to', () => {
  test.each([
    ['the table by its id', '{ id: { eq: "t1" } }', [1, 'Query table']],
    ['an index by its partition key', '{ teamId: { eq: "x" } }', [8, 'Query byTeamAndRank']],
    ['inside and', '{ and: [{ teamId: { eq: "x" } }] }', [8, 'Query byTeamAndRank']],
    ['inside several and', '{ and: [{ and: [{ note: { ne: "x" } }, { and: [{ teamId: { eq: "x" } }] }] }] }', [8, 'Query byTeamAndRank']],
    ['with the sort key too', '{ rank: { eq: 3 }, teamId: { eq: "x" } }', [1, 'Query byTeamAndRank']],
    ['with a range of the sort key, anywhere', '{ and: [{ rank: { gt: 9 } }, { and: [{ teamId: { eq: "x" } }] }] }', [4, 'Query byTeamAndRank']],
    ['between', '{ teamId: { eq: "x" }, rank: { between: [3, 9] } }', [3, 'Query byTeamAndRank']],
    ['from and to', '{ teamId: { eq: "x" }, rank: { le: 9, ge: 3 } }', [3, 'Query byTeamAndRank']],
    ['with a rest that stays a filter', '{ teamId: { eq: "x" }, or: [{ note: { eq: "note 0" } }, { status: { eq: "done" } }] }', [5, 'Query byTeamAndRank']],
    ['of two the one that has conditions on more of its fields', '{ teamId: { eq: "x" }, status: { eq: "open" }, due: { ge: "2026-02-11" } }', [1, 'Query byStatusAndDue']],
    ['the id before an index', '{ teamId: { eq: "x" }, id: { eq: "t0" } }', [1, 'Query table']],
    ['a range makes sure that an optional sort key is there', '{ status: { eq: "open" }, due: { beginsWith: "2026" } }', [6, 'Query byStatusAndDue']],
    ['a joined sort key, whole', '{ place: { eq: "Rome" }, rank: { eq: 1 }, due: { eq: "2026-02-02" } }', [1, 'Query byPlaceRankDue']],
    ['the beginning of a joined sort key', '{ place: { eq: "Rome" }, rank: { eq: 1 }, due: { ge: "2026" } }', [1, 'Query byPlaceRankDue']],
    ['the same partition by a condition on the joined key\'s last field', '{ place: { eq: "Rome" }, due: { ge: "2026-02-06" } }', [6, 'Query byPlaceRankDue']],
  ])('%s', async (_, filter, expected) => {
    expect(await list(filter)).toEqual(expected);
  });

  test('the table by a composite identifier, or by the beginning of it', async () => {
    expect(await list('{ number: { eq: 2 }, day: { eq: "2026-01-01" }, place: { eq: "Rome" } }', 'Visits')).toEqual([1, 'Query table']);
    expect(await list('{ and: [{ place: { eq: "Rome" } }, { day: { eq: "2026-01-01" } }] }', 'Visits')).toEqual([3, 'Query table']);
    expect(await list('{ place: { eq: "Rome" }, note: { ge: "2" } }', 'Visits')).toEqual([2, 'Query table']);
  });

  test('a value with the separator of joined keys in it is not taken for another', async () => {
    expect(await list('{ place: { eq: "Rome#1" }, rank: { eq: 13 }, due: { ge: "2026" } }')).toEqual([1, 'Query byPlaceRankDue']);
  });
});

describe('a list scans where no key has all that is asked for', () => {
  test.each([
    ['no condition on a partition key', '{ rank: { eq: 1 } }', 1],
    ['another condition than eq', '{ teamId: { beginsWith: "x" } }', 8],
    ['a sort key that records may lack, without a condition on it', '{ status: { eq: "open" } }', 12],
    ['an index that holds keys only', '{ note: { eq: "note 1" } }', 1],
    ['a key inside or', '{ or: [{ teamId: { eq: "x" } }] }', 8],
    ['a key inside not', '{ not: { teamId: { eq: "x" } } }', 16],
    ['two conditions on the partition key', '{ teamId: { eq: "x", ne: "y" } }', 8],
    ['two conditions on it in several places', '{ teamId: { eq: "x" }, and: [{ teamId: { eq: "x" } }] }', 8],
    ['a second condition on the sort key', '{ teamId: { eq: "x" }, rank: { ge: 3, lt: 9 } }', 2],
    ['a range the wrong way round', '{ teamId: { eq: "x" }, rank: { ge: 9, le: 3 } }', 0],
    ['a condition on the sort key inside or', '{ teamId: { eq: "x" }, or: [{ rank: { eq: 3 } }, { note: { eq: "note 6" } }] }', 2],
    ['null', '{ teamId: { eq: null } }', 0],
    ['an empty text, which no key can be', '{ teamId: { eq: "" } }', 0],
  ])('%s', async (_, filter, found) => {
    expect(await list(filter)).toEqual([found, 'Scan table']);
  });

  test('a text in the filter that looks like a condition is none', async () => {
    expect(await list('{ teamId: { eq: "x" }, note: { ne: "{\\"teamId\\":{\\"eq\\":1}}" } }')).toEqual([8, 'Query byTeamAndRank']);
  });
});

describe('a token goes on with what it came from', () => {
  const page = async (query: string): Promise<{ items: unknown[]; nextToken: string | null }> => (await send(api, `{ page: ${query} { items { id } nextToken } }`)).data!.page as never;
  const refused = { errorType: 'InvalidArgumentsError', message: "'nextToken' is of a list with other arguments: give it with those that it came with" };

  const filters = { scan: '{}', table: '{ id: { eq: "t1" } }', team: '{ teamId: { eq: "x" } }', place: '{ place: { eq: "Rome" }, due: { ge: "2026" } }' };

  test.each(['scan', 'team', 'place'] as const)('of %s, and is refused elsewhere', async (from) => {
    const { nextToken } = await page(`listTasks(filter: ${filters[from]}, limit: 2)`);
    expect(nextToken).toEqual(expect.any(String));
    for (const to of ['scan', 'table', 'team', 'place'] as const) {
      const { data, errors } = await send(api, `{ listTasks(filter: ${filters[to]}, limit: 2, nextToken: "${nextToken}") { items { id } } }`);
      if (to === from) expect((data!.listTasks as { items: unknown[] }).items).toHaveLength(2);
      else expect({ from, to, errors }).toEqual({ from, to, errors: [expect.objectContaining(refused)] });
    }
  });

  test('of a relationship or of an index query it is good for the list of the same index, and the other way round', async () => {
    await send(api, 'mutation { createTeam(input: { id: "x" }) { id } }');
    const ofTeam = async (args: string) => ((await send(api, `{ getTeam(id: "x") { page: tasks(${args}) { items { id } nextToken } } }`)).data!.getTeam as { page: { items: { id: string }[]; nextToken: string } }).page;
    const first = await ofTeam('limit: 3');
    const second = await page(`listTasks(filter: ${filters.team}, limit: 3, nextToken: "${first.nextToken}")`);
    const third = await page(`listTaskByTeamIdAndRank(teamId: "x", limit: 3, nextToken: "${second.nextToken}")`);
    expect([...first.items, ...second.items, ...third.items]).toEqual(tasks.filter(({ teamId }) => teamId === 'x').map(({ id }) => ({ id })));
    expect(third.nextToken).toBeNull();
  });
});
