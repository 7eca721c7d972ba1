import { a, type Schema, type SchemaTypes } from 'cdk-appsync-data/schema';
import { schemas } from '../../integ/schemas/relationships';
import { resolveSchema } from '../../lib/model';
import { amplifyOutputs, type ModelIntrospection } from '../../lib/outputs';

const access = { url: 'https://example.com/graphql', region: 'eu-west-1', apiKey: 'da2-key' };

function introspect(schema: Schema): ModelIntrospection {
  return amplifyOutputs(resolveSchema(schema), access).data.model_introspection;
}

function introspectModels(models: SchemaTypes): ModelIntrospection['models'] {
  return introspect(a.schema(models).authorization((allow) => allow.publicApiKey())).models;
}

const auth = { type: 'auth', properties: { rules: [{ allow: 'public', provider: 'apiKey', operations: ['create', 'update', 'delete', 'read'] }] } };
const byId = { isCustomPrimaryKey: false, primaryKeyFieldName: 'id', sortKeyFieldNames: [] };

function scalar(name: string, type: string, isRequired = false): object {
  return { name, isArray: false, type, isRequired, attributes: [] };
}

function timestamp(name: string): object {
  return { ...scalar(name, 'AWSDateTime'), isReadOnly: true };
}

const timestamps = { createdAt: timestamp('createdAt'), updatedAt: timestamp('updatedAt') };

test('one to many: all of it', () => {
  expect(introspect(schemas.OneToMany)).toStrictEqual({
    version: 1,
    models: {
      Member: {
        name: 'Member',
        fields: {
          id: scalar('id', 'ID', true),
          name: scalar('name', 'String', true),
          teamId: scalar('teamId', 'ID'),
          team: { name: 'team', isArray: false, type: { model: 'Team' }, isRequired: false, attributes: [], association: { connectionType: 'BELONGS_TO', targetNames: ['teamId'] } },
          ...timestamps,
        },
        syncable: true,
        pluralName: 'Members',
        attributes: [{ type: 'model', properties: {} }, auth],
        primaryKeyInfo: byId,
      },
      Team: {
        name: 'Team',
        fields: {
          id: scalar('id', 'ID', true),
          mantra: scalar('mantra', 'String', true),
          members: {
            name: 'members', isArray: true, type: { model: 'Member' }, isRequired: false, attributes: [], isArrayNullable: true,
            association: { connectionType: 'HAS_MANY', associatedWith: ['teamId'] },
          },
          ...timestamps,
        },
        syncable: true,
        pluralName: 'Teams',
        attributes: [{ type: 'model', properties: {} }, auth],
        primaryKeyInfo: byId,
      },
    },
    enums: {},
    nonModels: {},
  });
});

test('fields: an id that the API adds comes first, its timestamps last', () => {
  expect(Object.keys(introspect(schemas.OneToMany).models.Member!.fields)).toEqual(['id', 'name', 'teamId', 'team', 'createdAt', 'updatedAt']);
  expect(Object.keys(introspectModels({ Todo: a.model({ name: a.string(), id: a.id().required(), updatedAt: a.datetime() }) }).Todo!.fields)).toEqual(['name', 'id', 'updatedAt', 'createdAt']);
});

test('one to one: the fields of the other side', () => {
  const { models } = introspect(schemas.OneToOne);
  expect(models.Customer!.fields.activeCart).toStrictEqual({
    name: 'activeCart', isArray: false, type: { model: 'Cart' }, isRequired: false, attributes: [],
    association: { connectionType: 'HAS_ONE', associatedWith: ['customerId'], targetNames: [] },
  });
  expect(models.Cart!.fields.customer).toMatchObject({ association: { connectionType: 'BELONGS_TO', targetNames: ['customerId'] } });
});

test('a composite identifier: its key, no id, all references', () => {
  const { Person, Post } = introspect(schemas.CompositeIdentifier).models;
  expect(Person).toMatchObject({
    pluralName: 'People',
    attributes: [{ type: 'model', properties: {} }, { type: 'key', properties: { fields: ['name', 'dateOfBirth'] } }, auth],
    primaryKeyInfo: { isCustomPrimaryKey: true, primaryKeyFieldName: 'name', sortKeyFieldNames: ['dateOfBirth'] },
  });
  expect(Object.keys(Person!.fields)).toEqual(['name', 'dateOfBirth', 'authoredPosts', 'createdAt', 'updatedAt']);
  expect(Person!.fields.authoredPosts).toMatchObject({ association: { connectionType: 'HAS_MANY', associatedWith: ['authorName', 'authorDoB'] } });
  expect(Post!.fields.author).toMatchObject({ association: { connectionType: 'BELONGS_TO', targetNames: ['authorName', 'authorDoB'] } });
  expect(Post!.attributes).toEqual([{ type: 'model', properties: {} }, auth]);
});

test('an identifier of one field, of three, and a declared id', () => {
  const { One, Three, Own } = introspectModels({
    One: a.model({ sku: a.string().required() }).identifier(['sku']),
    Three: a.model({ x: a.id().required(), y: a.integer().required(), z: a.id().required() }).identifier(['x', 'y', 'z']),
    Own: a.model({ id: a.id().required() }),
  });
  expect(One!.primaryKeyInfo).toEqual({ isCustomPrimaryKey: true, primaryKeyFieldName: 'sku', sortKeyFieldNames: [] });
  expect(Three!.primaryKeyInfo).toEqual({ isCustomPrimaryKey: true, primaryKeyFieldName: 'x', sortKeyFieldNames: ['y', 'z'] });
  expect(Own!.primaryKeyInfo).toEqual(byId);
  expect(Own!.attributes).toContainEqual({ type: 'key', properties: { fields: ['id'] } });
});

test('a list: isRequired is of its elements, isArrayNullable of itself', () => {
  const { fields } = introspectModels({
    Todo: a.model({ plain: a.string().array(), of: a.integer().required().array(), itself: a.id().array().required(), both: a.json().required().array().required() }),
  }).Todo!;
  const list = (name: string, type: string, isRequired: boolean, isArrayNullable: boolean): object => ({ name, isArray: true, type, isRequired, attributes: [], isArrayNullable });
  expect(fields).toStrictEqual({
    id: scalar('id', 'ID', true),
    plain: list('plain', 'String', false, true),
    of: list('of', 'Int', true, true),
    itself: list('itself', 'ID', false, false),
    both: list('both', 'AWSJSON', true, false),
    ...timestamps,
  });
});

test('a declared timestamp can be written, and is required as declared', () => {
  const { fields } = introspectModels({ Todo: a.model({ createdAt: a.datetime().required(), updatedAt: a.string() }) }).Todo!;
  expect(fields.createdAt).toStrictEqual(scalar('createdAt', 'AWSDateTime', true));
  expect(fields.updatedAt).toStrictEqual(scalar('updatedAt', 'String'));
});

describe('enums and custom types', () => {
  const { models, enums, nonModels } = introspect(a.schema({
    Status: a.enum(['OPEN', 'CLOSED']),
    Loc: a.customType({ lat: a.float().required(), inner: a.ref('Loc').required().array(), kind: a.enum(['HOME']) }),
    Todo: a.model({ status: a.ref('Status').required(), all: a.ref('Status').array(), loc: a.ref('Loc'), locs: a.ref('Loc').required().array().required(), inline: a.enum(['X']) }),
  }).authorization((allow) => allow.publicApiKey()));
  const field = (name: string, type: object, more: object = {}): object => ({ name, isArray: false, type, isRequired: false, attributes: [], ...more });

  test('are listed by name', () => {
    expect(enums).toStrictEqual({
      Status: { name: 'Status', values: ['OPEN', 'CLOSED'] }, LocKind: { name: 'LocKind', values: ['HOME'] }, TodoInline: { name: 'TodoInline', values: ['X'] },
    });
    expect(nonModels).toStrictEqual({
      Loc: {
        name: 'Loc',
        fields: {
          lat: scalar('lat', 'Float', true), inner: field('inner', { nonModel: 'Loc' }, { isArray: true, isRequired: true, isArrayNullable: true }), kind: field('kind', { enum: 'LocKind' }),
        },
      },
    });
  });

  test('are the types of fields', () => {
    expect(models.Todo!.fields).toStrictEqual({
      id: scalar('id', 'ID', true),
      status: field('status', { enum: 'Status' }, { isRequired: true }),
      all: field('all', { enum: 'Status' }, { isArray: true, isArrayNullable: true }),
      loc: field('loc', { nonModel: 'Loc' }),
      locs: field('locs', { nonModel: 'Loc' }, { isArray: true, isRequired: true, isArrayNullable: false }),
      inline: field('inline', { enum: 'TodoInline' }),
      ...timestamps,
    });
  });
});

test('custom operations, by kind; what there is none of is absent', () => {
  const introspection = introspect(a.schema({
    Todo: a.model({}),
    echo: a.query().arguments({ text: a.string().required() }).returns(a.ref('Todo').array()).handler(a.handler.function('serve')),
    hello: a.query().returns(a.string().required()).handler(a.handler.function('serve')),
  }).authorization((allow) => allow.publicApiKey()));
  expect(Object.keys(introspection)).toEqual(['version', 'models', 'enums', 'nonModels', 'queries']);
  expect(introspection.queries).toStrictEqual({
    echo: {
      name: 'echo', isArray: true, type: { model: 'Todo' }, isRequired: false, isArrayNullable: true,
      arguments: { text: { name: 'text', isArray: false, type: 'String', isRequired: true } },
    },
    hello: { name: 'hello', isArray: false, type: 'String', isRequired: true },
  });
});

test('declared indexes: name, query and fields, in the order of the fields; those of relationships are not listed', () => {
  const { Order, Customer } = introspectModels({
    Customer: a.model({ orders: a.hasMany('Order', 'customerId') }),
    Order: a.model({ customerId: a.id(), total: a.integer(), status: a.string() }).secondaryIndexes((index) => [
      index('status').sortKeys(['total', 'customerId']), index('total').name('byTotal').queryField('find'), index('status').queryField(null),
    ]),
  });
  expect(Order!.attributes).toStrictEqual([
    { type: 'model', properties: {} },
    { type: 'key', properties: { name: 'byTotal', queryField: 'find', fields: ['total'] } },
    { type: 'key', properties: { name: 'ordersByStatusAndTotalAndCustomerId', queryField: 'listOrderByStatusAndTotalAndCustomerId', fields: ['status', 'total', 'customerId'] } },
    { type: 'key', properties: { name: 'ordersByStatus', queryField: null, fields: ['status'] } },
    auth,
  ]);
  expect(Customer!.attributes).toStrictEqual([{ type: 'model', properties: {} }, auth]);
});

test.each([
  [['subscriptions', 'delete', 'list'], { queries: { list: null }, mutations: { delete: null }, subscriptions: null }],
  [['queries', 'onCreate'], { queries: null, subscriptions: { onCreate: null } }],
  [['get', 'list'], { queries: null }],
  [['update'], { mutations: { update: null }, subscriptions: { onUpdate: null } }],
  [['mutations'], { mutations: null, subscriptions: null }],
] as const)('without %j, the properties of the model are %j', (operations, properties) => {
  const { Todo } = introspectModels({ Todo: a.model({}).disableOperations(operations), Other: a.model({}) });
  expect(Todo!.attributes[0]).toStrictEqual({ type: 'model', properties });
});

test('the plural begins as the name does', () => {
  const { person, snake_case: snake, Sheep } = introspectModels({ person: a.model({}), snake_case: a.model({}), Sheep: a.model({}) });
  expect([person, snake, Sheep].map((model) => model!.pluralName)).toEqual(['people', 'snake_cases', 'Sheep']);
});

test('a default does not show', () => {
  const { fields } = introspectModels({ Todo: a.model({ text: a.string().required().default('x') }) }).Todo!;
  expect(fields.text).toStrictEqual(scalar('text', 'String', true));
});

test('the outputs: what Amplify.configure takes, as JSON', () => {
  const outputs = amplifyOutputs(resolveSchema(schemas.OneToMany), access);
  expect(outputs).toStrictEqual({
    version: '1.5',
    data: {
      url: 'https://example.com/graphql',
      aws_region: 'eu-west-1',
      api_key: 'da2-key',
      default_authorization_type: 'API_KEY',
      authorization_types: [],
      model_introspection: introspect(schemas.OneToMany),
    },
  });
  expect(JSON.parse(JSON.stringify(outputs))).toStrictEqual(outputs);
});
