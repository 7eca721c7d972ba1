import { App, type CfnResource, Stack, Tags } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { type CfnDataSource, type CfnFunctionConfiguration, type CfnGraphQLApi, type CfnResolver } from 'aws-cdk-lib/aws-appsync';
import { type CfnGlobalTable } from 'aws-cdk-lib/aws-dynamodb';
import { type CfnRole } from 'aws-cdk-lib/aws-iam';
import { AppSyncData, type AppSyncDataProps } from 'cdk-appsync-data';
import { schemas } from '../../integ/schemas/relationships';

function dataWith(props: Omit<AppSyncDataProps, 'schema'> = {}) {
  const stack = new Stack(new App(), 'Test');
  return { stack, data: new AppSyncData(stack, 'Data', { schema: schemas.OneToMany, ...props }) };
}

describe('an override reaches', () => {
  const { stack, data } = dataWith();
  (data.api.node.defaultChild as CfnGraphQLApi).ownerContact = 'sports';
  (data.tables.Team.node.defaultChild as CfnGlobalTable).addPropertyOverride('BillingMode', 'PROVISIONED');
  (data.dataSources.Team.node.defaultChild as CfnDataSource).metricsConfig = 'ENABLED';
  (data.functions.Team.read!.node.defaultChild as CfnFunctionConfiguration).description = 'Reads teams';
  (data.resolvers['Query.getTeam'].node.defaultChild as CfnResolver).addPropertyOverride('MetricsConfig', 'ENABLED');
  (data.resolvers['Team.members'].node.defaultChild as CfnResource).addMetadata('owner', 'sports');
  const role = data.dataSources.Team.node.scope!.node.findChild('Role').node.defaultChild as CfnRole;
  role.path = '/sports/';
  const template = Template.fromStack(stack);

  test.each<[string, string, Record<string, unknown>]>([
    ['the API', 'AWS::AppSync::GraphQLApi', { OwnerContact: 'sports' }],
    ['a table', 'AWS::DynamoDB::GlobalTable', { BillingMode: 'PROVISIONED' }],
    ['a data source', 'AWS::AppSync::DataSource', { Name: 'TeamTable', MetricsConfig: 'ENABLED' }],
    ['a function', 'AWS::AppSync::FunctionConfiguration', { Name: 'TeamRead', Description: 'Reads teams' }],
    ['a resolver', 'AWS::AppSync::Resolver', { FieldName: 'getTeam', MetricsConfig: 'ENABLED' }],
    ['a role', 'AWS::IAM::Role', { Path: '/sports/' }],
  ])('%s, and no other one', (_, type, properties) => {
    expect(Object.keys(template.findResources(type, { Properties: properties }))).toHaveLength(1);
    if (type !== 'AWS::AppSync::GraphQLApi') expect(Object.keys(template.findResources(type)).length).toBeGreaterThan(1);
  });

  test('metadata', () => {
    template.hasResource('AWS::AppSync::Resolver', { Properties: { FieldName: 'members' }, Metadata: { owner: 'sports' } });
  });
});

describe('a tag reaches', () => {
  /** The resources that take tags, by type, each with its tags. */
  function tagsIn(template: Template): Record<string, unknown[]> {
    const tagged: Record<string, unknown[]> = {};
    for (const { Type, Properties } of Object.values(template.toJSON().Resources as Record<string, { Type: string; Properties: { Tags?: unknown; Replicas?: { Tags: unknown }[] } }>)) {
      const tags = Properties.Tags ?? Properties.Replicas?.[0]?.Tags;
      if (tags) (tagged[Type] ??= []).push(tags);
    }
    return tagged;
  }

  test('everything in the stack that can be tagged', () => {
    const { stack, data } = dataWith({ logConfig: {} });
    Tags.of(data).add('owner', 'sports');
    const tags = [{ Key: 'owner', Value: 'sports' }];
    expect(tagsIn(Template.fromStack(stack))).toEqual({
      'AWS::AppSync::GraphQLApi': [tags], 'AWS::DynamoDB::GlobalTable': [tags, tags], 'AWS::IAM::Role': [tags, tags, tags], 'AWS::Logs::LogGroup': [tags],
    });
  });

  test('nested stacks, and the roles in them', () => {
    const { stack, data } = dataWith({ layout: 'nested' });
    Tags.of(data).add('owner', 'sports');
    Template.fromStack(stack).allResourcesProperties('AWS::CloudFormation::Stack', { Tags: [{ Key: 'owner', Value: 'sports' }] });
    const nested = Stack.of(data.dataSources.Team);
    Template.fromStack(nested).hasResourceProperties('AWS::IAM::Role', { Tags: Match.arrayWith([{ Key: 'owner', Value: 'sports' }]) });
  });
});
