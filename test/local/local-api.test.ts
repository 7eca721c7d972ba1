import { App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Code, Definition, FunctionRuntime, GraphqlApi, Resolver, type InlineCode } from 'aws-cdk-lib/aws-appsync';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalApi } from '../../lib/local';
import { apiTemplate, code, resolver, table, tableDataSource } from './template/api-template';
import { writeAssembly } from './template/write-assembly';

const opened: LocalApi[] = [];
const open = async (starting: Promise<LocalApi>) => {
  const api = await starting;
  opened.push(api);
  return api;
};
afterEach(async () => {
  for (const api of opened.splice(0)) await api.close();
});

async function query(api: LocalApi, document: string, variables?: Record<string, unknown>) {
  const response = await fetch(api.url, { method: 'POST', headers: { 'x-api-key': api.apiKey! }, body: JSON.stringify({ query: document, variables }) });
  return response.json() as Promise<{ data: Record<string, unknown>; errors?: unknown[] }>;
}

const schema = `
  type Team { id: ID! name: String members: [Member] }
  type Member { id: ID! name: String teamId: ID team: Team }
  type Query { getTeam(id: ID!): Team teamName(id: ID!): String }
  type Mutation { createTeam(id: ID!, name: String): Team createMember(id: ID!, teamId: ID): Member }
`;
const schemaFile = join(mkdtempSync(join(tmpdir(), 'schema-')), 'schema.graphql');
writeFileSync(schemaFile, schema);
const ddb = `import * as ddb from '@aws-appsync/utils/dynamodb';\n`;
const put = `${ddb}export function request(ctx) { return ddb.put({ key: { id: ctx.args.id }, item: ctx.args }); } export function response(ctx) { return ctx.result; }`;
const get = (id: string) => `${ddb}export function request(ctx) { return ddb.get({ key: { id: ${id} } }); } export function response(ctx) { return ctx.result; }`;
const membersOfTeam = `${ddb}
export function request(ctx) { return ddb.query({ index: 'byTeam', query: { teamId: { eq: ctx.source.id } } }); }
export function response(ctx) { return ctx.result.items; }`;

/** What someone might write by hand with CDK: tables, unit resolvers, a pipeline, and a resolver in a nested stack. */
function teamStack(scope: App | Stage): Stack {
  const stack = new Stack(scope, 'Page');
  const id = { name: 'id', type: AttributeType.STRING };
  const api = new GraphqlApi(stack, 'Api', {
    name: 'teams', environmentVariables: { STAGE: 'beta' }, definition: Definition.fromFile(schemaFile),
  });
  const teams = api.addDynamoDbDataSource('teams', new TableV2(stack, 'Team', { partitionKey: id }));
  const members = api.addDynamoDbDataSource('members', new TableV2(stack, 'Member', {
    partitionKey: id, globalSecondaryIndexes: [{ indexName: 'byTeam', partitionKey: { name: 'teamId', type: AttributeType.STRING } }],
  }));
  const inline = (text: string): { runtime: FunctionRuntime; code: InlineCode } => ({ runtime: FunctionRuntime.JS_1_0_0, code: Code.fromInline(text) as InlineCode });
  teams.createResolver('CreateTeam', { typeName: 'Mutation', fieldName: 'createTeam', ...inline(put) });
  members.createResolver('CreateMember', { typeName: 'Mutation', fieldName: 'createMember', ...inline(put) });
  teams.createResolver('GetTeam', { typeName: 'Query', fieldName: 'getTeam', ...inline(get('ctx.args.id')) });
  members.createResolver('TeamMembers', { typeName: 'Team', fieldName: 'members', ...inline(membersOfTeam) });
  new Resolver(new NestedStack(stack, 'Nested'), 'MemberTeam', { api, dataSource: teams, typeName: 'Member', fieldName: 'team', ...inline(get('ctx.source.teamId')) });
  const find = teams.createFunction('Find', { name: 'find', ...inline(get('ctx.stash.id')) });
  api.createResolver('TeamName', {
    typeName: 'Query', fieldName: 'teamName', pipelineConfig: [find], ...inline(code('ctx.stash.id = ctx.args.id; return {};', 'return ctx.prev.result.name + " " + ctx.env.STAGE;')),
  });
  return stack;
}

async function fill(api: LocalApi) {
  await query(api, 'mutation { createTeam(id: "t1", name: "Team") { id } a: createMember(id: "m1", teamId: "t1") { id } b: createMember(id: "m2", teamId: "t1") { id } }');
}

describe('a stack', () => {
  test('is synthesized and served, with the same answers as its resolvers would give on AWS', async () => {
    const api = await open(LocalApi.fromStack(teamStack(new App())));
    await fill(api);
    api.clearRequests();
    const { data, errors } = await query(api, '{ getTeam(id: "t1") { name members { id team { name } } } teamName(id: "t1") missing: getTeam(id: "x") { id } }');
    expect(errors).toBeUndefined();
    expect(data.teamName).toBe('Team beta');
    expect(data.missing).toBeNull();
    expect(data.getTeam).toEqual({ name: 'Team', members: expect.arrayContaining([{ id: 'm1', team: { name: 'Team' } }, { id: 'm2', team: { name: 'Team' } }]) });
    expect(api.requests.map(({ operation }) => operation).sort()).toEqual(['GetItem', 'GetItem', 'GetItem', 'GetItem', 'GetItem', 'Query']);
    expect(api.requests).toContainEqual({ operation: 'Query', table: expect.stringMatching(/^Page-Member/), index: 'byTeam', itemsRead: 2 });
    api.clearRequests();
    expect(api.requests).toEqual([]);
  });

  test('in a stage is served too, and by one of its nested stacks', async () => {
    const stack = teamStack(new Stage(new App(), 'Prod'));
    for (const scope of [stack, stack.node.findChild('Nested') as NestedStack]) {
      const api = await open(LocalApi.fromStack(scope));
      expect(await query(api, '{ getTeam(id: "t1") { id } }')).toEqual({ data: { getTeam: null } });
    }
  });
});

describe('an assembly', () => {
  const simple = apiTemplate('type Query { a: String }', { A: resolver('Query.a', code('return { payload: "x" };')) });

  test('with one API', async () => {
    const api = await open(LocalApi.fromAssembly(writeAssembly({ Other: {}, Page: simple })));
    expect(api.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/graphql$/);
    expect(api.apiKey).toMatch(/^da2-[a-z0-9]{26}$/);
    expect(api.schema).toBe('type Query { a: String }');
    expect(await query(api, '{ a }')).toEqual({ data: { a: 'x' } });
  });

  test('with several: one has to be named', async () => {
    const directory = writeAssembly({ One: simple, Two: simple, Three: {} });
    await expect(LocalApi.fromAssembly(directory)).rejects.toThrow(`several stacks of the assembly have a GraphQL API, name one of them: 'One', 'Two'`);
    await expect(LocalApi.fromAssembly(directory, { stack: 'Four' })).rejects.toThrow(`the assembly has no stack 'Four': it has 'One', 'Two', 'Three'`);
    await expect(LocalApi.fromAssembly(directory, { stack: 'Three' })).rejects.toThrow(`stack 'Three' has no GraphQL API`);
    expect(await query(await open(LocalApi.fromAssembly(directory, { stack: 'Two' })), '{ a }')).toEqual({ data: { a: 'x' } });
  });

  test('without any', async () => {
    await expect(LocalApi.fromAssembly(writeAssembly({ One: {} }))).rejects.toThrow(`no stack of the assembly has a GraphQL API: it has 'One'`);
  });

  test('with several in one stack', async () => {
    const two = { Resources: { ...simple.Resources, Second: { Type: 'AWS::AppSync::GraphQLApi', Properties: { Name: 'b', AuthenticationType: 'AWS_IAM' } } } };
    const directory = writeAssembly({ Page: two });
    await expect(LocalApi.fromAssembly(directory)).rejects.toThrow(`stack 'Page' has several GraphQL APIs, name one of them: 'Api', 'Second'`);
    expect(await query(await open(LocalApi.fromAssembly(directory, { api: 'Api' })), '{ a }')).toEqual({ data: { a: 'x' } });
  });

  test('whose API nobody can get into', async () => {
    const { Api, Schema, None } = simple.Resources!;
    await expect(LocalApi.fromAssembly(writeAssembly({ Page: { Resources: { Api: Api!, Schema: Schema!, None: None! } } })))
      .rejects.toThrow(`the GraphQL API 'Api' lets in holders of an API key only, and has none: make one with an AWS::AppSync::ApiKey`);
  });

  test('keeps the same key from one start to the next', async () => {
    const directory = writeAssembly({ Page: simple });
    const [first, second] = [await open(LocalApi.fromAssembly(directory)), await open(LocalApi.fromAssembly(directory))];
    expect(first.apiKey).toBe(second.apiKey);
    expect(first.url).not.toBe(second.url);
  });

  test('keeps items in a directory, when asked to', async () => {
    const tables = apiTemplate('type Query { get(id: ID!): Item } type Mutation { put(id: ID!): Item } type Item { id: ID }', {
      T: table(), Source: tableDataSource('T'),
      Get: resolver('Query.get', get('ctx.args.id'), { DataSourceName: 'T' }),
      Put: resolver('Mutation.put', put, { DataSourceName: 'T' }),
    });
    const directory = writeAssembly({ Page: tables });
    const dataDirectory = mkdtempSync(join(tmpdir(), 'data-'));
    const first = await LocalApi.fromAssembly(directory, { dataDirectory });
    expect(await query(first, 'mutation { put(id: "1") { id } }')).toEqual({ data: { put: { id: '1' } } });
    await first.close();
    expect(await query(await open(LocalApi.fromAssembly(directory, { dataDirectory })), '{ get(id: "1") { id } }')).toEqual({ data: { get: { id: '1' } } });
    expect(await query(await open(LocalApi.fromAssembly(directory)), '{ get(id: "1") { id } }')).toEqual({ data: { get: null } });
  });

  test('still has items whose time to live is over, as DynamoDB does until it deletes them', async () => {
    const tables = apiTemplate('type Query { get(id: ID!): Item list: Page } type Mutation { put(id: ID!, expires: Int): Item } type Page { items: [Item] } type Item { id: ID expires: Int }', {
      T: table({ TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true } }), Source: tableDataSource('T'),
      Get: resolver('Query.get', get('ctx.args.id'), { DataSourceName: 'T' }),
      List: resolver('Query.list', `${ddb}export function request() { return ddb.scan({}); } export function response(ctx) { return ctx.result; }`, { DataSourceName: 'T' }),
      Put: resolver('Mutation.put', put, { DataSourceName: 'T' }),
    });
    const api = await open(LocalApi.fromAssembly(writeAssembly({ Page: tables })));
    await query(api, 'mutation { put(id: "1", expires: 1000000000) { id } }');
    const item = { id: '1', expires: 1_000_000_000 };
    expect(await query(api, '{ get(id: "1") { id expires } list { items { id expires } } }')).toEqual({ data: { get: item, list: { items: [item] } } });
  });

  test('keeps tokens good for as long as the items', async () => {
    const list = `${ddb}export function request(ctx) { return ddb.scan({ limit: 1, nextToken: ctx.args.nextToken }); } export function response(ctx) { return ctx.result; }`;
    const directory = writeAssembly({
      Page: apiTemplate('type Query { list(nextToken: String): Page } type Mutation { put(id: ID!): Item } type Page { items: [Item] nextToken: String } type Item { id: ID }', {
        T: table(), Source: tableDataSource('T'),
        List: resolver('Query.list', list, { DataSourceName: 'T' }),
        Put: resolver('Mutation.put', put, { DataSourceName: 'T' }),
      }),
    });
    const options = { dataDirectory: mkdtempSync(join(tmpdir(), 'data-')) };
    const first = await LocalApi.fromAssembly(directory, options);
    await query(first, 'mutation { a: put(id: "1") { id } b: put(id: "2") { id } }');
    const page = async (api: LocalApi, nextToken?: string) =>
      (await query(api, 'query ($nextToken: String) { list(nextToken: $nextToken) { items { id } nextToken } }', { nextToken })).data.list as { items: { id: string }[]; nextToken: string };
    const { items, nextToken } = await page(first);
    await first.close();
    const rest = await page(await open(LocalApi.fromAssembly(directory, options)), nextToken);
    expect([...items, ...rest.items].map(({ id }) => id).sort()).toEqual(['1', '2']);
  });

  test('keeps items in one place only', async () => {
    await expect(LocalApi.fromAssembly(writeAssembly({ Page: simple }), { dataDirectory: 'data', dynamodbEndpoint: 'http://localhost:8000' }))
      .rejects.toThrow('items are kept either at a DynamoDB endpoint or in a data directory: leave one of them out');
  });

  test('with a table that DynamoDB refuses', async () => {
    await expect(LocalApi.fromAssembly(writeAssembly({ Page: apiTemplate('type Query { a: String }', { T: table({ AttributeDefinitions: [] }) }) })))
      .rejects.toThrow(/^cannot create the table Page-T of resource 'T' \(/);
  });

  test('with two stacks of one name, in different environments', async () => {
    const artifact = (displayName: string) => ({ type: 'aws:cloudformation:stack', displayName, properties: { templateFile: 'Page.template.json', stackName: 'Page' } });
    const directory = writeAssembly({ Page: simple }, { 'manifest.json': { artifacts: { A1: artifact('Dev/Page'), B2: artifact('Prod/Page') } } });
    await expect(LocalApi.fromAssembly(directory, { stack: 'Page' })).rejects.toThrow(`several stacks of the assembly are named 'Page', name one by its path: 'Dev/Page', 'Prod/Page'`);
    expect(await query(await open(LocalApi.fromAssembly(directory, { stack: 'Prod/Page' })), '{ a }')).toEqual({ data: { a: 'x' } });
  });

  test('a port that is taken, after which nothing is left open', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)));
    const dataDirectory = mkdtempSync(join(tmpdir(), 'data-'));
    const directory = writeAssembly({ Page: simple });
    await expect(LocalApi.fromAssembly(directory, { port, dataDirectory })).rejects.toThrow(`port ${port} is in use: choose another one with --port`);
    // The same data directory can be opened by one only.
    await open(LocalApi.fromAssembly(directory, { dataDirectory }));
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('the client configuration', () => {
  const template = apiTemplate('type Query { a: String }', {}, { AdditionalAuthenticationProviders: [{ AuthenticationType: 'AWS_IAM' }] });

  test('is a minimal one', async () => {
    const api = await open(LocalApi.fromAssembly(writeAssembly({ Page: template })));
    expect(api.outputs).toEqual({
      version: '1.5',
      data: {
        url: api.url.replace('http:', 'HTTP:'), aws_region: 'us-east-1', api_key: api.apiKey, default_authorization_type: 'API_KEY', authorization_types: ['AWS_IAM'],
      },
    });
  });

  test('is the one that was written with the template, pointed at the local API', async () => {
    const written = {
      version: '1.5',
      data: {
        url: { 'Fn::GetAtt': ['Api', 'GraphQLUrl'] }, aws_region: { Ref: 'AWS::Region' }, api_key: { 'Fn::GetAtt': ['Key', 'ApiKey'] },
        default_authorization_type: 'API_KEY', authorization_types: ['AWS_IAM'], model_introspection: { version: 1, models: {} },
      },
      custom: { stage: 'beta' },
    };
    const directory = writeAssembly({ Page: template }, { 'Page.Api.amplify_outputs.json': written }, 'aws://111122223333/eu-west-1');
    const api = await open(LocalApi.fromAssembly(directory));
    expect(api.outputs).toEqual({
      version: '1.5',
      data: {
        ...written.data, url: api.url.replace('http:', 'HTTP:'), aws_region: 'eu-west-1', api_key: api.apiKey,
      },
      custom: { stage: 'beta' },
    });
    const { data } = api.outputs;
    const response = await fetch(data.url, { method: 'POST', headers: { 'x-api-key': data.api_key! }, body: JSON.stringify({ query: '{ a }' }) });
    expect(await response.json()).toEqual({ data: { a: null } });
  });
});
