import { Template } from 'aws-cdk-lib/assertions';
import { a } from 'cdk-appsync-data';
import { stackOf } from '../support/synthesized';

const models = {
  Member: a.model({ name: a.string(), teamId: a.id(), team: a.belongsTo('Team', 'teamId') }),
  Team: a.model({ mantra: a.string(), members: a.hasMany('Member', 'teamId') }),
};
const more = { Guest: a.model({ name: a.string() }) };

/** The resources of an API by logical id, without the schema's text, which lists all models. */
function resourcesOf(schemaModels: Parameters<typeof a.schema>[0]): Record<string, unknown> {
  const template = Template.fromStack(stackOf(a.schema(schemaModels).authorization((allow) => allow.publicApiKey())));
  const resources = template.toJSON().Resources as Record<string, { Type: string }>;
  return Object.fromEntries(Object.entries(resources).filter(([, { Type }]) => Type !== 'AWS::AppSync::GraphQLSchema'));
}

const before = resourcesOf(models);

test('a model that is added leaves all other resources as they are', () => {
  const after = resourcesOf({ ...models, ...more });

  expect(after).toMatchObject(before);
  expect(Object.keys(after).filter((id) => !(id in before)).every((id) => id.includes('Guest'))).toBe(true);
  expect(Object.keys(after)).toHaveLength(Object.keys(before).length + 12);
});

test('a model that is removed takes its own resources along only', () => {
  const withGuest = resourcesOf({ ...more, ...models });

  expect(Object.fromEntries(Object.entries(withGuest).filter(([id]) => !id.includes('Guest')))).toEqual(before);
});

test('the order of the models says nothing', () => {
  expect(resourcesOf({ ...more, Team: models.Team, Member: models.Member })).toEqual(resourcesOf({ ...models, ...more }));
});

test('the order of the fields changes no logical id', () => {
  const reordered = { ...models, Team: a.model({ members: a.hasMany('Member', 'teamId'), mantra: a.string() }) };

  expect(Object.keys(resourcesOf(reordered)).sort()).toEqual(Object.keys(before).sort());
});

test('enums and custom types are no resources, and an index changes none but its table, its role, and the list and those that write it', () => {
  const types = { ...models, Kind: a.enum(['A']), Place: a.customType({ x: a.id() }) };
  expect(resourcesOf(types)).toEqual(before);

  const indexed = resourcesOf({ ...models, Team: models.Team.secondaryIndexes((index) => [index('mantra')]) });
  expect(Object.keys(indexed).filter((id) => !(id in before))).toEqual([expect.stringContaining('QuerylistTeamByMantra')]);
  expect(Object.keys(before).filter((id) => JSON.stringify(before[id]) !== JSON.stringify(indexed[id])).map((id) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual(['DataTablesTeam', 'DataModelsTeamRole', 'DataResolversQuerylistTeams']);
});

test('a relationship that leads to another model keeps its resolver, as AppSync takes one a field', () => {
  const turned = resourcesOf({ ...models, ...more, Member: a.model({ name: a.string(), teamId: a.id(), team: a.belongsTo('Guest', 'teamId') }), Team: a.model({ mantra: a.string() }) });
  const resolverOf = (resources: Record<string, unknown>) => Object.keys(resources).filter((id) => /Memberteam/.test(id));

  expect(resolverOf(before)).toHaveLength(1);
  expect(resolverOf(turned)).toEqual(resolverOf(before));
});

test('synth gives the same bytes each time', () => {
  expect(JSON.stringify(resourcesOf(models))).toBe(JSON.stringify(before));
});
