import { buildSchema } from 'graphql';
import { a, type SchemaTypes } from 'cdk-appsync-data/schema';
import { schemas } from '../../integ/schemas/relationships';
import { resolveSchema } from '../../lib/model';
import { modelSchema } from '../../lib/outputs';
import { linesOf } from '../support/sdl';

function print(types: SchemaTypes): string {
  return modelSchema(resolveSchema(a.schema(types).authorization((allow) => allow.publicApiKey())));
}

const MODEL = '@model @auth(rules: [{ allow: public, provider: apiKey }])';

/** The lines of a model that has all operations. */
function model(sdl: string, name: string, directives = MODEL): string[] {
  return linesOf(sdl, `type ${name} ${directives.replace(/[()[\]{}]/g, '\\$&')}`);
}

test('one to many: all of it', () => {
  expect(modelSchema(resolveSchema(schemas.OneToMany))).toBe(`type Member ${MODEL} {
  name: String!
  teamId: ID
  team: Team @belongsTo(references: ["teamId"])
}

type Team ${MODEL} {
  mantra: String!
  members: [Member] @hasMany(references: ["teamId"])
}
`);
});

test('one to one', () => {
  const sdl = modelSchema(resolveSchema(schemas.OneToOne));
  expect(model(sdl, 'Customer')).toEqual(['name: String', 'activeCart: Cart @hasOne(references: ["customerId"])']);
  expect(model(sdl, 'Cart')).toEqual(['items: [String!]', 'customerId: ID', 'customer: Customer @belongsTo(references: ["customerId"])']);
});

test('a composite identifier: its sort keys, and all references', () => {
  const sdl = modelSchema(resolveSchema(schemas.CompositeIdentifier));
  expect(model(sdl, 'Person')).toEqual([
    'name: String! @primaryKey(sortKeyFields: ["dateOfBirth"])', 'dateOfBirth: AWSDate!', 'authoredPosts: [Post] @hasMany(references: ["authorName", "authorDoB"])',
  ]);
  expect(model(sdl, 'Post').at(-1)).toBe('author: Person @belongsTo(references: ["authorName", "authorDoB"])');
});

test('identifiers: of one field, of three, a declared id, an enum', () => {
  const sdl = print({
    Kind: a.enum(['A', 'B']),
    One: a.model({ sku: a.string().required() }).identifier(['sku']),
    Three: a.model({ x: a.id().required(), y: a.integer().required(), z: a.ref('Kind').required() }).identifier(['x', 'y', 'z']),
    Own: a.model({ id: a.id().required() }),
    OfEnum: a.model({ kind: a.ref('Kind').required() }).identifier(['kind']),
  });
  expect(model(sdl, 'One')).toEqual(['sku: String! @primaryKey']);
  expect(model(sdl, 'Three')).toEqual(['x: ID! @primaryKey(sortKeyFields: ["y", "z"])', 'y: Int!', 'z: Kind!']);
  expect(model(sdl, 'Own')).toEqual(['id: ID! @primaryKey']);
  expect(model(sdl, 'OfEnum')).toEqual(['kind: Kind! @primaryKey']);
});

test('indexes: on the field of their partition key, with their name', () => {
  const sdl = print({
    Order: a.model({ customerId: a.id().required(), status: a.string().required(), total: a.integer(), region: a.string() }).secondaryIndexes((index) => [
      index('customerId'),
      index('customerId').sortKeys(['total']).name('byCustomer').queryField('ordersOfCustomer'),
      index('status').sortKeys(['region', 'total']),
      index('region').queryField(null),
      index('total').projection('KEYS_ONLY'),
      index('status').projection('INCLUDE', ['region', 'total']),
    ]),
  });
  expect(model(sdl, 'Order')).toEqual([
    'customerId: ID! @index(name: "ordersByCustomerId", queryField: "listOrderByCustomerId") @index(name: "byCustomer", sortKeyFields: ["total"], queryField: "ordersOfCustomer")',
    'status: String! @index(name: "ordersByStatusAndRegionAndTotal", sortKeyFields: ["region", "total"], queryField: "listOrderByStatusAndRegionAndTotal")'
      + ' @index(name: "ordersByStatus", queryField: "listOrderByStatus", projection: { type: INCLUDE, nonKeyAttributes: ["region", "total"] })',
    'total: Int @index(name: "ordersByTotal", queryField: "listOrderByTotal", projection: { type: KEYS_ONLY })',
    'region: String @index(name: "ordersByRegion", queryField: null)',
  ]);
});

test('indexes of relationships are not there', () => {
  expect(modelSchema(resolveSchema(schemas.Page))).not.toContain('@index');
});

test('scalars and lists', () => {
  expect(model(print({
    Todo: a.model({
      text: a.string().required(), day: a.date(), at: a.timestamp(), address: a.ipAddress(),
      plain: a.string().array(), of: a.integer().required().array(), itself: a.id().array().required(), both: a.json().required().array().required(),
    }),
  }), 'Todo')).toEqual([
    'text: String!', 'day: AWSDate', 'at: AWSTimestamp', 'address: AWSIPAddress', 'plain: [String]', 'of: [Int!]', 'itself: [ID]!', 'both: [AWSJSON!]!',
  ]);
});

test('enums and custom types, by name and inline', () => {
  const sdl = print({
    Status: a.enum(['OPEN', 'CLOSED']),
    Place: a.customType({ lat: a.float().required(), inner: a.ref('Place').required().array(), kind: a.enum(['HOME']) }),
    Todo: a.model({ status: a.ref('Status').required(), all: a.ref('Status').array(), places: a.ref('Place').required().array(), inline: a.enum(['X', 'Y']), box: a.customType({ n: a.integer() }) }),
  });
  expect(model(sdl, 'Todo')).toEqual(['status: Status!', 'all: [Status]', 'places: [Place!]', 'inline: TodoInline', 'box: TodoBox']);
  expect(linesOf(sdl, 'enum Status')).toEqual(['OPEN', 'CLOSED']);
  expect(linesOf(sdl, 'enum TodoInline')).toEqual(['X', 'Y']);
  expect(linesOf(sdl, 'type Place')).toEqual(['lat: Float!', 'inner: [Place!]', 'kind: PlaceKind']);
  expect(linesOf(sdl, 'type TodoBox')).toEqual(['n: Int']);
});

test('defaults are text, as the directive has them; lists and JSON as JSON', () => {
  expect(model(print({
    Todo: a.model({
      text: a.string().default('he said "no"\n'), count: a.integer().default(3), done: a.boolean().default(false),
      tags: a.string().array().default(['a', 'b']), details: a.json().default({ n: 1 }), key: a.string().default('x'),
    }).secondaryIndexes((index) => [index('key')]),
  }), 'Todo')).toEqual([
    String.raw`text: String @default(value: "he said \"no\"\n")`, 'count: Int @default(value: "3")', 'done: Boolean @default(value: "false")',
    String.raw`tags: [String] @default(value: "[\"a\",\"b\"]")`, String.raw`details: AWSJSON @default(value: "{\"n\":1}")`,
    'key: String @default(value: "x") @index(name: "todosByKey", queryField: "listTodoByKey")',
  ]);
});

test('validation rules, with what a client is told', () => {
  expect(model(print({
    Todo: a.model({ text: a.string().default('todo').validate((rules) => rules.minLength(2).matches('^[a-z"]+$', 'no "capitals"')), stars: a.integer().validate((rules) => rules.lte(5)) }),
  }), 'Todo')).toEqual([
    String.raw`text: String @default(value: "todo") @validate(type: minLength, value: "2", errorMessage: "'text' must have at least 2 characters") @validate(type: matches, value: "^[a-z\"]+$", errorMessage: "no \"capitals\"")`,
    `stars: Int @validate(type: lte, value: "5", errorMessage: "'stars' must be at most 5")`,
  ]);
});

test.each([
  [['subscriptions', 'delete', 'list'], '(queries: { list: null }, mutations: { delete: null }, subscriptions: null)'],
  [['queries', 'onCreate'], '(queries: null, subscriptions: { onCreate: null })'],
  [['onUpdate', 'onDelete'], '(subscriptions: { onUpdate: null, onDelete: null })'],
] as const)('without %j the model has %s', (operations, values) => {
  const sdl = print({ Todo: a.model({ text: a.string() }).disableOperations(operations), Other: a.model({ text: a.string() }) });
  expect(model(sdl, 'Todo', MODEL.replace('@model', `@model${values}`))).toEqual(['text: String']);
});

test('declared timestamps are there, implied fields are not, but for a model that has nothing else', () => {
  const sdl = print({ Todo: a.model({ text: a.string(), createdAt: a.datetime().required() }), Empty: a.model({}) });
  expect(model(sdl, 'Todo')).toEqual(['text: String', 'createdAt: AWSDateTime!']);
  expect(model(sdl, 'Empty')).toEqual(['id: ID!']);
});

test('a relationship without its other side is a comment', () => {
  const sdl = print({
    Parent: a.model({ children: a.hasMany('Child', 'parentId') }),
    Child: a.model({ parentId: a.id(), friendId: a.id(), friend: a.belongsTo('Friend', 'friendId') }),
    Friend: a.model({ name: a.string() }),
  });
  expect(model(sdl, 'Parent')).toEqual(['id: ID!', `# not declared on Child, so that it can't be generated: children: [Child] @hasMany(references: ["parentId"])`]);
  expect(model(sdl, 'Child')).toEqual(['parentId: ID', 'friendId: ID', `# not declared on Friend, so that it can't be generated: friend: Friend @belongsTo(references: ["friendId"])`]);
});

test('many to many is a comment, and its join model is there', () => {
  const sdl = print({
    Post: a.model({ tagList: a.manyToMany('Tag', { through: 'PostTag' }) }), Tag: a.model({ name: a.string(), posts: a.manyToMany('Post', { through: 'PostTag' }) }),
    PostTag: a.model({ postId: a.id(), tagId: a.id(), post: a.belongsTo('Post', 'postId'), tag: a.belongsTo('Tag', 'tagId') }),
  });
  expect(model(sdl, 'Post')).toEqual(['id: ID!', "# read through PostTag, so that it can't be generated: tagList: [Tag]"]);
  expect(model(sdl, 'Tag')).toEqual(['name: String', "# read through PostTag, so that it can't be generated: posts: [Post]"]);
  expect(model(sdl, 'PostTag').slice(0, 2)).toEqual(['postId: ID', 'tagId: ID']);
});

test('what sorts and pages a relationship does not show', () => {
  const sdl = print({ Team: a.model({ members: a.hasMany('Member', 'teamId').sortBy('name').limit(3) }).limit(3), Member: a.model({ name: a.string().required(), teamId: a.id(), team: a.belongsTo('Team', 'teamId') }) });
  expect(model(sdl, 'Team')).toEqual(['members: [Member] @hasMany(references: ["teamId"])']);
});

test('custom operations, with the inputs that they take', () => {
  const served = a.handler.function('serve');
  expect(print({
    Place: a.customType({ lat: a.float().required() }),
    find: a.query().arguments({ near: a.ref('Place').required(), tags: a.string().required().array(), area: a.customType({ corners: a.ref('Place').array() }) }).returns(a.ref('Place').required().array()).handler(served),
    ping: a.mutation().returns(a.string().required()).handler(served),
    onPing: a.subscription().for(a.ref('ping')),
  })).toBe(`type Place {
  lat: Float!
}

input PlaceInput {
  lat: Float!
}

input FindAreaInput {
  corners: [PlaceInput]
}

type Query {
  find(near: PlaceInput!, tags: [String!], area: FindAreaInput): [Place!]
}

type Mutation {
  ping: String!
}

type Subscription {
  onPing: String
}
`);
});

test('names are as declared', () => {
  expect(print({ snake_case: a.model({ Value: a.string() }) })).toBe(`type snake_case ${MODEL} {\n  Value: String\n}\n`);
});

test('it is GraphQL', () => {
  const scalars = ['AWSDate', 'AWSURL', 'AWSDateTime'].map((name) => `scalar ${name}`).join('\n');
  for (const schema of Object.values(schemas)) {
    expect(() => buildSchema(`${scalars}\ntype Query { a: Int }\n${modelSchema(resolveSchema(schema))}`, { assumeValidSDL: true })).not.toThrow();
  }
});
