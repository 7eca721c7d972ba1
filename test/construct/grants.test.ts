import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { type Grant, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { a, AppSyncData, type AppSyncDataGrants, type Schema } from 'cdk-appsync-data';
import { schemas } from '../../integ/schemas/relationships';

const { OneToMany } = schemas;

const partly = a.schema({
  Note: a.model({ text: a.string(), author: a.string().required() }).secondaryIndexes((index) => [index('author')]).disableOperations(['mutations', 'get']),
}).authorization((allow) => allow.publicApiKey());

const silent = a.schema({
  Note: a.model({ text: a.string() }),
  Silent: a.model({ text: a.string() }).disableOperations(['queries', 'mutations', 'subscriptions']),
}).authorization((allow) => allow.publicApiKey());

/** The statements of a role's policy after grants, with the fields that they are for. */
function granted(schema: Schema, grant: (grants: AppSyncDataGrants, role: Role) => Grant, layout: 'flat' | 'nested' = 'flat'): object[] {
  const stack = new Stack(new App(), 'Test');
  const { grants } = new AppSyncData(stack, 'Data', { schema, layout, authorizationModes: { default: 'apiKey', apiKey: true, iam: true } });
  const role = new Role(stack, 'Caller', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  expect(grant(grants, role).success).toBe(true);
  const [policy] = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy', { Properties: { Roles: [{ Ref: Match.stringLikeRegexp('^Caller') }] } }));
  return policy!.Properties.PolicyDocument.Statement;
}

/** The statement that allows some fields, given below the API. */
function allowed(...paths: string[]): object {
  const api = expect.stringMatching(/^DataApi/);
  const arns = paths.map((path) => ({
    'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':appsync:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':apis/', { 'Fn::GetAtt': [api, 'ApiId'] }, `/${path}`]],
  }));
  return { Effect: 'Allow', Action: 'appsync:GraphQL', Resource: arns.length === 1 ? arns[0] : arns };
}

test.each(['flat', 'nested'] as const)('a field is allowed, and no more, in the layout %s', (layout) => {
  expect(granted(OneToMany, (grants, role) => grants.query(role, 'getTeam'), layout)).toEqual([allowed('types/Query/fields/getTeam')]);
});

test('each root type has its own', () => {
  expect(granted(OneToMany, (grants, role) => grants.query(role, 'getTeam', 'listTeams'))).toEqual([allowed('types/Query/fields/getTeam', 'types/Query/fields/listTeams')]);
  expect(granted(OneToMany, (grants, role) => grants.mutation(role, 'createTeam'))).toEqual([allowed('types/Mutation/fields/createTeam')]);
  expect(granted(OneToMany, (grants, role) => grants.subscription(role, 'onCreateTeam'))).toEqual([allowed('types/Subscription/fields/onCreateTeam')]);
});

test('without a name, all fields of a root type are allowed', () => {
  expect(granted(OneToMany, (grants, role) => grants.query(role))).toEqual([allowed('types/Query/*')]);
  expect(granted(OneToMany, (grants, role) => grants.mutation(role))).toEqual([allowed('types/Mutation/*')]);
  expect(granted(OneToMany, (grants, role) => grants.subscription(role))).toEqual([allowed('types/Subscription/*')]);
});

describe('of a model', () => {
  const reads = ['Query/fields/getTeam', 'Query/fields/listTeams', 'Subscription/fields/onCreateTeam', 'Subscription/fields/onUpdateTeam', 'Subscription/fields/onDeleteTeam'];
  const writes = ['createTeam', 'updateTeam', 'deleteTeam'].map((name) => `Mutation/fields/${name}`);
  const allowedTypes = (paths: string[]): object => allowed(...paths.map((path) => `types/${path}`));

  test('what reads is allowed', () => {
    expect(granted(OneToMany, (grants, role) => grants.read(role, 'Team'))).toEqual([allowedTypes(reads)]);
  });

  test('what writes is allowed', () => {
    expect(granted(OneToMany, (grants, role) => grants.write(role, 'Team'))).toEqual([allowedTypes(writes)]);
  });

  test('both are allowed', () => {
    expect(granted(OneToMany, (grants, role) => grants.readWrite(role, 'Team'))).toEqual([allowedTypes([...reads.slice(0, 2), ...writes, ...reads.slice(2)])]);
  });

  test('queries of indexes are among what reads, disabled operations are not', () => {
    expect(granted(partly, (grants, role) => grants.read(role, 'Note'))).toEqual([allowed('types/Query/fields/listNotes', 'types/Query/fields/listNoteByAuthor')]);
  });
});

test('without a grant there is no policy', () => {
  const stack = new Stack(new App(), 'Test');
  new AppSyncData(stack, 'Data', { schema: OneToMany });
  Template.fromStack(stack).resourceCountIs('AWS::IAM::Policy', 0);
});

describe('what there is not', () => {
  const refused = (schema: Schema, grant: (grants: AppSyncDataGrants, role: Role) => Grant) => expect(() => granted(schema, grant));

  test('is an error that lists what there is', () => {
    refused(OneToMany, (grants, role) => grants.query(role, 'getTaem', 'getTeam', 'listTaems'))
      .toThrow("there is no query 'getTaem', 'listTaems'; the API has the queries 'getMember', 'listMembers', 'getTeam', 'listTeams'");
    refused(OneToMany, (grants, role) => grants.mutation(role, 'getTeam')).toThrow("there is no mutation 'getTeam'; the API has the mutations 'createMember', ");
    refused(OneToMany, (grants, role) => grants.subscription(role, 'onTeam')).toThrow("there is no subscription 'onTeam'; the API has the subscriptions 'onCreateMember', ");
    refused(OneToMany, (grants, role) => grants.read(role, 'Taem')).toThrow("there is no model 'Taem'; the models are 'Member', 'Team'");
  });

  test('is said where there is nothing at all', () => {
    refused(partly, (grants, role) => grants.mutation(role, 'createNote')).toThrow("there is no mutation 'createNote'; the API has no mutations");
    refused(partly, (grants, role) => grants.write(role, 'Note')).toThrow("the model 'Note' has no mutations, as its schema disables them");
    refused(silent, (grants, role) => grants.readWrite(role, 'Silent')).toThrow("the model 'Silent' has no queries and no subscriptions and no mutations, as its schema disables them");
  });
});
