import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Definition, GraphqlApi, SourceApiAssociation, type CfnGraphQLApi } from 'aws-cdk-lib/aws-appsync';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { AppSyncData, type Schema } from 'cdk-appsync-data';
import { LocalApi } from 'cdk-appsync-data/local';
import { parse, print } from 'graphql';
import { shop } from '../../integ/schemas/data-modelling';
import { hardened } from '../../integ/schemas/hardened';
import { reads } from '../../integ/schemas/reads';
import { schemas } from '../../integ/schemas/relationships';
import { resolveSchema } from '../../lib/model';
import { send } from '../support/graphql';
import { variedSchema } from '../support/synthesized';

const all: Readonly<Record<string, Schema>> = { ...schemas, Shop: shop, Hardened: hardened, Reads: reads, Varied: variedSchema };
const sources = Object.entries(all).map(([name, schema]) => ({
  name,
  sdl: new AppSyncData(new Stack(new App(), name), 'Data', { schema }).sdl,
  declared: (({ models, enums, customTypes }) => [...models.map((model) => model.typeStem), ...[...enums, ...customTypes].map(({ graphqlType }) => graphqlType)])(resolveSchema(schema)),
}));

/** The definitions of a schema by name, without those of root types, whose fields are put together. */
function definitionsOf(sdl: string): Map<string, string> {
  return new Map(parse(sdl, { noLocation: true }).definitions.flatMap((node) => ('name' in node && node.name && !/^(Query|Mutation|Subscription)$/.test(node.name.value) ? [[node.name.value, print(node)]] : [])));
}

test('types that two schemas have are identical in both, unless they come from a model, an enum or a custom type of one name', () => {
  const pairs = sources.flatMap((one, position) => sources.slice(position + 1).map((other) => [one, other] as const));
  expect(pairs.length).toBeGreaterThan(40);
  for (const [one, other] of pairs) {
    const [first, second] = [definitionsOf(one.sdl), definitionsOf(other.sdl)];
    const shared = [...first.keys()].filter((name) => second.has(name));
    const declared = one.declared.filter((name) => other.declared.includes(name));
    expect(shared).toEqual(expect.arrayContaining(['ModelStringInput', 'ModelSubscriptionIDInput', 'ModelSortDirection', 'ModelAttributeTypes', 'ModelSizeInput']));
    const differing = shared.filter((name) => first.get(name) !== second.get(name));
    expect(differing.filter((name) => !declared.some((stem) => name.includes(stem)))).toEqual([]);
  }
});

test('conditions on sort keys are there where they are used, and the same wherever they are', () => {
  const conditions = sources.map(({ sdl }) => [...definitionsOf(sdl)].filter(([name]) => name.endsWith('KeyConditionInput') && /^Model(ID|String|Int|Float)Key/.test(name)));
  const texts = new Map<string, Set<string>>();
  for (const [name, text] of conditions.flat()) texts.set(name, (texts.get(name) ?? new Set()).add(text));
  expect(new Set(conditions.map((some) => some.length)).size).toBeGreaterThan(1);
  expect([...texts].map(([name, different]) => [name, different.size])).toEqual([...texts.keys()].map((name) => [name, 1]));
});

test.each([
  ['without feature flags', {}, { 'Fn::ImportValue': Match.stringLikeRegexp('^Teams:ExportsOutput.*Arn') }],
  ['with the recommended feature flags', recommendedFlags, { 'Fn::GetStackOutput': Match.objectLike({ StackName: 'Teams' }) }],
])('two APIs of two stacks are merged into a third, %s', (_, context, arn) => {
  const app = new App({ context });
  const apis = {
    Teams: new AppSyncData(new Stack(app, 'Teams'), 'Data', { schema: schemas.OneToMany }).api,
    Carts: new AppSyncData(new Stack(app, 'Carts'), 'Data', { schema: schemas.OneToOne }).api,
  };
  const stack = new Stack(app, 'Merged');
  const mergedApiExecutionRole = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('appsync.amazonaws.com') });
  const mergedApi = new GraphqlApi(stack, 'Api', { name: 'merged', definition: Definition.fromSourceApis({ sourceApis: [], mergedApiExecutionRole }) });
  for (const [name, sourceApi] of Object.entries(apis)) new SourceApiAssociation(stack, name, { sourceApi, mergedApi, mergedApiExecutionRole });

  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::AppSync::SourceApiAssociation', 2);
  template.hasResourceProperties('AWS::AppSync::SourceApiAssociation', { SourceApiAssociationConfig: { MergeType: 'AUTO_MERGE' }, SourceApiIdentifier: arn });
  template.hasResourceProperties('AWS::AppSync::GraphQLApi', { ApiType: 'MERGED' });
});

test('the CDK names what it merges by the id of the API, so that its definition takes one of ours', () => {
  const stack = new Stack(new App(), 'Test');
  const teams = { sourceApi: new AppSyncData(stack, 'Teams', { schema: schemas.OneToMany }).api };
  const carts = { sourceApi: new AppSyncData(stack, 'Carts', { schema: schemas.OneToOne }).api };
  new GraphqlApi(stack, 'Merged', { name: 'merged', definition: Definition.fromSourceApis({ sourceApis: [teams] }) });
  Template.fromStack(stack).hasResourceProperties('AWS::AppSync::SourceApiAssociation', { SourceApiIdentifier: { 'Fn::GetAtt': [Match.stringLikeRegexp('^TeamsApi'), 'ApiId'] } });
  expect(() => new GraphqlApi(stack, 'Both', { name: 'both', definition: Definition.fromSourceApis({ sourceApis: [teams, carts] }) })).toThrow('ApiAssociation');
});

test('APIs that are merged in one stack are served each by itself, and the merged one is not', async () => {
  const stack = new Stack(new App(), 'Test');
  const teams = new AppSyncData(stack, 'Teams', { schema: schemas.OneToMany, schemaExtension: 'extend type Team @canonical' });
  const mergedApiExecutionRole = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('appsync.amazonaws.com') });
  const mergedApi = new GraphqlApi(stack, 'Merged', { name: 'merged', definition: Definition.fromSourceApis({ sourceApis: [], mergedApiExecutionRole }) });
  new SourceApiAssociation(stack, 'TeamsOfMerged', { sourceApi: teams.api, mergedApi, mergedApiExecutionRole });
  const idOf = (api: GraphqlApi) => stack.getLogicalId(api.node.defaultChild as CfnGraphQLApi);

  const local = await LocalApi.fromStack(stack, { api: idOf(teams.api) });
  try {
    expect(await send(local, 'mutation { createTeam(input: { mantra: "Go" }) { mantra } }')).toEqual({ data: { createTeam: { mantra: 'Go' } } });
  } finally {
    await local.close();
  }
  await expect(LocalApi.fromStack(stack, { api: idOf(mergedApi) })).rejects.toThrow(/^resource 'Test\/Merged\/Resource' .*: API type MERGED is not supported by the local API$/);
});
