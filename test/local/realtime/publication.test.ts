import { code, resolver } from '../template/api-template';
import { connect, subscribe, type RealTimeClient } from './real-time-client';
import { serveRealTime, type RealTimeServed } from './serve-real-time';

const schema = `
  type Query { a: String }
  type Mutation {
    createTeam(input: TeamInput): Team
    renameTeam(input: TeamInput): Team
    required: Team!
    failing: Team
    appending: Team
    count: Int
    teams: [Team]
    node: Node
    other: Team
  }
  type Subscription {
    onTeam(id: ID, name: String, kind: Kind, size: Int): Team @aws_subscribe(mutations: ["createTeam", "renameTeam", "required", "failing", "appending"])
    onCount: Int @aws_subscribe(mutations: ["count"])
    onTeams: [Team] @aws_subscribe(mutations: ["teams"])
    onNode: Node @aws_subscribe(mutations: ["node"])
    onFiltered(filter: AWSJSON): Team @aws_subscribe(mutations: ["createTeam", "required"])
    onNothing: Team
  }
  interface Node { id: ID! }
  type Team implements Node { id: ID! name: String size: Int kind: Kind details: AWSJSON born: AWSDate members(limit: Int): [Member] owner: Member }
  type Member { id: ID! name: String! computed: String }
  enum Kind { BIG SMALL }
  input TeamInput { id: ID name: String size: Int kind: Kind details: AWSJSON born: AWSDate hidden: String }
`;
const input = 'return { payload: ctx.args.input };';
let api: RealTimeServed;
let client: RealTimeClient;
let ids = 0;

beforeAll(async () => {
  const team = 'return { payload: { id: "t", name: "Team", members: [{ id: "m1", name: "A" }, { id: "m2", name: "B" }], owner: { id: "o", name: "O" } } };';
  api = await serveRealTime(schema, {
    Create: resolver('Mutation.createTeam', code(input)),
    Rename: resolver('Mutation.renameTeam', code(input)),
    Required: resolver('Mutation.required', code(team)),
    Failing: resolver('Mutation.failing', code('util.error("no", "Bad", { id: "t" });')),
    Appending: resolver('Mutation.appending', code('util.appendError("almost"); return { payload: { id: "t", name: "Appended" } };')),
    Count: resolver('Mutation.count', code('return { payload: 3 };')),
    Teams: resolver('Mutation.teams', code('return { payload: [{ id: "1" }, null, { id: "2" }] };')),
    Node: resolver('Mutation.node', code('return { payload: { __typename: "Team", id: "n", name: "Node" } };')),
    Other: resolver('Mutation.other', code(team)),
    OnFiltered: resolver('Subscription.onFiltered', code('return {};', 'extensions.setSubscriptionFilter(ctx.args.filter); return null;')),
    Computed: resolver('Member.computed', code('return { payload: "computed for " + ctx.source.id };')),
  });
});
afterAll(() => api.close());
beforeEach(async () => { client = await connect(api.url); });
afterEach(() => client.socket.close());

const listen = async (query: string, variables?: Record<string, unknown>): Promise<string> => {
  const id = `s${ids++}`;
  await subscribe(client, id, `subscription ${query}`, variables);
  return id;
};
const payload = async () => (await client.next()).payload;

/** What a subscription gets of a mutation. */
async function published(subscription: string, mutation: string, variables?: Record<string, unknown>): Promise<unknown> {
  await listen(subscription);
  const { errors } = await api.request(`mutation ${mutation}`, variables);
  if (!mutation.includes('appending')) expect(errors).toBeUndefined();
  return payload();
}

/** Whether a subscription is told of a mutation: another one tells when it would have been. */
async function isTold(subscription: string, mutation: string, variables?: Record<string, unknown>): Promise<boolean> {
  const [id, end] = [await listen(subscription, variables), await listen('{ onCount }')];
  await api.request(`mutation ${mutation}`);
  await api.request('mutation { count }');
  const first = await client.next();
  expect([id, end]).toContain(first.id);
  if (first.id === id) expect(await client.next()).toMatchObject({ id: end });
  for (const started of [id, end]) {
    client.send({ type: 'stop', id: started });
    expect(await client.next()).toEqual({ type: 'complete', id: started });
  }
  return first.id === id;
}

describe('what a subscriber gets', () => {
  test('is what the mutation has selected; the rest is null', async () => {
    expect(await published('{ onTeam { id name size kind } }', '{ createTeam(input: { id: "1", name: "Red", size: 5, kind: BIG }) { id size } }'))
      .toEqual({ data: { onTeam: { id: '1', name: null, size: 5, kind: null } } });
  });

  test('is null with an error for each field that may not be null', async () => {
    expect(await published('{ onTeam { id name } }', '{ createTeam(input: { id: "1", name: "Red" }) { name } }')).toEqual({
      data: { onTeam: null },
      errors: [{ path: ['onTeam', 'id'], message: `Cannot return null for non-nullable type: 'ID' within parent 'Team' (/onTeam/id)` }],
    });
  });

  test('has the names that it has itself, whatever those of the mutation are', async () => {
    expect(await published('{ team: onTeam { key: id size: name __typename } }', '{ done: createTeam(input: { id: "1", name: "Red", size: 5 }) { first: id id: name name: size } }'))
      .toEqual({ data: { team: { key: '1', size: 'Red', __typename: 'Team' } } });
  });

  test('has nested values of the mutation, for which no resolver runs', async () => {
    const all = await published('{ onTeam { members(limit: 1) { id name computed } owner { id computed } } }', '{ required { members { id name computed } boss: owner { id } } }');
    expect(all).toEqual({ data: { onTeam: {
      members: [{ id: 'm1', name: 'A', computed: 'computed for m1' }, { id: 'm2', name: 'B', computed: 'computed for m2' }],
      owner: { id: 'o', computed: null },
    } } });
  });

  test('is null as far as nested values go that the mutation has not selected', async () => {
    expect(await published('{ onTeam { members { id computed } owner { name } } }', '{ required { members { id } owner { id } } }')).toEqual({
      data: { onTeam: { members: [{ id: 'm1', computed: null }, { id: 'm2', computed: null }], owner: null } },
      errors: [{ path: ['onTeam', 'owner', 'name'], message: `Cannot return null for non-nullable type: 'String' within parent 'Member' (/onTeam/owner/name)` }],
    });
  });

  test('follows fragments and directives, of both', async () => {
    expect(await published(
      '{ onTeam { ...F ... on Node { id } size @skip(if: true) } } fragment F on Team { name kind }',
      '($no: Boolean = false) { createTeam(input: { id: "1", name: "Red", size: 5, kind: BIG }) { ...G kind @include(if: $no) } } fragment G on Team { ... on Team { id name size } }',
    )).toEqual({ data: { onTeam: { id: '1', name: 'Red', kind: null } } });
  });

  test('has AppSync\'s scalars as the mutation has them', async () => {
    expect(await published('{ onTeam { details born } }', '($details: AWSJSON) { createTeam(input: { id: "1", details: $details, born: "2020-02-29" }) { details born } }', { details: '{"a":[1]}' }))
      .toEqual({ data: { onTeam: { details: '{"a":[1]}', born: '2020-02-29' } } });
  });

  test('may be a scalar, a list or an interface', async () => {
    expect(await published('{ onCount }', '{ count }')).toEqual({ data: { onCount: 3 } });
    expect(await published('{ onTeams { id } }', '{ teams { key: id } }')).toEqual({ data: { onTeams: [{ id: '1' }, null, { id: '2' }] } });
    expect(await published('{ onNode { __typename id ... on Team { name } } }', '{ node { __typename id ... on Team { alias: name } } }')).toEqual({ data: { onNode: { __typename: 'Team', id: 'n', name: 'Node' } } });
  });
});

describe('a mutation', () => {
  test('with appended errors is published', async () => {
    expect(await published('{ onTeam { id name } }', '{ appending { id name } }')).toEqual({ data: { onTeam: { id: 't', name: 'Appended' } } });
  });

  test.each([
    ['that fails', '{ failing { id } }'],
    ['whose result is null', '{ createTeam { id } }'],
    ['that no subscription is for', '{ other { id } }'],
    ['that is not valid', '{ createTeam { x } }'],
    ['that is left out', '{ createTeam(input: { id: "1" }) @skip(if: true) { id } }'],
  ])('%s is not published', async (_, mutation) => {
    expect(await isTold('{ onTeam { id } }', mutation)).toBe(false);
  });

  test('that failed does not keep others of its request from being published, each in its turn', async () => {
    await listen('{ onTeam { id name } }');
    const { data, errors } = await api.request('mutation { a: createTeam(input: { id: "1" }) { id } failing { id } b: renameTeam(input: { id: "2", name: "Blue" }) { id name } c: createTeam(input: { id: "3" }) { id } }');
    expect({ data, errors }).toMatchObject({ data: { a: { id: '1' }, failing: null, b: { id: '2' }, c: { id: '3' } }, errors: [{ message: 'no' }] });
    expect([await payload(), await payload(), await payload()]).toEqual([
      { data: { onTeam: { id: '1', name: null } } }, { data: { onTeam: { id: '2', name: 'Blue' } } }, { data: { onTeam: { id: '3', name: null } } },
    ]);
  });

  test('is told to subscriptions without a filter by their arguments', async () => {
    const mutation = '{ createTeam(input: { id: "1", name: "Red", size: 5, kind: BIG }) { key: id size name kind } }';
    const told = async (args: string, variables?: Record<string, unknown>) => isTold(`${variables ? '($name: String) ' : ''}{ onTeam${args} { size } }`, mutation, variables);
    expect([await told(''), await told('(id: "1")'), await told('(id: 1, name: "Red", kind: BIG, size: 5)'), await told('(name: null, size: 5)'), await told('(name: $name)', { name: null }), await told('(name: $name)', { name: 'Red' })])
      .toEqual([true, true, true, true, true, true]);
    expect([await told('(id: "2")'), await told('(id: "1", name: "Blue")'), await told('(kind: SMALL)'), await told('(name: $name)', { name: 'Blue' })]).toEqual([false, false, false, false]);
  });

  test('is not told to a subscription with an argument that it has not selected', async () => {
    expect(await isTold('{ onTeam(name: "Red") { id } }', '{ createTeam(input: { id: "1", name: "Red" }) { id } }')).toBe(false);
  });
});

describe('an enhanced filter', () => {
  const created = '{ createTeam(input: { id: "1", name: "Red", size: 5, kind: BIG }) { id alias: name size kind } }';
  const required = '{ required { id name boss: owner { id } members { id } } }';
  type Condition = [fieldName: string, operator: string, value: unknown];

  test.each<[Condition[][], boolean, boolean]>([
    [[[['name', 'eq', 'Red']]], true, false],
    [[[['name', 'in', ['Red', 'Team']]]], true, true],
    [[[['name', 'eq', 'Red'], ['size', 'gt', 5]]], false, false],
    [[[['name', 'eq', 'Red'], ['size', 'gt', 5]], [['id', 'eq', 't']]], false, true],
    [[[['name', 'containsAny', ['Re', 'xx']]]], true, false],
    [[[['kind', 'eq', 'BIG']]], true, false],
    [[[['kind', 'ne', 'BIG']]], false, true],
    [[[['owner.id', 'eq', 'o']]], false, true],
    [[[['size', 'between', [1, 5]]]], true, false],
    [[[['alias', 'eq', 'Red']]], false, false],
    [[], true, true],
  ])('%j', async (alternatives, ofCreated, ofRequired) => {
    const filter = { filterGroup: alternatives.map((filters) => ({ filters: filters.map(([fieldName, operator, value]) => ({ fieldName, operator, value })) })) };
    const told = (mutation: string) => isTold('($filter: AWSJSON) { onFiltered(filter: $filter) { id } }', mutation, { filter: JSON.stringify(filter) });
    expect([await told(created), await told(required)]).toEqual([ofCreated, ofRequired]);
  });

  test('takes the place of the arguments, and is not there when it is null', async () => {
    const told = (filter: string) => isTold('($filter: AWSJSON) { onFiltered(filter: $filter) { id } }', created, { filter });
    expect([await told('{"filterGroup":[{"filters":[{"fieldName":"id","operator":"eq","value":"1"}]}]}'), await told('null')]).toEqual([true, true]);
    expect(await isTold('{ onFiltered { id } }', created)).toBe(true);
  });
});

describe('a schema that AppSync would refuse', () => {
  const of = (type: string, mutations: string) => `type Query { a: String } type Mutation { a: String b: Int! } type Subscription { onA: ${type} @aws_subscribe(mutations: [${mutations}]) }`;
  test.each([
    [of('String', '"a", "c"'), 'the schema is not valid: the subscription onA is published by c, and there is no such mutation'],
    [of('String', '"toString"'), 'the schema is not valid: the subscription onA is published by toString, and there is no such mutation'],
    [of('String', '"b"'), 'the schema is not valid: the subscription onA is published by b, which returns Int!, not String'],
    [of('[String]', '"a"'), 'the schema is not valid: the subscription onA is published by a, which returns String, not [String]'],
  ])('%s', async (definition, message) => {
    await expect(serveRealTime(definition)).rejects.toThrow(message);
  });

  test('but a mutation may be more certain', async () => {
    const served = await serveRealTime(of('Int', '"b"'));
    await served.close();
  });
});
