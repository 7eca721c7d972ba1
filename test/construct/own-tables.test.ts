import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AttributeType, ProjectionType, Table, TableEncryption, TableEncryptionV2, TableV2, type ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { AppSyncData, AppSyncDataDashboard, type AppSyncDataProps } from 'cdk-appsync-data';
import { LocalApi } from 'cdk-appsync-data/local';
import { shop } from '../../integ/schemas/data-modelling';
import { schemas } from '../../integ/schemas/relationships';
import { send } from '../support/graphql';

const { STRING, NUMBER } = AttributeType;
const { OneToMany: schema } = schemas;
const id = { name: 'id', type: STRING };
const teamId = { name: 'teamId', type: STRING };
const members = { indexName: 'gsi-Team.members', partitionKey: teamId };

const stackIn = (region?: string, account?: string, app = new App()): Stack => new Stack(app, `Test${region ?? ''}`, { env: { region, account } });
const memberTable = (stack: Stack): TableV2 => new TableV2(stack, 'Members', { partitionKey: id, globalSecondaryIndexes: [members] });
const dataWith = (stack: Stack, tables: { readonly Member?: ITable; readonly Team?: ITable }, props: Omit<AppSyncDataProps, 'schema' | 'tables'> = {}) =>
  new AppSyncData(stack, 'Data', { schema, ...props, tables });
const onMembers = { 'Fn::GetAtt': [Match.stringLikeRegexp('^Members'), 'Arn'] };

describe('a table that there is', () => {
  test('is what the model works on, and none is made for it', () => {
    const stack = stackIn();
    const table = memberTable(stack);
    const data = dataWith(stack, { Member: table });

    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::DynamoDB::GlobalTable', 2);
    expect(Object.keys(template.findResources('AWS::DynamoDB::GlobalTable')).map((name) => name.replace(/[0-9A-F]{8}$/, '')).sort()).toEqual(['DataTablesTeam', 'Members']);
    template.hasResourceProperties('AWS::AppSync::DataSource', {
      Name: 'MemberTable', DynamoDBConfig: { TableName: { Ref: Match.stringLikeRegexp('^Members') }, AwsRegion: { Ref: 'AWS::Region' } },
    });
    expect(data.tables.Member).toBe(table);
    expect(data.tables.Team).toBeInstanceOf(TableV2);
  });

  test('has a role as exact as that of one that is made', () => {
    const stack = stackIn();
    dataWith(stack, { Member: memberTable(stack) });
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', {
      Policies: [{
        PolicyDocument: {
          Statement: [
            { Effect: 'Allow', Action: ['DeleteItem', 'GetItem', 'PutItem', 'Query', 'Scan', 'UpdateItem'].map((action) => `dynamodb:${action}`), Resource: onMembers },
            { Effect: 'Allow', Action: 'dynamodb:Query', Resource: { 'Fn::Join': ['', [onMembers, '/index/gsi-Team.members']] } },
            { Effect: 'Allow', Action: 'dynamodb:BatchGetItem', Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^DataTablesTeam'), 'Arn'] } },
          ],
        },
      }],
    });
    Template.fromStack(stack).resourceCountIs('AWS::IAM::Policy', 0);
  });

  test.each([
    ['a Table', (stack: Stack, encryptionKey: Key): ITable => {
      const table = new Table(stack, 'Members', { partitionKey: id, encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey });
      table.addGlobalSecondaryIndex(members);
      return table;
    }],
    ['a TableV2', (stack: Stack, key: Key): ITable => new TableV2(stack, 'Members', { partitionKey: id, encryption: TableEncryptionV2.customerManagedKey(key), globalSecondaryIndexes: [members] })],
    ['an imported table', (stack: Stack, encryptionKey: Key): ITable => TableV2.fromTableAttributes(stack, 'Members', { tableName: 'members', encryptionKey })],
    ['an imported Table', (stack: Stack, encryptionKey: Key): ITable => Table.fromTableAttributes(stack, 'Members', { tableName: 'members', encryptionKey })],
  ])('%s: its key may be used', (_, tableOf) => {
    const stack = stackIn('eu-west-1');
    dataWith(stack, { Member: tableOf(stack, new Key(stack, 'Key')) });
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', {
      Policies: [{
        PolicyDocument: {
          Statement: Match.arrayWith([{
            Effect: 'Allow', Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext'], Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Key'), 'Arn'] },
          }]),
        },
      }],
    });
  });

  test('is not changed by the options for all tables', () => {
    const stack = stackIn();
    dataWith(stack, { Member: memberTable(stack) }, { deletionProtection: false, timeToLiveAttribute: 'expiresAt' });
    const [[, own], [, made]] = Object.entries(Template.fromStack(stack).findResources('AWS::DynamoDB::GlobalTable')).sort().reverse() as [[string, { Properties: object }], [string, { Properties: object }]];
    expect(own.Properties).not.toHaveProperty('TimeToLiveSpecification');
    expect(own.Properties).not.toHaveProperty('Replicas.0.DeletionProtectionEnabled');
    expect(made.Properties).toMatchObject({ TimeToLiveSpecification: { AttributeName: 'expiresAt' }, Replicas: [{ DeletionProtectionEnabled: false }] });
  });

  test('is in the dashboard with its indexes, as far as they are known', () => {
    const stack = stackIn();
    const data = dataWith(stack, { Member: memberTable(stack), Team: TableV2.fromTableName(stack, 'Teams', 'teams') });
    new AppSyncDataDashboard(stack, 'Dashboard', { data });
    const [body] = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Dashboard')).map((resource) => JSON.stringify(resource));
    for (const label of ['Member gsi-Team.members', 'Member', 'Team']) expect(body).toContain(`\\"label\\":\\"${label}\\"`);
  });

  test.each(['flat', 'nested'] as const)('is served, layout %s', async (layout) => {
    const stack = stackIn();
    const table = new Table(stack, 'Members', { partitionKey: id });
    table.addGlobalSecondaryIndex(members);
    dataWith(stack, { Member: table }, { layout });
    const api = await LocalApi.fromStack(stack);
    try {
      await send(api, 'mutation { createTeam(input: { id: "t", mantra: "Go" }) { id } createMember(input: { id: "m", name: "Tim", teamId: "t" }) { id } }');
      const { data } = await send(api, '{ getTeam(id: "t") { members { items { name team { mantra } } } } }');
      expect(data).toEqual({ getTeam: { members: { items: [{ name: 'Tim', team: { mantra: 'Go' } }] } } });
    } finally {
      await api.close();
    }
  });
});

describe('a table that does not fit', () => {
  const errorOf = (stack: Stack): string => {
    try {
      (stack.node.root as App).synth();
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };

  test('is an error at synth that lists what differs, of all tables', () => {
    const stack = stackIn();
    const Member = new TableV2(stack, 'Members', { partitionKey: { name: 'memberId', type: NUMBER } });
    const Team = new Table(stack, 'Teams', { partitionKey: id, sortKey: { name: 'mantra', type: STRING } });
    dataWith(stack, { Member, Team });
    expect(errorOf(stack)).toContain([
      "the table 'Test/Members' can't be that of the model Member:",
      "  its key has the partition key 'memberId' (N), and has to have the partition key 'id' (S) only",
      "  it has no index 'gsi-Team.members'; add it, with the partition key 'teamId' (S) and the projection ALL",
    ].join('\n'));
    expect(errorOf(stack)).toContain([
      "the table 'Test/Teams' can't be that of the model Team:",
      "  its key has the partition key 'id' (S) and the sort key 'mantra' (S), and has to have the partition key 'id' (S) only",
    ].join('\n'));
  });

  test('has indexes with other keys, or that hold too little', () => {
    const stack = stackIn();
    const key = (partition: string, sort?: string, type = STRING) => ({ partitionKey: { name: partition, type: STRING }, ...(sort && { sortKey: { name: sort, type } }) });
    const Order = new TableV2(stack, 'Orders', {
      partitionKey: id,
      globalSecondaryIndexes: [
        { indexName: 'byCustomer', ...key('customerId', 'placedAt'), projectionType: ProjectionType.KEYS_ONLY },
        { indexName: 'ordersByStatusAndTotal', ...key('status', 'placedAt') },
        { indexName: 'ordersByStatusAndPriorityAndRegion', ...key('status', 'priority#region') },
        { indexName: 'ordersByRegion', ...key('region', 'placedAt') },
        // More than it has to hold.
        { indexName: 'byTotal', partitionKey: { name: 'total', type: NUMBER } },
        { indexName: 'ordersByPriorityAndPlacedAt', ...key('priority', 'placedAt'), projectionType: ProjectionType.INCLUDE, nonKeyAttributes: ['note', 'customerId'] },
      ],
    });
    new AppSyncData(stack, 'Data', { schema: shop, tables: { Order } });
    expect(errorOf(stack)).toContain([
      "the table 'Test/Orders' can't be that of the model Order:",
      "  the index 'byCustomer' lacks attributes; give it the projection ALL",
      "  the index 'ordersByStatusAndTotal' has the partition key 'status' (S) and the sort key 'placedAt' (S), and has to have the partition key 'status' (S) and the sort key 'total' (N)",
      "  the index 'ordersByRegion' has the partition key 'region' (S) and the sort key 'placedAt' (S), and has to have the partition key 'region' (S) only",
      "  the index 'ordersByPriorityAndPlacedAt' lacks 'status'; give it a projection that includes 'status', 'customerId'",
    ].join('\n'));
  });

  test('indexes may be added after it was given', () => {
    const stack = stackIn();
    const table = new Table(stack, 'Members', { partitionKey: id });
    dataWith(stack, { Member: table });
    expect(errorOf(stack)).toContain("it has no index 'gsi-Team.members'");
    table.addGlobalSecondaryIndex(members);
    expect(errorOf(stack)).toBe('');
  });

  test('nothing is known of an imported one', () => {
    const stack = stackIn();
    dataWith(stack, { Member: Table.fromTableName(stack, 'Members', 'members') });
    expect(errorOf(stack)).toBe('');
    Template.fromStack(stack).hasResourceProperties('AWS::AppSync::DataSource', { Name: 'MemberTable', DynamoDBConfig: { TableName: 'members' } });
  });

  test.each([
    ['of the app', (stack: Stack) => { const table = memberTable(stack); return [table, table]; }],
    ['that is imported twice', (stack: Stack) => ['One', 'Other'].map((name) => Table.fromTableName(stack, name, 'all'))],
  ])('one %s is that of one model only', (_, tablesOf) => {
    const stack = stackIn();
    const [Member, Team] = tablesOf(stack);
    expect(() => dataWith(stack, { Member, Team })).toThrow("'tables' has the same table for 'Member', 'Team', and the records of a table are those of one model; give each a table of its own");
  });

  test('an unknown model is told of as with options', () => {
    const stack = stackIn();
    const tables = { Taem: Table.fromTableName(stack, 'Teams', 'teams') } as object;
    expect(() => dataWith(stack, tables)).toThrow("'tables' has 'Taem', of which the schema has no model; its models are 'Member', 'Team'");
  });
});

describe('a table of another place', () => {
  const arn = 'arn:aws:dynamodb:eu-central-1:111111111111:table/members';
  const teams = 'arn:aws:dynamodb:eu-central-1:111111111111:table/teams';

  test.each([['Table', Table.fromTableArn], ['TableV2', TableV2.fromTableArn]])('%s.fromTableArn(): the data source works on the region of the ARN', (_, fromTableArn) => {
    const stack = stackIn('eu-west-1', '111111111111');
    dataWith(stack, { Member: fromTableArn(stack, 'Members', arn), Team: fromTableArn(stack, 'Teams', teams) });
    const template = Template.fromStack(stack);
    for (const name of ['Member', 'Team']) template.hasResourceProperties('AWS::AppSync::DataSource', { Name: `${name}Table`, DynamoDBConfig: { AwsRegion: 'eu-central-1', TableName: `${name.toLowerCase()}s` } });
    template.hasResourceProperties('AWS::IAM::Role', { Policies: [{ PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: 'dynamodb:BatchGetItem', Resource: teams })]) } }] });
  });

  test('a table of another region whose records are read in one request with those of this one is an error', () => {
    const stack = stackIn('eu-west-1', '111111111111');
    expect(() => dataWith(stack, { Member: Table.fromTableArn(stack, 'Members', arn) }))
      .toThrow("the table of Member is in the region 'eu-central-1' and that of Team in 'eu-west-1', and records of Member are read with those of Team that they belong to, in one request to one region; give tables of one region");
  });

  test('so is a table of another account', () => {
    const stack = stackIn('eu-west-1', '222222222222');
    expect(() => dataWith(stack, { Member: Table.fromTableArn(stack, 'Members', arn) }))
      .toThrow("the table of Member is in the account '111111111111', and the API in '222222222222': a data source of AppSync works on tables of its own account; give a table of that");
  });

  test('a stack that does not say where it is takes any', () => {
    const stack = stackIn();
    dataWith(stack, { Member: Table.fromTableArn(stack, 'Members', arn), Team: Table.fromTableArn(stack, 'Teams', teams) });
    Template.fromStack(stack).hasResourceProperties('AWS::AppSync::DataSource', { Name: 'MemberTable', DynamoDBConfig: { AwsRegion: 'eu-central-1' } });
  });
});
