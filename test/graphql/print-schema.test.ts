import { a, type Schema, type SchemaTypes } from 'cdk-appsync-data/schema';
import { schemas } from '../../integ/schemas/relationships';
import { printSchema, validateGraphqlSchema } from '../../lib/graphql';
import { resolveSchema } from '../../lib/model';
import { linesOf, operation } from '../support/sdl';

/** Where the operator inputs begin, which every API has. */
const SHARED = 'input ModelStringInput {';

function sdlOf(schema: Schema): string {
  return printSchema(resolveSchema(schema));
}

function sdlOfModels(models: SchemaTypes): string {
  return sdlOf(a.schema(models).authorization((allow) => allow.publicApiKey()));
}

const { Page, ...pageSchemas } = schemas;

const threeFields = a.schema({
  Person: a.model({
    name: a.string().required(), dateOfBirth: a.date().required(), no: a.integer().required(), nick: a.string(),
    posts: a.hasMany('Post', ['authorName', 'authorDoB', 'authorNo']),
  }).identifier(['name', 'dateOfBirth', 'no']),
  Post: a.model({ title: a.string(), authorName: a.string(), authorDoB: a.date(), authorNo: a.integer(), author: a.belongsTo('Person', ['authorName', 'authorDoB', 'authorNo']) }),
}).authorization((allow) => allow.publicApiKey());

const numeric = a.schema({
  Office: a.model({ floor: a.integer().required(), area: a.float().required(), desks: a.hasMany('Desk', ['floor', 'area']) }).identifier(['floor', 'area']),
  Desk: a.model({ floor: a.integer().required(), area: a.float().required(), office: a.belongsTo('Office', ['floor', 'area']) }),
}).authorization((allow) => allow.publicApiKey());

const scalars = a.schema({
  Todo: a.model({
    id2: a.id(), text: a.string().required(), count: a.integer(), share: a.float(), done: a.boolean(), day: a.date(), time: a.time(), at: a.datetime(), stamp: a.timestamp(),
    email: a.email(), data: a.json(), phone: a.phone(), url: a.url(), address: a.ipAddress(),
    list: a.string().array(), ofRequired: a.integer().required().array(), requiredList: a.boolean().array().required(), both: a.json().required().array().required(),
    withDefault: a.string().default('x'), requiredWithDefault: a.integer().required().default(3), listWithDefault: a.string().required().array().required().default([]),
  }),
}).authorization((allow) => allow.publicApiKey());

const all = { ...pageSchemas, Page, threeFields, numeric, scalars };

describe('the whole schema', () => {
  test.each(Object.entries({ ...pageSchemas, threeFields, numeric, scalars }))('of %s', (_, schema) => {
    expect(sdlOf(schema).split(SHARED)[0]).toMatchSnapshot();
  });

  test('ends with the operator inputs, the same in each', () => {
    const endings = new Set(Object.values(all).map((schema) => sdlOf(schema).slice(sdlOf(schema).indexOf(SHARED))));
    expect(endings.size).toBe(1);
    expect([...endings][0]).toMatchSnapshot();
  });

  test.each(Object.entries(all))('of %s is valid', (_, schema) => {
    expect(() => validateGraphqlSchema(sdlOf(schema))).not.toThrow();
  });
});

describe('types', () => {
  test('a model: fields in order, then id and timestamps; hasMany has arguments, belongsTo and hasOne have none', () => {
    const sdl = sdlOf(schemas.Page);
    expect(linesOf(sdl, 'type Post')).toEqual([
      'title: String!', 'content: String!', 'tags(filter: ModelPostTagFilterInput, sortDirection: ModelSortDirection, limit: Int, nextToken: String): ModelPostTagConnection',
      'authorId: ID', 'author: Person', 'editorId: ID', 'editor: Person', 'id: ID!', 'createdAt: AWSDateTime!', 'updatedAt: AWSDateTime!',
    ]);
    expect(linesOf(sdl, 'type Customer')).toContain('activeCart: Cart');
    expect(linesOf(sdl, 'type ModelPostConnection')).toEqual(['items: [Post]!', 'nextToken: String']);
  });

  test('what is required of a list: its elements, itself', () => {
    expect(linesOf(sdlOf(scalars), 'type Todo')).toEqual(expect.arrayContaining(['list: [String]', 'ofRequired: [Int!]', 'requiredList: [Boolean]!', 'both: [AWSJSON!]!']));
  });

  test('a lowercase name stays in the type, and is upper-cased in what is made of it', () => {
    const sdl = sdlOfModels({ team: a.model({}) });
    expect(linesOf(sdl, 'type team')).toContain('id: ID!');
    expect(linesOf(sdl, 'type ModelTeamConnection')).toContain('items: [team]!');
    expect(operation(sdl, 'getTeam')).toBe('getTeam(id: ID!): team');
  });
});

describe('inputs of mutations', () => {
  const sdl = sdlOf(scalars);

  test('CreateInput: fields with a default and the id may be left out, timestamps and relationships are not in it', () => {
    expect(linesOf(sdl, 'input CreateTodoInput')).toEqual(expect.arrayContaining(['text: String!', 'both: [AWSJSON!]!', 'withDefault: String', 'requiredWithDefault: Int', 'listWithDefault: [String!]']));
    expect(linesOf(sdl, 'input CreateTodoInput').at(-1)).toBe('id: ID');
    expect(linesOf(sdl, 'input CreateTodoInput').join()).not.toMatch(/createdAt|updatedAt/);
    expect(linesOf(sdlOf(schemas.RequiredAndOptional), 'input CreatePostInput')).toEqual(['title: String!', 'content: String!', 'authorId: ID!', 'editorId: ID', 'id: ID']);
  });

  test('CreateInput: a key field named id may be left out, whatever it is, and another may not', () => {
    const inputs = sdlOfModels({
      Text: a.model({ id: a.string().required() }), Part: a.model({ teamId: a.id().required(), id: a.id().required() }).identifier(['teamId', 'id']),
      Plain: a.model({ name: a.id().required(), id: a.id().required() }).identifier(['name']),
    });
    expect(linesOf(inputs, 'input CreateTextInput')).toEqual(['id: String']);
    expect(linesOf(inputs, 'input CreatePartInput')).toEqual(['teamId: ID!', 'id: ID']);
    expect(linesOf(inputs, 'input CreatePlainInput')).toEqual(['name: ID!', 'id: ID!']);
  });

  test('timestamps are in the inputs where they are declared', () => {
    const inputs = sdlOfModels({ Todo: a.model({ createdAt: a.datetime(), name: a.string() }) });
    expect(linesOf(inputs, 'input CreateTodoInput')).toEqual(['createdAt: AWSDateTime', 'name: String', 'id: ID']);
    expect(linesOf(inputs, 'input UpdateTodoInput')).toEqual(['createdAt: AWSDateTime', 'name: String', 'id: ID!']);
  });

  test('what the API writes anyway may be left out of a create, also where it is required', () => {
    const sdl = sdlOfModels({ Team: a.model({ createdAt: a.datetime().required(), updatedAt: a.string().required() }) });
    expect(linesOf(sdl, 'type Team')).toEqual(['createdAt: AWSDateTime!', 'updatedAt: String!', 'id: ID!']);
    expect(linesOf(sdl, 'input CreateTeamInput')).toEqual(['createdAt: AWSDateTime', 'updatedAt: String', 'id: ID']);
  });

  test('an id that identifies nothing is a field like any other', () => {
    const sdl = sdlOfModels({ Part: a.model({ sku: a.string().required(), id: a.integer().required() }).identifier(['sku']) });
    expect(linesOf(sdl, 'input CreatePartInput')).toEqual(['sku: String!', 'id: Int!']);
    expect(linesOf(sdl, 'input ModelPartFilterInput')).toContain('id: ModelIntInput');
  });

  test('UpdateInput: nothing is required but the identifier', () => {
    expect(linesOf(sdl, 'input UpdateTodoInput').filter((line) => line.endsWith('!'))).toEqual(['id: ID!']);
    expect(linesOf(sdl, 'input UpdateTodoInput')).toEqual(expect.arrayContaining(['text: String', 'both: [AWSJSON!]', 'ofRequired: [Int!]']));
    expect(linesOf(sdlOf(threeFields), 'input UpdatePersonInput')).toEqual(['name: String!', 'dateOfBirth: AWSDate!', 'no: Int!', 'nick: String']);
  });

  test('DeleteInput: the identifier', () => {
    expect(linesOf(sdlOf(threeFields), 'input DeletePersonInput')).toEqual(['name: String!', 'dateOfBirth: AWSDate!', 'no: Int!']);
  });

  test('ConditionInput: all but the identifier', () => {
    expect(linesOf(sdlOf(threeFields), 'input ModelPersonConditionInput')).toEqual([
      'nick: ModelStringInput', 'createdAt: ModelStringInput', 'updatedAt: ModelStringInput',
      'and: [ModelPersonConditionInput]', 'or: [ModelPersonConditionInput]', 'not: ModelPersonConditionInput',
    ]);
    expect(linesOf(sdlOf(schemas.OneToMany), 'input ModelMemberConditionInput').join()).not.toMatch(/\bid:/);
  });
});

describe('filters', () => {
  test('FilterInput: fields by the input of their type, id, timestamps and groups', () => {
    const lines = linesOf(sdlOf(scalars), 'input ModelTodoFilterInput');
    expect(lines).toEqual(expect.arrayContaining([
      'id2: ModelIDInput', 'count: ModelIntInput', 'share: ModelFloatInput', 'done: ModelBooleanInput', 'day: ModelStringInput', 'stamp: ModelIntInput', 'data: ModelStringInput',
      'list: ModelStringInput', 'ofRequired: ModelIntInput',
    ]));
    expect(lines.slice(-6)).toEqual([
      'id: ModelIDInput', 'createdAt: ModelStringInput', 'updatedAt: ModelStringInput', 'and: [ModelTodoFilterInput]', 'or: [ModelTodoFilterInput]', 'not: ModelTodoFilterInput',
    ]);
  });

  test('there is an id in it also with another identifier, and no relationship', () => {
    const lines = linesOf(sdlOf(schemas.CompositeIdentifier), 'input ModelPersonFilterInput').map((line) => line.split(':')[0]);
    expect(lines.sort()).toEqual(['and', 'createdAt', 'dateOfBirth', 'id', 'name', 'not', 'or', 'updatedAt']);
  });

  test('an id that is a String is filtered as one', () => {
    expect(linesOf(sdlOfModels({ Todo: a.model({ id: a.string().required() }) }), 'input ModelTodoFilterInput')).toContain('id: ModelStringInput');
  });

  test('the filter of subscriptions has inputs of its own, and no not', () => {
    expect(linesOf(sdlOf(schemas.OneToMany), 'input ModelSubscriptionTeamFilterInput')).toEqual([
      'mantra: ModelSubscriptionStringInput', 'id: ModelSubscriptionIDInput', 'createdAt: ModelSubscriptionStringInput', 'updatedAt: ModelSubscriptionStringInput',
      'and: [ModelSubscriptionTeamFilterInput]', 'or: [ModelSubscriptionTeamFilterInput]',
    ]);
  });
});
