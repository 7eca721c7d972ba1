import { a, type Schema } from 'cdk-appsync-data/schema';
import { modesOfConnection, modesOfOperation, ownerArguments, resolveSchema, type AuthorizationMode, type DataModel, type Model } from '../../lib/model';

const modes: readonly AuthorizationMode[] = ['userPool', 'apiKey', 'iam', 'lambda', 'openIdConnect'];
const everything = { declaredOperations: ['create', 'update', 'delete', 'read'], operations: ['create', 'update', 'delete', 'get', 'list', 'listen'] };

function resolved(schema: Schema): DataModel {
  return resolveSchema(schema, modes);
}

function modelOf(schema: Schema, name = 'Note'): Model {
  return resolved(schema).models.find((model) => model.name === name)!;
}

const note = a.model({ text: a.string() });

test('each rule has its mode', () => {
  const { authorization } = modelOf(a.schema({
    Note: note.authorization((allow) => [allow.publicApiKey(), allow.guest(), allow.authenticated(), allow.authenticated('identityPool'), allow.authenticated('oidc'), allow.owner('oidc'), allow.group('Admins'), allow.custom()]),
  }));
  expect(authorization.map(({ allow, provider, mode }) => `${allow} ${provider} ${mode}`)).toEqual([
    'public apiKey apiKey', 'public identityPool iam', 'private userPools userPool', 'private identityPool iam', 'private oidc openIdConnect', 'owner oidc openIdConnect', 'groups userPools userPool', 'custom function lambda',
  ]);
});

test('operations are resolved: reads in three, and nothing for what there is not', () => {
  const { authorization } = modelOf(a.schema({
    Note: note.authorization((allow) => [allow.authenticated(), allow.custom().to(['read', 'get', 'sync', 'update']), allow.publicApiKey().to(['search'])]),
  }));
  expect(authorization.map(({ declaredOperations, operations }) => ({ declaredOperations, operations }))).toEqual([
    everything,
    { declaredOperations: ['read', 'get', 'sync', 'update'], operations: ['get', 'list', 'listen', 'update'] },
    { declaredOperations: ['search'], operations: [] },
  ]);
});

test('rules name fields: declared ones as they are, others are added', () => {
  const model = modelOf(a.schema({
    Note: a.model({ by: a.email().required(), kind: a.enum(['A', 'B']), readers: a.string().required().array() }).authorization((allow) => [
      allow.owner().identityClaim('email'), allow.ownerDefinedIn('by'), allow.groupDefinedIn('kind').withClaimIn('teams'), allow.ownersDefinedIn('readers'), allow.groupsDefinedIn('teams'), allow.owner('oidc'),
    ]),
  }));
  const field = (name: string) => model.fields.find((one) => one.name === name);
  expect(model.authorization.map((rule) => rule.field)).toEqual(['owner', 'by', 'kind', 'readers', 'teams', 'owner'].map(field));
  expect(model.authorization.map(({ claim }) => claim)).toEqual(['email', undefined, 'teams', undefined, undefined, undefined]);
  expect(field('owner')).toEqual({ kind: 'value', name: 'owner', type: expect.objectContaining({ graphqlType: 'String' }) as unknown, required: false, declared: false, written: false });
  expect(field('teams')).toMatchObject({ list: { elementRequired: false }, declared: false });
  expect(model.members.map(({ name }) => name)).toEqual(['by', 'kind', 'readers', 'id', 'createdAt', 'updatedAt', 'owner', 'teams']);
});

test('fields and relationships have their own rules, and those name fields of the model, too', () => {
  const schema = a.schema({
    Note: a.model({
      text: a.string().authorization((allow) => [allow.ownerDefinedIn('writer').to(['read', 'create'])]), writer: a.string().authorization((allow) => allow.group('Admins')),
      kind: a.ref('Kind').authorization((allow) => allow.custom()), kinds: a.ref('Kind').array().authorization((allow) => allow.custom()), tags: a.string().array().authorization((allow) => allow.custom()),
      parentId: a.id(), parent: a.belongsTo('Note', 'parentId').authorization((allow) => allow.custom()), notes: a.hasMany('Note', 'parentId').authorization((allow) => allow.custom()),
      oneId: a.id(), joined: a.manyToMany('Note', { through: 'Join', from: 'one', to: 'two' }).authorization((allow) => allow.owner()),
    }),
    Kind: a.enum(['A']),
    Join: a.model({ oneId: a.id(), one: a.belongsTo('Note', 'oneId'), twoId: a.id(), two: a.belongsTo('Note', 'twoId') }),
  }).authorization((allow) => allow.authenticated());
  const { members, fields } = modelOf(schema);
  const ruled = members.filter(({ authorization }) => authorization).map(({ name, authorization }) => [name, authorization!.map(({ allow }) => allow).join()]);
  expect(Object.fromEntries(ruled)).toEqual({ text: 'owner', writer: 'groups', kind: 'custom', kinds: 'custom', tags: 'custom', parent: 'custom', notes: 'custom', joined: 'owner' });
  const [rule] = fields.find(({ name }) => name === 'text')!.authorization!;
  expect(rule).toMatchObject({ operations: ['get', 'list', 'listen', 'create'] });
  // The very field of the model, which has its own rules.
  expect(rule!.field).toBe(fields.find(({ name }) => name === 'writer'));
  expect(fields.at(-1)).toMatchObject({ name: 'owner', declared: false });
});

describe('rules of the schema', () => {
  const echo = a.query().returns(a.string()).handler(a.handler.function('echo'));
  const schema = a.schema({
    Note: note, Own: a.model({}).authorization((allow) => [allow.publicApiKey()]), echo, own: echo.authorization((allow) => [allow.custom()]),
  }).authorization((allow) => [allow.authenticated().to(['read']), allow.resource('report').to(['query', 'mutate']), allow.resource({ functionArn: 'arn' })]);

  test('are for models and operations without any of their own, and not merged', () => {
    const { models, customOperations } = resolved(schema);
    expect([...models, ...customOperations].map(({ name, authorization }) => [name, ...authorization.map(({ mode }) => mode)])).toEqual([['Note', 'userPool'], ['Own', 'apiKey'], ['echo', 'userPool'], ['own', 'lambda']]);
    expect(customOperations[0]!.authorization).toEqual([{ allow: 'private', mode: 'userPool', provider: 'userPools', declaredOperations: [], operations: [] }]);
  });

  test('those for functions are no rules of models, and say which operations', () => {
    expect(resolved(schema).resources).toEqual([{ function: 'report', roots: ['Query', 'Mutation'] }, { function: { functionArn: 'arn' }, roots: ['Query', 'Mutation', 'Subscription'] }]);
    expect(() => resolved(a.schema({ Note: note }).authorization((allow) => allow.resource('report')))).toThrow(/Note: no authorization rule says who may use it/);
  });

  test('those of combined schemas stay with their parts, and those for functions are all kept', () => {
    const combined = a.combine([
      a.schema({ Note: note }).authorization((allow) => [allow.publicApiKey(), allow.resource('one')]),
      a.combine([a.schema({ Other: a.model({}) }).authorization((allow) => [allow.custom(), allow.resource('two')])]),
      a.schema({ Last: a.model({}) }).authorization((allow) => allow.resource('three')),
    ]).authorization((allow) => [allow.authenticated(), allow.resource('four')]);
    const { models, resources } = resolved(combined);
    expect(models.map(({ name, authorization }) => [name, ...authorization.map(({ mode }) => mode)])).toEqual([['Note', 'apiKey'], ['Other', 'lambda'], ['Last', 'userPool']]);
    expect(resources.map((resource) => resource.function).sort()).toEqual(['four', 'one', 'three', 'two']);
  });
});

test('modes are those of the rules that allow an operation; IAM, whose policies let in, is one everywhere', () => {
  const dataModel = resolved(a.schema({
    Note: a.model({ boxId: a.id() }).authorization((allow) => [allow.publicApiKey().to(['create']), allow.authenticated().to(['listen'])]),
    Box: a.model({ notes: a.hasMany('Note', 'boxId') }).authorization((allow) => [allow.custom()]),
  }));
  const [model] = dataModel.models;
  expect((['create', 'onCreate', 'get'] as const).map((operation) => modesOfOperation(model!, operation, dataModel))).toEqual([['apiKey', 'iam'], ['userPool', 'iam'], ['iam']]);
  expect(modesOfConnection(model!, dataModel)).toEqual(['userPool', 'apiKey', 'iam', 'lambda']);
});

test('without modes an API has a key, and IAM may be the default without a rule', () => {
  expect(resolveSchema(a.schema({ Note: note }).authorization((allow) => allow.publicApiKey())).authorizationModes).toEqual(['apiKey']);
  expect(resolveSchema(a.schema({ Note: note }).authorization((allow) => allow.publicApiKey()), ['iam', 'apiKey']).authorizationModes).toEqual(['iam', 'apiKey']);
});

test('the owners that subscriptions take are those who may listen, one of each', () => {
  const model = modelOf(a.schema({ Note: note.authorization((allow) => [allow.owner(), allow.owner('oidc'), allow.ownerDefinedIn('by').to(['get']), allow.ownersDefinedIn('all'), allow.groupDefinedIn('team')]) }));
  expect(ownerArguments(model).map(({ name }) => name)).toEqual(['owner']);
});
