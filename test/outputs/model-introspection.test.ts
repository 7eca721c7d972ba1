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
