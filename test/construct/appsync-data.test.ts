import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AppsyncFunction, GraphqlApi, Resolver } from 'aws-cdk-lib/aws-appsync';
import { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { a, AppSyncData, SchemaError, type SchemaTypes } from 'cdk-appsync-data';
import { shop } from '../../integ/schemas/data-modelling';
import { schemas } from '../../integ/schemas/relationships';
import { stackOf, variedSchema } from '../support/synthesized';

describe('resources', () => {
  test('the page as one schema takes at most 125, without anything that is not asked for', () => {
    const resources = Object.values(Template.fromStack(stackOf(schemas.Page)).toJSON().Resources as Record<string, { Type: string }>);
    const counts: Record<string, number> = {};
    for (const { Type } of resources) counts[Type] = (counts[Type] ?? 0) + 1;

    expect(counts).toEqual({
      'AWS::AppSync::GraphQLApi': 1,
      'AWS::AppSync::GraphQLSchema': 1,
      'AWS::AppSync::ApiKey': 1,
      'AWS::AppSync::DataSource': 9,
      'AWS::AppSync::FunctionConfiguration': 13,
      'AWS::AppSync::Resolver': 76,
      'AWS::DynamoDB::GlobalTable': 8,
      'AWS::IAM::Role': 8,
    });
    expect(resources).toHaveLength(117);
  });

  test('a model of a chain, with a belongsTo and a hasMany, takes at most 16', () => {
    const chain = (length: number) => a.schema(Object.fromEntries(Array.from({ length }, (_, position) => [`Model${position}`, a.model({
      name: a.string(),
      previousId: a.id(),
      ...(position > 0 && { previous: a.belongsTo(`Model${position - 1}`, 'previousId') }),
      ...(position < length - 1 && { next: a.hasMany(`Model${position + 1}`, 'previousId') }),
    })]))).authorization((allow) => allow.publicApiKey());
    const count = (length: number) => Object.keys(Template.fromStack(stackOf(chain(length))).toJSON().Resources).length;

    expect(count(6) - count(5)).toBe(15);
  });
});

describe('tables', () => {
  test('keep their data, by default', () => {
    const template = Template.fromStack(stackOf(schemas.OneToMany));

    template.allResources('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: Match.objectLike({
        BillingMode: 'PAY_PER_REQUEST',
        Replicas: [Match.objectLike({ DeletionProtectionEnabled: true, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } })],
      }),
    });
  });

  test('every default can be changed', () => {
    const template = Template.fromStack(stackOf(schemas.OneToMany, { removalPolicy: RemovalPolicy.DESTROY, deletionProtection: false, pointInTimeRecovery: false, name: 'Sports' }));

    template.allResources('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Delete',
      Properties: Match.objectLike({
        Replicas: [Match.objectLike({ DeletionProtectionEnabled: false, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false } })],
      }),
    });
    template.hasResourceProperties('AWS::AppSync::GraphQLApi', { Name: 'Sports' });
  });

  test('have their key and the indexes of the relationships that lead to them', () => {
    const template = Template.fromStack(stackOf(variedSchema));

    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      KeySchema: [{ AttributeName: 'place', KeyType: 'HASH' }, { AttributeName: 'day#number', KeyType: 'RANGE' }],
      AttributeDefinitions: [{ AttributeName: 'place', AttributeType: 'S' }, { AttributeName: 'day#number', AttributeType: 'S' }],
    });
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      GlobalSecondaryIndexes: [
        { IndexName: 'gsi-Reading.corrections', KeySchema: [{ AttributeName: 'readingSensor', KeyType: 'HASH' }, { AttributeName: 'readingAt', KeyType: 'RANGE' }], Projection: { ProjectionType: 'ALL' } },
      ],
      AttributeDefinitions: Match.arrayWith([{ AttributeName: 'readingSensor', AttributeType: 'N' }, { AttributeName: 'readingAt', AttributeType: 'N' }]),
    });
  });
});

test('a declared index holds what its projection says', () => {
  Template.fromStack(stackOf(shop)).hasResourceProperties('AWS::DynamoDB::GlobalTable', {
    GlobalSecondaryIndexes: Match.arrayWith([
      { IndexName: 'byCustomer', KeySchema: [{ AttributeName: 'customerId', KeyType: 'HASH' }, { AttributeName: 'placedAt', KeyType: 'RANGE' }], Projection: { ProjectionType: 'ALL' } },
      { IndexName: 'byTotal', KeySchema: [{ AttributeName: 'total', KeyType: 'HASH' }], Projection: { ProjectionType: 'KEYS_ONLY' } },
      {
        IndexName: 'ordersByPriorityAndPlacedAt', KeySchema: [{ AttributeName: 'priority', KeyType: 'HASH' }, { AttributeName: 'placedAt', KeyType: 'RANGE' }],
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['status', 'customerId'] },
      },
    ]),
  });
});

describe('what is created can be reached', () => {
  const data = new AppSyncData(new Stack(new App(), 'Test'), 'Data', { schema: schemas.OneToMany });

  test('by type and by name', () => {
    const { Team }: { Team: TableV2 } = data.tables;
    expect(Team).toBeInstanceOf(TableV2);
    expect(data.api).toBeInstanceOf(GraphqlApi);
    expect(Object.keys(data.tables)).toEqual(['Member', 'Team']);
    expect(data.dataSources.Member.name).toBe('MemberTable');
    expect(data.functions.Member.read).toBeInstanceOf(AppsyncFunction);
    expect(data.functions.Member.related).toBeInstanceOf(AppsyncFunction);
    expect(data.functions.Team.related).toBeUndefined();
    expect(data.resolvers['Team.members']).toBeInstanceOf(Resolver);
    expect(Object.keys(data.resolvers)).toHaveLength(18);
  });

  test('what does not exist is an error of the compiler', () => {
    // @ts-expect-error there is no such model
    expect(data.tables.Taem).toBeUndefined();
    // @ts-expect-error nor its data source
    expect(data.dataSources.Taem).toBeUndefined();
    // @ts-expect-error nor its functions
    expect(data.functions.Taem).toBeUndefined();
    // @ts-expect-error there is no such operation
    expect(data.resolvers['Query.getTaem']).toBeUndefined();
    // @ts-expect-error there is no such relationship
    expect(data.resolvers['Team.member']).toBeUndefined();
  });

  test('every resolver has a name that the compiler knows', () => {
    const known: (keyof typeof data.resolvers)[] = [
      'Query.getTeam', 'Query.listTeams', 'Mutation.createTeam', 'Mutation.updateTeam', 'Mutation.deleteTeam', 'Subscription.onCreateTeam', 'Subscription.onUpdateTeam',
      'Subscription.onDeleteTeam', 'Team.members',
    ];
    expect(Object.keys(data.resolvers).filter((name) => name.includes('Team')).sort()).toEqual([...known].sort());
  });
});

test('a schema with mistakes creates nothing', () => {
  const stack = new Stack(new App(), 'Test');
  const models: SchemaTypes = { Team: a.model({ members: a.hasMany('Membr', 'teamId') }) };
  const schema = a.schema(models).authorization((allow) => allow.publicApiKey());

  expect(() => new AppSyncData(stack, 'Data', { schema })).toThrow(SchemaError);
  expect(stack.node.findAll().filter((construct) => 'cfnResourceType' in construct)).toEqual([]);
});

test('several APIs stand in one stack', () => {
  const stack = new Stack(new App(), 'Test');
  new AppSyncData(stack, 'One', { schema: schemas.OneToMany });
  new AppSyncData(stack, 'Other', { schema: schemas.OneToOne });

  Template.fromStack(stack).resourceCountIs('AWS::AppSync::GraphQLApi', 2);
});
