import { App, Expiration, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AuthorizationType, Code, Definition, FunctionRuntime, GraphqlApi, type ISchema } from 'aws-cdk-lib/aws-appsync';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { a, AppSyncData, AppSyncDataSchema, type AppSyncDataProps } from 'cdk-appsync-data';
import { LocalApi } from 'cdk-appsync-data/local';
import { schemas } from '../../integ/schemas/relationships';
import { apiOutputs } from '../../lib/cli/api-outputs';
import { type Template as StackTemplate } from '../../lib/local/template/template';
import { send } from '../support/graphql';

const { OneToMany: schema } = schemas;
const extension = 'extend type Query { health: String }';

const stackIn = (region?: string, app = new App(), id = 'Test', account?: string): Stack => new Stack(app, id, { env: { region, account } });
const apiIn = (stack: Stack, definition: ISchema = new AppSyncDataSchema(schema)): GraphqlApi => new GraphqlApi(stack, 'Api', { name: 'own', definition: Definition.fromSchema(definition) });
const dataWith = (stack: Stack, api: GraphqlApi, props: Omit<AppSyncDataProps, 'schema'> = {}, id = 'Data') => new AppSyncData(stack, id, { schema, ...props, api });
const inline = (definition: string): ISchema => ({ bind: ({ apiId }: GraphqlApi) => ({ apiId, definition }) }) as ISchema;

describe('an API that there is', () => {
  test('is given the data sources, functions and resolvers of the schema, and no other API is made', () => {
    const stack = stackIn();
    const api = apiIn(stack);
    const data = dataWith(stack, api);
    const own = Template.fromStack(stack);
    const made = Template.fromStack((() => { const other = stackIn(); new AppSyncData(other, 'Data', { schema }); return other; })());

    expect(data.api).toBe(api);
    for (const type of ['GraphQLApi', 'GraphQLSchema', 'ApiKey', 'DataSource', 'FunctionConfiguration', 'Resolver']) {
      own.resourceCountIs(`AWS::AppSync::${type}`, Object.keys(made.findResources(`AWS::AppSync::${type}`)).length);
    }
    own.allResourcesProperties('AWS::AppSync::Resolver', { ApiId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Api'), 'ApiId'] } });
    const fields = (template: Template): string[] => Object.values(template.findResources('AWS::AppSync::Resolver')).map(({ Properties }) => `${Properties.TypeName}.${Properties.FieldName}`).sort();
    expect(fields(own)).toEqual(fields(made));
  });

  test('may have a data source without a target of its own', () => {
    const stack = stackIn();
    const api = apiIn(stack);
    dataWith(stack, api);
    api.addNoneDataSource('None');
    expect(Object.values(Template.fromStack(stack).findResources('AWS::AppSync::DataSource', { Properties: { Type: 'NONE' } })).map(({ Properties }) => Properties.Name).sort()).toEqual(['None', 'NoneData']);
  });

  test('roles are for it only', () => {
    const stack = stackIn();
    dataWith(stack, apiIn(stack));
    Template.fromStack(stack).allResourcesProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: { Statement: [Match.objectLike({ Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } }, ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': [Match.stringLikeRegexp('^Api'), 'Arn'] } } } })] },
    });
  });

  test.each(['flat', 'nested'] as const)('is served with what its schema has more, layout %s', async (layout) => {
    const stack = stackIn();
    const api = apiIn(stack, new AppSyncDataSchema(schema, { extension, asset: layout === 'nested' }));
    const data = dataWith(stack, api, { layout });
    expect(data.sdl).toContain('health: String');
    const local = await LocalApi.fromStack(stack);
    try {
      await send(local, 'mutation { createTeam(input: { id: "t", mantra: "Go" }) { id } createMember(input: { id: "m", name: "Tim", teamId: "t" }) { id } }');
      expect(await send(local, '{ getTeam(id: "t") { members { items { name } } } health }')).toEqual({ data: { getTeam: { members: { items: [{ name: 'Tim' }] } }, health: null } });
      expect(local.outputs.data.model_introspection).toMatchObject({ models: { Member: expect.anything(), Team: expect.anything() } });
    } finally {
      await local.close();
    }
  });
});

describe('an API of another stack', () => {
  const app = new App();
  const [apiStack, dataStack] = [stackIn('eu-west-1', app, 'Api'), stackIn('eu-west-1', app, 'Data')];
  const data = dataWith(dataStack, apiIn(apiStack));
  const [ofApi, ofData] = [Template.fromStack(apiStack), Template.fromStack(dataStack)];

  test('exports its id and its ARN to the stack of its resolvers', () => {
    expect(Object.values(ofApi.findOutputs('*')).flatMap(({ Export, Value }) => (Export ? [Value['Fn::GetAtt'][1]] : [])).sort()).toEqual(['ApiId', 'Arn']);
    ofData.allResourcesProperties('AWS::AppSync::Resolver', { ApiId: { 'Fn::ImportValue': Match.stringLikeRegexp('^Api:ExportsOutput.*ApiId') } });
    expect(dataStack.dependencies).toEqual([apiStack]);
  });

  test('has tables, roles and resolvers in the stack of the data', () => {
    for (const type of ['AWS::DynamoDB::GlobalTable', 'AWS::IAM::Role', 'AWS::AppSync::Resolver', 'AWS::AppSync::DataSource']) ofApi.resourceCountIs(type, 0);
    ofData.resourceCountIs('AWS::DynamoDB::GlobalTable', 2);
    ofData.resourceCountIs('AWS::AppSync::GraphQLApi', 0);
  });

  test('has its outputs in its own stack, where the command line has them all from', () => {
    const outputs = Object.keys(ofApi.toJSON().Outputs as object).filter((name) => !name.startsWith('Exports'));
    expect(outputs.map((name) => name.replace(/[0-9A-F]{8}$/, '')).sort()).toEqual(['ApiAppSyncDataApiKey', 'ApiAppSyncDataRegion', 'ApiAppSyncDataUrl']);
    const values = Object.fromEntries(outputs.map((name) => [name, `value of ${name.replace(/[0-9A-F]{8}$/, '')}`]));
    const { data: written } = apiOutputs({ name: 'Api', template: ofApi.toJSON() as StackTemplate, values }).outputs;
    expect(written).toMatchObject({ url: 'value of ApiAppSyncDataUrl', api_key: 'value of ApiAppSyncDataApiKey', aws_region: 'eu-west-1' });
    expect(data.outputs.data.model_introspection.models).toHaveProperty('Team');
  });

  test.each([
    ['flat', 'without feature flags', {}], ['nested', 'without feature flags', {}],
    ['flat', 'with the recommended feature flags', recommendedFlags], ['nested', 'with the recommended feature flags', recommendedFlags],
  ] as const)('is served by its own stack, layout %s, %s', async (layout, _, context) => {
    const served = new App({ context });
    const api = apiIn(new Stack(served, 'Api'));
    dataWith(new Stack(served, 'Data'), api, { layout });
    const local = await LocalApi.fromStack(Stack.of(api));
    try {
      await send(local, 'mutation { createTeam(input: { id: "t", mantra: "Go" }) { id } createMember(input: { id: "m", name: "Tim", teamId: "t" }) { id } }');
      expect(await send(local, '{ getTeam(id: "t") { members { items { team { mantra } } } } }')).toEqual({ data: { getTeam: { members: { items: [{ team: { mantra: 'Go' } }] } } } });
    } finally {
      await local.close();
    }
  });
});

describe('what can\'t be', () => {
  test('properties of the API are set on the API', () => {
    const stack = stackIn();
    const api = apiIn(stack);
    expect(() => dataWith(stack, api, { xrayEnabled: false, apiKeyExpires: Expiration.fromString('2101-01-01') }))
      .toThrow("'api' is given together with 'xrayEnabled', 'apiKeyExpires', which configure an API; set them on the API 'Test/Api' itself");
  });

  test('an extension belongs to the schema of the API', () => {
    const stack = stackIn();
    const api = apiIn(stack);
    expect(() => dataWith(stack, api, { schemaExtension: extension }))
      .toThrow("'api' is given together with 'schemaExtension'; the schema of the API 'Test/Api' can have it: new AppSyncDataSchema(schema, { extension })");
  });

  test('an API without the mode that a rule needs', () => {
    const stack = stackIn();
    const sdl = new AppSyncDataSchema(schema, { authorizationModes: ['apiKey'] });
    const api = new GraphqlApi(stack, 'Api', {
      name: 'own', definition: Definition.fromSchema(sdl), authorizationConfig: { defaultAuthorization: { authorizationType: AuthorizationType.IAM } },
    });
    expect(() => dataWith(stack, api)).toThrow("a rule lets in who comes by the mode 'apiKey', which the API does not have: it has 'iam'");
  });

  test('an API with a key beside another mode is one with a key', () => {
    const stack = stackIn();
    const api = new GraphqlApi(stack, 'Api', {
      name: 'own', definition: Definition.fromSchema(new AppSyncDataSchema(schema)),
      authorizationConfig: { defaultAuthorization: { authorizationType: AuthorizationType.IAM }, additionalAuthorizationModes: [{ authorizationType: AuthorizationType.API_KEY }] },
    });
    expect(() => dataWith(stack, api)).not.toThrow();
  });

  test('its types can be marked for a key beside another mode', () => {
    const types = [...new AppSyncDataSchema(schema).sdl.matchAll(/^type (\w+) /gm)].map(([, name]) => name!);
    const marked = new AppSyncDataSchema(schema, { extension: types.map((name) => `extend type ${name} @aws_api_key`).join('\n') });
    expect(marked.sdl.match(/^type \w+ @aws_api_key /gm)).toHaveLength(types.length);
    const stack = stackIn();
    expect(() => dataWith(stack, apiIn(stack, marked))).not.toThrow();
    const other = stackIn();
    expect(() => dataWith(other, apiIn(other, inline(marked.sdl)))).not.toThrow();
  });

  test('a schema that lacks something', () => {
    const stack = stackIn();
    const { sdl } = new AppSyncDataSchema(schema);
    const api = apiIn(stack, inline(sdl.replace('  mantra: String!\n', '').replace(/^enum ModelSortDirection \{[^}]*\}/m, '')));
    expect(() => dataWith(stack, api)).toThrow(new Error([
      "the schema of the API 'Test/Api' is not that of the data model and more; make it with Definition.fromSchema(new AppSyncDataSchema(schema)):",
      '  Team has no mantra: String!',
      '  there is no enum ModelSortDirection',
    ].join('\n')));
  });

  test('the schema of another data model', () => {
    const stack = stackIn();
    const api = apiIn(stack, new AppSyncDataSchema(schemas.OneToOne, { asset: true }));
    expect(() => dataWith(stack, api)).toThrow(/\n {2}Query has no getMember\(id: ID!\): Member\n/);
  });

  test('an API that has a resolver for a field of the data model', () => {
    const stack = stackIn();
    const api = apiIn(stack);
    api.addNoneDataSource('Own').createResolver('GetTeam', { typeName: 'Query', fieldName: 'getTeam', code: Code.fromInline('// none'), runtime: FunctionRuntime.JS_1_0_0 });
    expect(() => dataWith(stack, api)).toThrow("the API 'Test/Api' has resolvers already for 'Query.getTeam', which are fields of the data model; AppSync takes one a field");
  });

  test('an API of another region or account', () => {
    const app = new App();
    const api = apiIn(stackIn('us-east-1', app, 'Api', '111111111111'));
    expect(() => dataWith(stackIn('eu-west-1', app, 'Region', '111111111111'), api)).toThrow("the API 'Api/Api' is in the region 'us-east-1', and 'Region/Data' in 'eu-west-1'");
    expect(() => dataWith(stackIn('us-east-1', app, 'Account', '222222222222'), api)).toThrow("the API 'Api/Api' is in the account '111111111111', and 'Account/Data' in '222222222222'");
  });

  test('an API that is merged of others', () => {
    const stack = stackIn();
    const merged = new GraphqlApi(stack, 'Merged', { name: 'merged', definition: Definition.fromSourceApis({ sourceApis: [{ sourceApi: apiIn(stack) }] }) });
    expect(() => dataWith(stack, merged)).toThrow("the API 'Test/Merged' is merged of others, and has no schema and no resolvers of its own; give one that it is merged of");
  });

  test('two of them for one API', () => {
    const stack = stackIn();
    const api = apiIn(stack);
    dataWith(stack, api);
    expect(() => dataWith(stack, api, {}, 'More')).toThrow("the API 'Test/Api' has an AppSyncData already; write one schema of both, with a.combine([...])");
  });

  test('an extension with mistakes', () => {
    expect(() => new AppSyncDataSchema(schema, { extension: 'extend type Query {\n  getTeam: Int\n}' })).toThrow("line 2: 'Query.getTeam' is there already, as the data model makes it");
    expect(() => new AppSyncData(stackIn(), 'Data', { schema, schemaExtension: 'type Team { id: ID }' })).toThrow("line 1: the type 'Team' is there already");
  });
});

test('a schema that is not known is taken as it is', () => {
  const stack = stackIn();
  const api = apiIn(stack, { bind: ({ apiId }: GraphqlApi) => ({ apiId, definitionS3Location: 's3://bucket/schema.graphql' }) } as unknown as ISchema);
  const data = dataWith(stack, api);
  expect(data.sdl).toBe(new AppSyncDataSchema(schema).sdl);
});

test('a combined schema makes one for an API of its own, too', () => {
  const stack = stackIn();
  const combined = a.combine([schema, schemas.OneToOne]);
  const data = new AppSyncData(stack, 'Data', { schema: combined, api: apiIn(stack, new AppSyncDataSchema(combined)) });
  expect(Object.keys(data.tables)).toEqual(['Member', 'Team', 'Cart', 'Customer']);
});

test('an API that is imported has no modes that could be known', () => {
  const stack = stackIn();
  const imported = GraphqlApi.fromGraphqlApiAttributes(stack, 'Api', { graphqlApiId: 'abc' });
  expect(() => dataWith(stack, imported as GraphqlApi)).toThrow("how the API 'Test/Api' lets requests in is not known, as it is imported; give one that the app makes, new GraphqlApi(...)");
});

test('a schema that stands in the template may have more', () => {
  const stack = stackIn();
  const sdl = `# ours\n${new AppSyncDataSchema(schema).sdl}\ntype Health { ok: Boolean }`;
  expect(dataWith(stack, apiIn(stack, inline(sdl))).sdl).toBe(sdl);
});

test.each([['no schema', {}, /schema: it is no schema/], ['a rule that is none', a.schema({ Team: a.model({}) }).authorization(() => undefined as never), /schema: its authorization gives something that is no rule/]])(
  'what is wrong with a schema is told before it has an API: %s', (_, wrong, message) => {
    expect(() => new AppSyncDataSchema(wrong as typeof schema)).toThrow(message);
  });
