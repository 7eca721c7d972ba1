import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, NestedStack, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { a, AppSyncData, type Schema } from 'cdk-appsync-data';
import { LocalApi } from 'cdk-appsync-data/local';
import { type Construct } from 'constructs';
import { chainSchema } from '../../bench/chain-schema';
import { reads } from '../../integ/schemas/reads';
import { send } from '../support/graphql';

function nested(schema: Schema): { readonly stack: Stack; readonly data: AppSyncData } {
  const stack = new Stack(new App(), 'Test');
  return { stack, data: new AppSyncData(stack, 'Data', { schema, layout: 'nested' }) };
}

/** What the templates of an app have, each by its file. */
function templatesOf(stack: Stack): { readonly file: string; readonly bytes: number; readonly resources: number; readonly parameters: number }[] {
  const { directory } = (stack.node.root as App).synth();
  return readdirSync(directory).filter((file) => file.endsWith('.template.json')).map((file) => {
    const text = readFileSync(join(directory, file), 'utf8');
    const { Resources, Parameters = {} } = JSON.parse(text) as { Resources: object; Parameters?: object };
    return { file, bytes: Buffer.byteLength(text), resources: Object.keys(Resources).length, parameters: Object.keys(Parameters).length };
  });
}

test('200 models synthesize, no stack near any limit, with a warning on the number of resources in one operation', () => {
  const { stack } = nested(chainSchema(200));
  const templates = templatesOf(stack);
  expect(templates).toHaveLength(201);
  expect(Math.max(...templates.map(({ resources }) => resources))).toBeLessThan(450);
  expect(Math.max(...templates.map(({ bytes }) => bytes))).toBeLessThan(900_000);
  expect(Math.max(...templates.map(({ parameters }) => parameters))).toBeLessThan(180);
  Annotations.fromStack(stack).hasWarning('/Test/Data', Match.stringLikeRegexp('resources in all its stacks, and CloudFormation takes 2500 in one operation'));
});

describe('what stands where', () => {
  const { stack, data } = nested(reads);
  const stackOf = (construct: Construct): string => Stack.of(construct).node.id;

  test('tables, the API and its schema in the stack of the construct, the schema as an asset', () => {
    Template.fromStack(stack).resourceCountIs('AWS::DynamoDB::GlobalTable', 10);
    Template.fromStack(stack).hasResourceProperties('AWS::AppSync::GraphQLSchema', { Definition: Match.absent(), DefinitionS3Location: Match.anyValue() });
    Template.fromStack(stack).resourceCountIs('AWS::CloudFormation::Stack', 10);
    expect(stackOf(data.tables.Team!)).toBe('Test');
  });

  test('what works on a table in the nested stack of its model', () => {
    expect(Stack.of(data.dataSources.Member!)).toBeInstanceOf(NestedStack);
    for (const name of ['Query.listMembers', 'Mutation.createMember', 'Subscription.onCreateMember', 'Team.members']) expect([name, stackOf(data.resolvers[name]!)]).toEqual([name, 'Member']);
    expect(stackOf(data.resolvers['Member.team']!)).toBe('Team');
    expect(stackOf(data.functions.Member!.related!)).toBe('Member');
  });

  test('the resolvers have the names that they have in one stack', () => {
    const flat = new AppSyncData(new Stack(new App(), 'Test'), 'Data', { schema: reads });
    expect(Object.keys(data.resolvers)).toEqual(Object.keys(flat.resolvers));
    expect(Object.entries(data.resolvers).map(([name, { node }]) => [name, node.id])).toEqual(Object.keys(flat.resolvers).map((name) => [name, name]));
  });

  test('the same input gives the same bytes', () => {
    const textOf = (of: Stack) => {
      const { directory } = (of.node.root as App).synth();
      return readdirSync(directory).filter((file) => file.endsWith('.template.json') || file.endsWith('.graphql')).sort().map((file) => [file, readFileSync(join(directory, file), 'utf8')]);
    };
    expect(textOf(nested(reads).stack)).toEqual(textOf(nested(reads).stack));
  });
});

test('a resolver that runs functions of several tables stands beside them, so that no two nested stacks need each other', () => {
  const { data } = nested(a.schema({
    User: a.model({ groupId: a.id(), group: a.belongsTo('Group', 'groupId'), following: a.manyToMany('User', { through: 'Follow', from: 'follower', to: 'followed' }) }),
    Group: a.model({ users: a.hasMany('User', 'groupId') }),
    Follow: a.model({ followerId: a.id().required(), follower: a.belongsTo('User', 'followerId'), followedId: a.id().required(), followed: a.belongsTo('User', 'followedId') }),
  }).authorization((allow) => allow.publicApiKey()));
  const stackNameOf = (name: string): string => Stack.of(data.resolvers[name]!).node.id;
  expect([stackNameOf('User.following'), stackNameOf('Group.users'), stackNameOf('User.group')]).toEqual(['Test', 'User', 'Group']);
});

test('it is served, and answers as the flat one does', async () => {
  const { stack } = nested(reads);
  const api = await LocalApi.fromStack(stack);
  try {
    const { errors } = await send(api, `mutation {
      t: createTeam(input: { id: "t", mantra: "go" }) { id } m: createMember(input: { id: "m", teamId: "t" }) { id }
      p: createPost(input: { id: "p" }) { id } g: createTag(input: { id: "g", name: "new" }) { id } j: createPostTag(input: { postId: "p", tagId: "g" }) { id }
    }`);
    expect(errors).toBeUndefined();
    api.clearRequests();
    const { data } = await send(api, '{ listMembers(filter: { teamId: { eq: "t" } }) { items { id team { mantra members { items { id } } } } } getPost(id: "p") { tagList { items { name } } } }');
    expect(data).toEqual({ listMembers: { items: [{ id: 'm', team: { mantra: 'go', members: { items: [{ id: 'm' }] } } }] }, getPost: { tagList: { items: [{ name: 'new' }] } } });
    expect(api.requests.map(({ operation }) => operation).sort()).toEqual(['BatchGetItem', 'BatchGetItem', 'GetItem', 'Query', 'Query', 'Query']);
  } finally {
    await api.close();
  }
});
