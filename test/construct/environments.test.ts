import { App, type CfnResource, PhysicalName, Stack, Stage, type Environment } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { AppSyncData } from 'cdk-appsync-data';
import { LocalApi } from 'cdk-appsync-data/local';
import { schemas } from '../../integ/schemas/relationships';
import { send } from '../support/graphql';

const { OneToMany: schema, OneToOne: carts } = schemas;
const account = '111111111111';
const id = { name: 'id', type: AttributeType.STRING };
const memberTable = (stack: Stack, tableName?: string): TableV2 => new TableV2(stack, 'Members', {
  partitionKey: id, tableName, globalSecondaryIndexes: [{ indexName: 'gsi-Team.members', partitionKey: { name: 'teamId', type: AttributeType.STRING } }],
});
const flagSets: [string, Record<string, unknown>][] = [['without feature flags', {}], ['with the recommended feature flags', recommendedFlags]];

/** What an API of a stack answers, served locally. */
async function answers(stack: Stack, options: { readonly api?: string }, mutation: string): Promise<unknown> {
  const api = await LocalApi.fromStack(stack, options);
  try {
    return await send(api, mutation);
  } finally {
    await api.close();
  }
}
const createTeam = 'mutation { createTeam(input: { id: "t", mantra: "Go" }) { id } }';
const createCart = 'mutation { createCart(input: { id: "c", items: ["tea"] }) { id } }';

describe.each(flagSets)('several, %s', (_, context) => {
  test('in one stack, each with resources of its own', async () => {
    const stack = new Stack(new App({ context }), 'Test');
    const [teams, shop] = [new AppSyncData(stack, 'Teams', { schema }), new AppSyncData(stack, 'Shop', { schema: carts })];
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::AppSync::GraphQLApi', 2);
    expect(new Set(Object.values(template.findResources('AWS::AppSync::GraphQLApi')).map(({ Properties }) => Properties.Name)).size).toBe(2);
    const logicalIdOf = ({ api }: { readonly api: AppSyncData['api'] }): string => stack.getLogicalId(api.node.defaultChild as CfnResource);
    expect(await answers(stack, { api: logicalIdOf(teams) }, createTeam)).toEqual({ data: { createTeam: { id: 't' } } });
    expect(await answers(stack, { api: logicalIdOf(shop) }, createCart)).toEqual({ data: { createCart: { id: 'c' } } });
  });

  test('of one schema in one stack', () => {
    const stack = new Stack(new App({ context }), 'Test');
    for (const name of ['Blue', 'Green']) new AppSyncData(stack, name, { schema });
    Template.fromStack(stack).resourceCountIs('AWS::DynamoDB::GlobalTable', 4);
  });

  test('in two stacks of an app, which share nothing', async () => {
    const app = new App({ context });
    const [one, other] = [new Stack(app, 'One'), new Stack(app, 'Other')];
    new AppSyncData(one, 'Data', { schema });
    new AppSyncData(other, 'Data', { schema: carts });
    expect(one.dependencies).toEqual([]);
    expect(await answers(one, {}, createTeam)).toEqual({ data: { createTeam: { id: 't' } } });
    expect(await answers(other, {}, createCart)).toEqual({ data: { createCart: { id: 'c' } } });
  });

  test('in stages, each with the place of its stage', async () => {
    const app = new App({ context });
    const stackOf = (name: string, env?: Environment): Stack => {
      const stack = new Stack(new Stage(app, name, { env }), 'Sports');
      new AppSyncData(stack, 'Data', { schema, layout: 'nested' });
      return stack;
    };
    const [test, production] = [stackOf('Test'), stackOf('Production', { account, region: 'eu-west-1' })];
    const region = (stack: Stack): unknown => stack.resolve((stack.node.findChild('Data') as AppSyncData).outputs.data.aws_region);
    expect([region(test), region(production)]).toEqual([{ Ref: 'AWS::Region' }, 'eu-west-1']);
    expect([test.stackName, production.stackName]).toEqual(['Test-Sports', 'Production-Sports']);
    expect(await answers(test, {}, createTeam)).toEqual({ data: { createTeam: { id: 't' } } });
    expect(await answers(production, {}, createTeam)).toEqual({ data: { createTeam: { id: 't' } } });
  });
});

test('a stack that names its place has it in its data sources and outputs', () => {
  const stack = new Stack(new App(), 'Test', { env: { account, region: 'eu-west-1' } });
  new AppSyncData(stack, 'Data', { schema });
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::AppSync::DataSource', { Name: 'TeamTable', DynamoDBConfig: { AwsRegion: 'eu-west-1' } });
  template.hasOutput('*', { Value: 'eu-west-1' });
  template.hasResourceProperties('AWS::IAM::Role', { AssumeRolePolicyDocument: { Statement: [Match.objectLike({ Condition: Match.objectLike({ StringEquals: { 'aws:SourceAccount': account } }) })] } });
});

describe('tables of another stack', () => {
  test('are exported, the name and the ARN', () => {
    const app = new App();
    const tables = new Stack(app, 'Tables');
    const stack = new Stack(app, 'Api');
    new AppSyncData(stack, 'Data', { schema, tables: { Member: memberTable(tables) } });
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::AppSync::DataSource', { Name: 'MemberTable', DynamoDBConfig: { TableName: { 'Fn::ImportValue': Match.stringLikeRegexp('^Tables:ExportsOutputRefMembers') } } });
    const arn = { 'Fn::ImportValue': Match.stringLikeRegexp('^Tables:ExportsOutputFnGetAttMembers.*Arn') };
    template.hasResourceProperties('AWS::IAM::Role', {
      Policies: [{ PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: 'dynamodb:Query', Resource: { 'Fn::Join': ['', [arn, '/index/gsi-Team.members']] } })]) } }],
    });
    template.resourceCountIs('AWS::DynamoDB::GlobalTable', 1);
    expect(stack.dependencies).toEqual([tables]);
  });

  test('are checked as those of this one', () => {
    const app = new App();
    const Member = new TableV2(new Stack(app, 'Tables'), 'Members', { partitionKey: id });
    new AppSyncData(new Stack(app, 'Api'), 'Data', { schema, tables: { Member } });
    expect(() => app.synth()).toThrow("the table 'Tables/Members' can't be that of the model Member:\n  it has no index 'gsi-Team.members'");
  });

  test('are reached from nested stacks too', () => {
    const app = new App();
    const stack = new Stack(app, 'Api');
    const data = new AppSyncData(stack, 'Data', { schema, layout: 'nested', tables: { Member: memberTable(new Stack(app, 'Tables')) } });
    expect(JSON.stringify(Template.fromStack(Stack.of(data.dataSources.Member)).findResources('AWS::AppSync::DataSource'))).toMatch(/"TableName":\{"(Ref|Fn::ImportValue)"/);
    Template.fromStack(stack).resourceCountIs('AWS::DynamoDB::GlobalTable', 1);
  });
});

describe.each(flagSets)('tables of another region, %s', (_, context) => {
  const env = (region: string): Environment => ({ account, region });

  test('with references across regions', () => {
    const app = new App({ context });
    const tables = new Stack(app, 'Tables', { env: env('us-east-1'), crossRegionReferences: true });
    const stack = new Stack(app, 'Api', { env: env('eu-west-1'), crossRegionReferences: true });
    const teams = new TableV2(tables, 'Teams', { partitionKey: id });
    new AppSyncData(stack, 'Data', { schema, tables: { Member: memberTable(tables), Team: teams } });
    const template = Template.fromStack(stack);
    for (const model of ['Member', 'Team']) template.hasResourceProperties('AWS::AppSync::DataSource', { Name: `${model}Table`, DynamoDBConfig: { AwsRegion: 'us-east-1' } });
    template.resourceCountIs('AWS::DynamoDB::GlobalTable', 0);
  });

  test('with names of their own', () => {
    const app = new App({ context });
    const tables = new Stack(app, 'Tables', { env: env('us-east-1') });
    const teams = new TableV2(tables, 'Teams', { partitionKey: id, tableName: PhysicalName.GENERATE_IF_NEEDED });
    const stack = new Stack(app, 'Api', { env: env('eu-west-1') });
    new AppSyncData(stack, 'Data', { schema, tables: { Member: memberTable(tables, 'members'), Team: teams } });
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::AppSync::DataSource', { DynamoDBConfig: { TableName: 'members', AwsRegion: 'us-east-1' } });
    expect(JSON.stringify(template.findResources('AWS::IAM::Role'))).toContain(`:dynamodb:us-east-1:${account}:table/members/index/gsi-Team.members"`);
  });

  test('beside one of this region that is read in one request with it: an error', () => {
    const app = new App({ context });
    const tables = new Stack(app, 'Tables', { env: env('us-east-1'), crossRegionReferences: true });
    const stack = new Stack(app, 'Api', { env: env('eu-west-1'), crossRegionReferences: true });
    expect(() => new AppSyncData(stack, 'Data', { schema, tables: { Member: memberTable(tables) } })).toThrow("the table of Member is in the region 'us-east-1' and that of Team in 'eu-west-1'");
  });
});
