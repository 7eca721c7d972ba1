import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Billing, Capacity, ContributorInsightsMode, StreamViewType, TableClass, TableEncryptionV2, type TablePropsV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { a, AppSyncData, type AppSyncDataProps, type Schema } from 'cdk-appsync-data';
import { stackOf } from '../support/synthesized';

const schema = a.schema({
  Session: a.model({ user: a.string(), expiresAt: a.timestamp(), days: a.integer(), dates: a.timestamp().array(), ends: a.datetime(), weight: a.float() }),
  Team: a.model({ mantra: a.string() }),
}).authorization((allow) => allow.publicApiKey());

type Options = Omit<AppSyncDataProps, 'schema'>;

/** The properties of the tables, by model. */
function tablesWith(options: Options): Record<string, Record<string, any>> { // eslint-disable-line @typescript-eslint/no-explicit-any
  const tables = Template.fromStack(stackOf(schema, options)).findResources('AWS::DynamoDB::GlobalTable');
  return Object.fromEntries(Object.entries(tables).map(([id, { Properties, DeletionPolicy }]) => [/Tables(\w+)[0-9A-F]{8}$/.exec(id)![1], { ...Properties, DeletionPolicy }]));
}

describe('for all tables', () => {
  const cases: [string, Options, object][] = [
    ['encryption', { encryption: TableEncryptionV2.awsManagedKey() }, { SSESpecification: { SSEEnabled: true, SSEType: 'KMS' } }],
    ['timeToLiveAttribute', { timeToLiveAttribute: 'expiresAt' }, { TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true } }],
    ['dynamoStream', { dynamoStream: StreamViewType.KEYS_ONLY }, { StreamSpecification: { StreamViewType: 'KEYS_ONLY' } }],
    ['billing', { billing: Billing.provisioned({ readCapacity: Capacity.fixed(5), writeCapacity: Capacity.autoscaled({ maxCapacity: 10 }) }) }, { BillingMode: 'PROVISIONED' }],
    ['warmThroughput', { warmThroughput: { readUnitsPerSecond: 13000 } }, { WarmThroughput: { ReadUnitsPerSecond: 13000 } }],
    [
      'contributorInsightsSpecification', { contributorInsightsSpecification: { enabled: true, mode: ContributorInsightsMode.THROTTLED_KEYS } },
      { Replicas: [{ ContributorInsightsSpecification: { Enabled: true, Mode: 'THROTTLED_KEYS' } }] },
    ],
    ['tableClass', { tableClass: TableClass.STANDARD_INFREQUENT_ACCESS }, { Replicas: [{ TableClass: 'STANDARD_INFREQUENT_ACCESS' }] }],
    ['tags', { tags: [{ key: 'owner', value: 'sports' }] }, { Replicas: [{ Tags: [{ Key: 'owner', Value: 'sports' }] }] }],
  ];

  test.each(cases)('%s', (_, options, expected) => {
    const { Session, Team } = tablesWith(options);
    expect(Session).toMatchObject(expected);
    expect(Team).toMatchObject(expected);
  });

  test('replicas, in a stack that names its region', () => {
    const stack = new Stack(new App(), 'Test', { env: { region: 'eu-west-1' } });
    new AppSyncData(stack, 'Data', { schema, replicas: [{ region: 'eu-central-1' }] });

    Template.fromStack(stack).allResourcesProperties('AWS::DynamoDB::GlobalTable', {
      Replicas: ['eu-central-1', 'eu-west-1'].map((Region) => Match.objectLike({ Region, DeletionProtectionEnabled: true, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } })),
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    });
  });
});

describe('for the table of a model', () => {
  test('what it says goes before what is said for all', () => {
    const { Session, Team } = tablesWith({ deletionProtection: false, tables: { Session: { deletionProtection: true, removalPolicy: RemovalPolicy.DESTROY, timeToLiveAttribute: 'expiresAt' } } });

    expect(Session).toMatchObject({ DeletionPolicy: 'Delete', Replicas: [{ DeletionProtectionEnabled: true }], TimeToLiveSpecification: { AttributeName: 'expiresAt' } });
    expect(Team).toMatchObject({ DeletionPolicy: 'Retain', Replicas: [{ DeletionProtectionEnabled: false }] });
    expect(Team).not.toHaveProperty('TimeToLiveSpecification');
  });

  test('what is undefined is as for all', () => {
    expect(tablesWith({ deletionProtection: false, tables: { Team: { deletionProtection: undefined } } }).Team).toMatchObject({ Replicas: [{ DeletionProtectionEnabled: false }] });
  });

  test('a function changes what would be created', () => {
    const given: TablePropsV2[] = [];
    const { Session, Team } = tablesWith({
      deletionProtection: false,
      tables: {
        Team: (props) => {
          given.push(props);
          return { ...props, tableName: 'teams', pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 7 } };
        },
      },
    });

    expect(given).toEqual([expect.objectContaining({ partitionKey: { name: 'id', type: 'S' }, removalPolicy: 'retain', deletionProtection: false })]);
    expect(given[0]).not.toHaveProperty('schema');
    expect(Team).toMatchObject({ TableName: 'teams', Replicas: [{ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 7 } }] });
    expect(Session).not.toHaveProperty('TableName');
  });

  test('a model that there is not is an error that says which there are', () => {
    const stack = new Stack(new App(), 'Test');
    const tables = { Taem: { deletionProtection: false } } as object;

    expect(() => new AppSyncData(stack, 'Data', { schema: schema as Schema, tables })).toThrow("'tables' has 'Taem', of which the schema has no model; its models are 'Session', 'Team'");
    expect(stack.node.findAll().filter((construct) => 'cfnResourceType' in construct)).toEqual([]);
  });
});

describe('an attribute that records expire by', () => {
  test.each(['expiresAt', 'days', 'writtenByOthers'])('may be %s', (timeToLiveAttribute) => {
    expect(tablesWith({ tables: { Session: { timeToLiveAttribute } } }).Session).toMatchObject({ TimeToLiveSpecification: { AttributeName: timeToLiveAttribute } });
  });

  test.each([['ends', 'AWSDateTime'], ['weight', 'Float'], ['dates', '[AWSTimestamp]'], ['user', 'String'], ['createdAt', 'AWSDateTime']])('may not be %s', (timeToLiveAttribute, type) => {
    const message = `'timeToLiveAttribute' of Session is the field '${timeToLiveAttribute}' of type ${type}, which is no number of seconds; make the field an a.timestamp() or an a.integer()`;

    expect(() => tablesWith({ tables: { Session: { timeToLiveAttribute } } })).toThrow(message);
    expect(() => tablesWith({ tables: { Session: (props) => ({ ...props, timeToLiveAttribute }) } })).toThrow(message);
    expect(() => tablesWith({ timeToLiveAttribute })).toThrow(message);
  });
});

test('resolvers may use the key of a table that is encrypted with a customer managed one, as far as they need it', () => {
  const models = { Team: a.model({ name: a.string(), members: a.hasMany('Member', 'teamId') }), Member: a.model({ name: a.string(), teamId: a.id(), team: a.belongsTo('Team', 'teamId') }) };
  const stack = new Stack(new App(), 'Test', { env: { region: 'eu-west-1' } });
  const teamKey = new Key(stack, 'Key');
  new AppSyncData(stack, 'Data', { schema: a.schema(models).authorization((allow) => allow.publicApiKey()), tables: { Team: { encryption: TableEncryptionV2.customerManagedKey(teamKey) } } });

  const keyOf = (actions: string[]) => ({ PolicyDocument: { Statement: Match.arrayWith([{ Effect: 'Allow', Action: actions.map((action) => `kms:${action}`), Resource: stack.resolve(teamKey.keyArn) }]) } });
  const template = Template.fromStack(stack);
  const rolesWith = (policy: object) => Object.keys(template.findResources('AWS::IAM::Role', { Properties: { Policies: [policy] } }));
  expect(rolesWith(keyOf(['Decrypt', 'DescribeKey', 'Encrypt', 'ReEncryptFrom', 'ReEncryptTo', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext']))).toEqual([expect.stringContaining('ModelsTeamRole')]);
  expect(rolesWith(keyOf(['Decrypt', 'DescribeKey']))).toEqual([expect.stringContaining('ModelsMemberRole')]);
});
