import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Code, Definition, FunctionRuntime, GraphqlApi, MappingTemplate, Resolver, ResolverMetricsConfig } from 'aws-cdk-lib/aws-appsync';
import { AppSyncData, AppSyncDataSchema, type AppSyncDataProps } from 'cdk-appsync-data';
import { LocalApi } from 'cdk-appsync-data/local';
import { schemas } from '../../integ/schemas/relationships';
import { send } from '../support/graphql';

const { OneToMany: schema } = schemas;
const schemaExtension = `
  extend type Query { health: String!, teamCount: Int }
  extend type Team { shout: String, mentor: Member }
`;
const answer = Code.fromInline("export const request = () => ({ payload: 'well' });\nexport const response = (ctx) => ctx.result;\n");
const shout = Code.fromInline("export const request = (ctx) => ({ payload: ctx.source.mantra.toUpperCase() });\nexport const response = (ctx) => ctx.result;\n");

function dataWith(props: Omit<AppSyncDataProps, 'schema'> = {}) {
  const stack = new Stack(new App(), 'Test');
  const data = new AppSyncData(stack, 'Data', { schema, schemaExtension, ...props });
  return { stack, data, dataSource: data.api.addNoneDataSource('Extras') };
}

describe('a resolver of a field that the data model does not have', () => {
  test('is one of the CDK, with the id of its field, and runs JavaScript', () => {
    const { stack, data, dataSource } = dataWith();
    const resolver = data.addResolver('Query.health', { dataSource, code: answer });
    expect(resolver).toBeInstanceOf(Resolver);
    expect(resolver.node.path).toBe('Test/Data/Resolvers/Query.health');
    Template.fromStack(stack).hasResourceProperties('AWS::AppSync::Resolver', {
      TypeName: 'Query', FieldName: 'health', Kind: 'UNIT', DataSourceName: 'Extras', Runtime: { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' }, Code: Match.stringLikeRegexp('well'),
    });
  });

  test('takes what the CDK takes: a pipeline, metrics, batches, mapping templates', () => {
    const { stack, data, dataSource } = dataWith();
    data.addResolver('Query.health', { pipelineConfig: [data.functions.Team.read!], code: answer, metricsConfig: ResolverMetricsConfig.ENABLED });
    data.addResolver('Query.teamCount', { dataSource, requestMappingTemplate: MappingTemplate.fromString('{}'), responseMappingTemplate: MappingTemplate.fromString('1') });
    data.addResolver('Team.shout', { dataSource, code: shout, runtime: FunctionRuntime.JS_1_0_0, maxBatchSize: 5 });
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::AppSync::Resolver', { FieldName: 'health', Kind: 'PIPELINE', PipelineConfig: { Functions: [Match.anyValue()] }, MetricsConfig: 'ENABLED' });
    template.hasResourceProperties('AWS::AppSync::Resolver', { FieldName: 'teamCount', Runtime: Match.absent(), RequestMappingTemplate: '{}' });
    template.hasResourceProperties('AWS::AppSync::Resolver', { FieldName: 'shout', MaxBatchSize: 5 });
  });

  test('follows the schema, so that it is not there before its field', () => {
    const { stack, data, dataSource } = dataWith();
    data.addResolver('Query.health', { dataSource, code: answer });
    Template.fromStack(stack).hasResource('AWS::AppSync::Resolver', { Properties: { FieldName: 'health' }, DependsOn: Match.arrayWith([Match.stringLikeRegexp('^DataApiSchema')]) });
  });

  test.each(['flat', 'nested'] as const)('is served, of root types and of models, with data sources of models too, layout %s', async (layout) => {
    const { stack, data, dataSource } = dataWith({ layout });
    data.addResolver('Query.health', { dataSource, code: answer });
    data.addResolver('Team.shout', { dataSource, code: shout });
    data.addResolver('Team.mentor', {
      dataSource: data.dataSources.Member,
      code: Code.fromInline("import * as ddb from '@aws-appsync/utils/dynamodb';\nexport const request = () => ddb.get({ key: { id: 'm' } });\nexport const response = (ctx) => ctx.result;\n"),
    });
    const api = await LocalApi.fromStack(stack);
    try {
      await send(api, 'mutation { createTeam(input: { id: "t", mantra: "go" }) { id } createMember(input: { id: "m", name: "Tim", teamId: "t" }) { id } }');
      expect(await send(api, '{ health getTeam(id: "t") { shout mentor { name } members { items { team { shout } } } } }')).toEqual({
        data: { health: 'well', getTeam: { shout: 'GO', mentor: { name: 'Tim' }, members: { items: [{ team: { shout: 'GO' } }] } } },
      });
    } finally {
      await api.close();
    }
  });

  test('is added to an API of one\'s own by what its schema has more', () => {
    const stack = new Stack(new App(), 'Test');
    const api = new GraphqlApi(stack, 'Api', { name: 'own', definition: Definition.fromSchema(new AppSyncDataSchema(schema, { extension: schemaExtension })) });
    const data = new AppSyncData(stack, 'Data', { schema, api });
    data.addResolver('Query.health', { dataSource: api.addNoneDataSource('Extras'), code: answer });
    expect(() => data.addResolver('Query.helth', { code: answer })).toThrow("the schema has no field 'Query.helth'; it has 'Query.health'");
    Template.fromStack(stack).hasResourceProperties('AWS::AppSync::Resolver', { FieldName: 'health', ApiId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Api'), 'ApiId'] } });
  });

  test('is taken as it is where the schema is not known', () => {
    const stack = new Stack(new App(), 'Test');
    const bind = ({ apiId }: GraphqlApi) => ({ apiId, definitionS3Location: 's3://bucket/schema.graphql' });
    const api = new GraphqlApi(stack, 'Api', { name: 'own', definition: Definition.fromSchema({ bind } as unknown as AppSyncDataSchema) });
    const data = new AppSyncData(stack, 'Data', { schema, api });
    expect(() => data.addResolver('Query.health', { dataSource: api.addNoneDataSource('Extras'), code: answer })).not.toThrow();
    expect(() => data.addResolver('health', { code: answer })).toThrow("'health' is no type with one of its fields; write both, as in 'Query.health'");
  });

  test('counts as a resource of the API where the stack is too large', () => {
    const { stack, data, dataSource } = dataWith();
    const own = data.node.findAll().filter(CfnResource.isCfnResource).length;
    data.addResolver('Query.health', { dataSource, code: answer });
    for (let position = 0; position < 500; position++) new CfnResource(stack, `Other${position}`, { type: 'Test::Test::Test' });
    expect(() => (stack.node.root as App).synth()).toThrow(`${own + 1} of them of this API`);
  });
});

describe('what can\'t be', () => {
  const { data, dataSource } = dataWith();

  test.each([
    ['a field that is not there', 'Query.helth', "the schema has no field 'Query.helth'; it has 'Query.health'"],
    ['a type that is not there', 'Taem.shout', "the schema has no field 'Taem.shout'; it has 'Team.shout'"],
    ['no field', 'Query', "the schema has no field 'Query'; it has "],
    ['a field of an input', 'CreateTeamInput.mantra', "the schema has no field 'CreateTeamInput.mantra'; it has "],
    ['a field that has a resolver', 'Team.members', "the field 'Team.members' has a resolver already; AppSync takes one a field"],
    ['an operation', 'Query.getTeam', "the field 'Query.getTeam' has a resolver already; AppSync takes one a field"],
  ])('%s', (_, field, message) => {
    expect(() => data.addResolver(field, { dataSource, code: answer })).toThrow(message);
  });

  test('one field twice', () => {
    data.addResolver('Team.shout', { dataSource, code: shout });
    expect(() => data.addResolver('Team.shout', { dataSource, code: shout })).toThrow("the field 'Team.shout' has a resolver already");
  });

  test('a field whose resolver was made with a data source', () => {
    dataSource.createResolver('Count', { typeName: 'Query', fieldName: 'teamCount', code: answer, runtime: FunctionRuntime.JS_1_0_0 });
    expect(() => data.addResolver('Query.teamCount', { dataSource, code: answer })).toThrow("the field 'Query.teamCount' has a resolver already");
  });

  test('a field of no extension says how to have one', () => {
    const plain = new AppSyncData(new Stack(new App(), 'Test'), 'Data', { schema });
    expect(() => plain.addResolver('Query.health', { dataSource, code: answer })).toThrow(/; more can be added with an extension of the schema$/);
  });
});
