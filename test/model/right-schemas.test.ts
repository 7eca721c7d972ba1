import { a, type Schema } from 'cdk-appsync-data/schema';
import { schemas } from '../../integ/schemas/relationships';
import { resolveSchema } from '../../lib/model';
import { schemaOf } from './error-case';

const long = (length: number): string => 'x'.repeat(length);

const right: Record<string, Schema> = {
  ...schemas,
  'an index named as the key would be that the model does not have': schemaOf({
    Team: a.model({ city: a.string(), street: a.string(), no: a.integer() }).secondaryIndexes((index) => [index('city').sortKeys(['street', 'no']).name('primary')]),
  }),
  'updatedAt as the only sort key': schemaOf({ Team: a.model({ city: a.string(), updatedAt: a.datetime() }).secondaryIndexes((index) => [index('city').sortKeys(['updatedAt'])]) }),
  'a model without fields': schemaOf({ Team: a.model({}) }),
  'rules of each model instead of the schema\'s': a.schema({ Team: a.model({}).authorization((allow) => [allow.publicApiKey()]) }),
  'a model that refers to itself': schemaOf({
    Employee: a.model({ managerId: a.id(), manager: a.belongsTo('Employee', 'managerId'), reports: a.hasMany('Employee', 'managerId') }),
  }),
  'two models that refer to each other': schemaOf({
    Team: a.model({ captainId: a.id(), captain: a.belongsTo('Member', 'captainId'), members: a.hasMany('Member', 'teamId') }),
    Member: a.model({ teamId: a.id(), team: a.belongsTo('Team', 'teamId'), captainOf: a.hasOne('Team', 'captainId') }),
  }),
  'two relationships between the same models, of two kinds': schemaOf({
    Team: a.model({ members: a.hasMany('Member', 'teamId'), captain: a.hasOne('Member', 'captainOfId') }),
    Member: a.model({ teamId: a.id(), team: a.belongsTo('Team', 'teamId'), captainOfId: a.id(), captainOf: a.belongsTo('Team', 'captainOfId') }),
  }),
  'a hasMany without its other side': schemaOf({ Team: a.model({ members: a.hasMany('Member', 'teamId') }), Member: a.model({ teamId: a.id() }) }),
  'a hasOne without its other side': schemaOf({ Team: a.model({ captain: a.hasOne('Member', 'teamId') }), Member: a.model({ teamId: a.id() }) }),
  'a belongsTo without its other side': schemaOf({ Team: a.model({}), Member: a.model({ teamId: a.id(), team: a.belongsTo('Team', 'teamId') }) }),
  'one pair complete, a second one-sided': schemaOf({
    Team: a.model({ members: a.hasMany('Member', 'teamId'), fans: a.hasMany('Member', 'fanOfId') }),
    Member: a.model({ teamId: a.id(), team: a.belongsTo('Team', 'teamId'), fanOfId: a.id() }),
  }),
  'two parents over fields of one name': schemaOf({
    Team: a.model({ notes: a.hasMany('Note', 'subjectId') }), Club: a.model({ notes: a.hasMany('Note', 'subjectId') }), Note: a.model({ subjectId: a.id() }),
  }),
  'a String that refers to an ID': schemaOf({ Team: a.model({ members: a.hasMany('Member', 'teamId') }), Member: a.model({ teamId: a.string(), team: a.belongsTo('Team', 'teamId') }) }),
  'an ID that refers to a String': schemaOf({
    Team: a.model({ name: a.string().required(), members: a.hasMany('Member', 'teamName') }).identifier(['name']), Member: a.model({ teamName: a.id().required() }),
  }),
  'an id that refers to another id': schemaOf({
    User: a.model({ profile: a.hasOne('Profile', 'id') }), Profile: a.model({ id: a.id().required(), user: a.belongsTo('User', 'id') }),
  }),
  'two fields, of a string and a number': schemaOf({
    Office: a.model({ city: a.string().required(), no: a.integer().required(), desks: a.hasMany('Desk', ['city', 'no']) }).identifier(['city', 'no']),
    Desk: a.model({ city: a.string(), no: a.integer(), office: a.belongsTo('Office', ['city', 'no']) }),
  }),
  'three fields, of an email, a date and a timestamp': schemaOf({
    Visit: a.model({ by: a.email().required(), on: a.date().required(), at: a.timestamp().required(), photos: a.hasMany('Photo', ['by', 'on', 'at']) }).identifier(['by', 'on', 'at']),
    Photo: a.model({ by: a.email().required(), on: a.date().required(), at: a.timestamp().required(), visit: a.belongsTo('Visit', ['by', 'on', 'at']) }),
  }),
  'keys of every type that DynamoDB takes': schemaOf(Object.fromEntries(
    (['id', 'string', 'integer', 'float', 'date', 'time', 'datetime', 'timestamp', 'email', 'phone', 'url', 'ipAddress'] as const)
      .map((scalar) => [`By${scalar}`, a.model({ key: a[scalar]().required() }).identifier(['key'])]),
  )),
  'an id that is a String, an id as a part of an identifier': schemaOf({
    Team: a.model({ id: a.string().required() }), Member: a.model({ teamId: a.id().required(), id: a.id().required() }).identifier(['teamId', 'id']),
  }),
  'declared timestamps': schemaOf({ Team: a.model({ createdAt: a.datetime(), updatedAt: a.string().required() }) }),
  'a declared timestamp in an identifier': schemaOf({ Team: a.model({ name: a.id().required(), createdAt: a.datetime().required() }).identifier(['name', 'createdAt']) }),
  'defaults of every kind': schemaOf({
    Team: a.model({
      text: a.string().default(''), count: a.integer().default(-(2 ** 31)), share: a.float().default(0.5), open: a.boolean().default(false), at: a.timestamp().default(2 ** 40),
      data: a.json().default({ list: [1, null, 'x', { deep: true }] }), dates: a.date().array().default(['2026-01-31', '2026-01-31Z']), moment: a.datetime().default('2026-01-31T12:30:00.000+01:00'), mail: a.email().default('a@b.c'), site: a.url().default('https://example.com'), address: a.ipAddress().default('2001:db8::1'), telephone: a.phone().default('+1 555 0100'), clock: a.time().default('12:30'), holes: a.string().array().default(['a', null as never]), names: a.string().array().default([]), sizes: a.float().array().default([1, 2.5]),
    }),
  }),
  'names that only look reserved': schemaOf({
    query: a.model({ filter: a.string(), limit: a.integer() }), Querys: a.model({ input: a.id(), _private: a.id() }), Awsome: a.model({}), StringInput: a.model({}), Model_1: a.model({ prototype: a.id(), StringKeys: a.id() }),
  }),
  'names as long as DynamoDB takes': schemaOf({
    Team: a.model({ [long(246)]: a.hasMany('Member', long(255)) }), Member: a.model({ [long(255)]: a.id() }),
    Office: a.model({ pk: a.id().required(), [long(127)]: a.id().required(), [long(127).toUpperCase()]: a.id().required() }).identifier(['pk', long(127), long(127).toUpperCase()]),
  }),
  'custom types that hold themselves, optionally or in lists': schemaOf({
    Team: a.model({ node: a.ref('Node') }), Node: a.customType({ next: a.ref('Node'), all: a.ref('Node').required().array().required(), other: a.ref('Other').required() }), Other: a.customType({ node: a.ref('Node') }),
  }),
  'a custom type with names that a model could not have': schemaOf({ Team: a.model({ filter: a.customType({ and: a.string(), or: a.string(), id: a.integer(), createdAt: a.timestamp() }) }) }),
  'types that nothing refers to': schemaOf({ Team: a.model({}), Status: a.enum(['A']), Place: a.customType({ x: a.id() }) }),
  'an index by the id that the API makes up': schemaOf({ Team: a.model({ name: a.string() }).secondaryIndexes((index) => [index('name').sortKeys(['id' as never])]) }),
  'two indexes with one key, under names of their own': schemaOf({ Team: a.model({ name: a.string() }).secondaryIndexes((index) => [index('name'), index('name').name('byName').queryField(null)]) }),
  'an index without a query, with a field that a query could not take': schemaOf({ Team: a.model({ limit: a.integer() }).secondaryIndexes((index) => [index('limit').queryField(null).name('by-limit')]) }),
  'an enum for a reference': schemaOf({ Kind: a.enum(['A']), Team: a.model({ kind: a.ref('Kind').required(), members: a.hasMany('Member', 'kind') }).identifier(['kind']), Member: a.model({ kind: a.ref('Kind') }) }),
  'all operations of one model disabled': schemaOf({ Team: a.model({}).disableOperations(['queries', 'mutations', 'subscriptions']), Member: a.model({}) }),
  '20 indexes on one table': schemaOf({
    Team: a.model(Object.fromEntries(Array.from({ length: 20 }, (_, position) => [`members${position}`, a.hasMany('Member', `team${position}`)]))),
    Member: a.model(Object.fromEntries(Array.from({ length: 20 }, (_, position) => [`team${position}`, a.id()]))),
  }),
};

test.each(Object.entries(right))('%s has no mistake', (_, schema) => {
  expect(() => resolveSchema(schema)).not.toThrow();
});
