import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { a, AppSyncData, type OperationHooks, type Schema, type SchemaTypes } from 'cdk-appsync-data';
import { LocalApi } from 'cdk-appsync-data/local';
import { send } from '../support/graphql';

const handlersDirectory = join(__dirname, '..', '..', 'integ', 'handlers');
const step = a.handler.custom({ entry: join(handlersDirectory, 'pass-on.ts') });

const schema = a.schema({
  Team: a.model({ mantra: a.string(), leagueId: a.id(), league: a.belongsTo('League', 'leagueId') }),
  League: a.model({ teams: a.hasMany('Team', 'leagueId') }),
  echo: a.query().arguments({ content: a.string().required() }).returns(a.string()).handler(step),
  onCreated: a.subscription().for(a.ref('Team').mutations(['create'])),
}).authorization((allow) => allow.publicApiKey());

type Types = typeof schema extends Schema<infer Of extends SchemaTypes> ? Of : never;

function stackWith(hooks: OperationHooks<Types>): Stack {
  const stack = new Stack(new App(), 'Test');
  new AppSyncData(stack, 'Data', { schema, ...hooks });
  return stack;
}

/** The names of the functions of a pipeline, in order. */
function functionsOf(template: Template, TypeName: string, FieldName: string): unknown[] {
  const names = Object.fromEntries(Object.entries(template.findResources('AWS::AppSync::FunctionConfiguration')).map(([id, { Properties }]) => [id, Properties.Name]));
  const [resolver] = Object.values(template.findResources('AWS::AppSync::Resolver', { Properties: { TypeName, FieldName } }));
  return resolver!.Properties.PipelineConfig.Functions.map((reference: { 'Fn::GetAtt': [string, string] }) => names[reference['Fn::GetAtt'][0]]);
}

test('an operation of one request becomes a pipeline, its request one step', () => {
  const template = Template.fromStack(stackWith({ before: { 'Mutation.createTeam': [step, step] }, after: { 'Mutation.createTeam': step } }));
  expect(functionsOf(template, 'Mutation', 'createTeam')).toEqual(['createTeamBefore1', 'createTeamBefore2', 'createTeam', 'createTeamAfter1']);
  template.hasResourceProperties('AWS::AppSync::FunctionConfiguration', { Name: 'createTeam', DataSourceName: 'TeamTable', Code: Match.stringLikeRegexp('PutItem') });
});

test('an operation of several has more of them', () => {
  const template = Template.fromStack(stackWith({ before: { 'Query.listTeams': step }, after: { 'Query.listTeams': step } }));
  expect(functionsOf(template, 'Query', 'listTeams')).toEqual(['listTeamsBefore1', 'TeamRead', 'TeamRelated', 'TeamRead', 'TeamRead', 'TeamRead', 'TeamRead', 'TeamRelated', 'TeamRelated', 'listTeamsAfter1']);
});

test('so has one that is no model\'s', () => {
  expect(functionsOf(Template.fromStack(stackWith({ after: { 'Query.echo': step } })), 'Query', 'echo')).toEqual(['echoHandler1', 'echoAfter1']);
});

test('other operations stay as they are', () => {
  const others = (hooks: OperationHooks<Types>) => Object.entries(Template.fromStack(stackWith(hooks)).findResources('AWS::AppSync::Resolver')).filter(([id]) => !id.includes('createTeam'));
  expect(others({ before: { 'Mutation.createTeam': step } })).toEqual(others({}));
});

test.each([
  ['an operation that there is not', { before: { 'Mutation.createTeams': step } }, /^'before' has 'Mutation\.createTeams', and the API has no such operation; it has 'Query\.getTeam', .*'Query\.echo'$/],
  ['a relationship', { after: { 'League.teams': step } }, /^'after' has 'League\.teams', and the API has no such operation/],
  ['a subscription without a handler', { before: { 'Subscription.onCreated': step } }, /^'before' has 'Subscription\.onCreated', which has no handler, so that there is nothing to be before: do it in a handler of it$/],
  ['what is no handler', { before: { 'Query.getTeam': 'check' }, after: {} }, /before Query\.getTeam: its handler is none/],
  ['a field', { after: { 'Query.getTeam': [step, a.string()] } }, /after Query\.getTeam: its handler is none/],
  ['more functions than AppSync takes', { before: { 'Query.listTeams': [step, step] }, after: { 'Query.listTeams': step } }, /^the pipeline of Query\.listTeams has 11 functions, 8 of them its own, and AppSync takes 10: do more in one of the steps/],
  ['the table of a model that there is not', { before: { 'Query.getTeam': a.handler.custom({ entry: 'x.ts', dataSource: a.ref('Taem') }) } }, /before Query\.getTeam: its handler works on the table of a model, and there is no model 'Taem'/],
])('%s is refused', (_, hooks, message) => {
  expect(() => stackWith(hooks as OperationHooks<Types>)).toThrow(message);
});

describe('served', () => {
  let api: LocalApi;
  beforeAll(async () => {
    api = await LocalApi.fromStack(stackWith({
      before: { 'Query.listTeams': a.handler.custom({ entry: join(handlersDirectory, 'remember.ts') }), 'Subscription.onCreateTeam': step, 'Query.getTeam': step },
      after: { 'Query.listTeams': a.handler.custom({ entry: join(handlersDirectory, 'newest-first.ts') }), 'Query.getTeam': step },
    }));
    await send(api, 'mutation { l: createLeague(input: { id: "l" }) { id } a: createTeam(input: { id: "a", leagueId: "l" }) { id } b: createTeam(input: { id: "b", leagueId: "l" }) { id } }');
  });
  afterAll(() => api.close());

  test('a get has its record', async () => {
    expect(await send(api, '{ getTeam(id: "a") { id league { id } } none: getTeam(id: "none") { id } }')).toEqual({ data: { getTeam: { id: 'a', league: { id: 'l' } }, none: null } });
  });

  test.each([['nothing', 'null'], ['a page of its own', '{ items: [{ id: "of the step" }] }']])('a list is not what the step before it gives: %s', async (_, given) => {
    const entry = join(mkdtempSync(join(tmpdir(), 'hooks-')), 'before.js');
    writeFileSync(entry, `export const request = () => ({ payload: ${given} });\nexport const response = (ctx) => ctx.result;`);
    const hooked = await LocalApi.fromStack(stackWith({ before: { 'Query.listTeams': a.handler.custom({ entry }) } }));
    try {
      await send(hooked, 'mutation { createTeam(input: { id: "a", mantra: "x" }) { id } b: createTeam(input: { id: "b" }) { id } }');
      for (const query of ['{ listTeams { items { id } } }', '{ listTeams(filter: { mantra: { attributeExists: false } }, limit: 1) { items { id } } }']) {
        const { data, errors } = await send(hooked, query);
        expect(errors).toBeUndefined();
        expect((data!.listTeams as { items: { id: string }[] }).items.map(({ id }) => id).sort()).toEqual(query.includes('filter') ? ['b'] : ['a', 'b']);
      }
    } finally {
      await hooked.close();
      rmSync(dirname(entry), { recursive: true });
    }
  });

  test('the step after a list has its page, and gives another; what records belong to still comes in one batch, tokens go on', async () => {
    const ids = [];
    let nextToken: string | null = null;
    api.clearRequests();
    do {
      const { data, errors } = await send(api, 'query ($nextToken: String) { listTeams(limit: 1, nextToken: $nextToken) { items { id league { id } } nextToken } }', { nextToken });
      expect(errors).toBeUndefined();
      const page = data!.listTeams as { items: { id: string; league: unknown }[]; nextToken: string | null };
      expect(page.items.every(({ league }) => JSON.stringify(league) === '{"id":"l"}')).toBe(true);
      ids.push(...page.items.map(({ id }) => id));
      nextToken = page.nextToken;
    } while (nextToken !== null);
    expect(ids.sort()).toEqual(['a', 'b']);
    expect(new Set(api.requests.map(({ operation }) => operation))).toEqual(new Set(['Scan', 'BatchGetItem']));
    // Both read the index.
    const { data } = await send(api, '{ listTeams(filter: { leagueId: { eq: "l" } }) { items { id } } getLeague(id: "l") { teams { items { id } } } }');
    const { listTeams, getLeague: { teams } } = data as { listTeams: { items: unknown[] }; getLeague: { teams: { items: unknown[] } } };
    expect(listTeams.items).toEqual([...teams.items].reverse());
  });
});
