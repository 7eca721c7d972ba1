import { a, definition, type AllowOnOperation, type AllowOnSchema, type Rule } from 'cdk-appsync-data/schema';
import { modified, plain } from '../support/builders';

/** Rules as plain data. */
function rules(callback: (allow: AllowOnSchema) => Rule | readonly Rule[]): unknown {
  return (plain(a.schema({}).authorization(callback)) as { authorization: unknown }).authorization;
}

function ruleOf<Given extends Rule>(callback: (allow: AllowOnSchema) => Given): Given {
  return a.schema({}).authorization(callback)[definition].authorization![0] as Given;
}

test('each rule is plain data, with the providers that Amplify has by default', () => {
  expect(rules((allow) => [
    allow.publicApiKey(), allow.guest(), allow.authenticated(), allow.owner(), allow.ownerDefinedIn('by'), allow.ownersDefinedIn('editors'),
    allow.group('Admins'), allow.groups(['Admins', 'Editors']), allow.groupDefinedIn('team'), allow.groupsDefinedIn('teams'), allow.custom(), allow.resource('report'),
  ])).toEqual([
    { allow: 'public', provider: 'apiKey' }, { allow: 'public', provider: 'identityPool' }, { allow: 'private', provider: 'userPools' },
    { allow: 'owner', provider: 'userPools', field: 'owner' }, { allow: 'owner', provider: 'userPools', field: 'by' }, { allow: 'owner', provider: 'userPools', field: 'editors', isList: true },
    { allow: 'groups', provider: 'userPools', groups: ['Admins'] }, { allow: 'groups', provider: 'userPools', groups: ['Admins', 'Editors'] },
    { allow: 'groups', provider: 'userPools', field: 'team' }, { allow: 'groups', provider: 'userPools', field: 'teams', isList: true },
    { allow: 'custom', provider: 'function' }, { allow: 'resource', provider: 'iam', function: 'report' },
  ].map((rule) => ({ kind: 'rule', ...rule })));
});

test('and with others', () => {
  expect(rules((allow) => [
    allow.authenticated('identityPool'), allow.owner('oidc'), allow.ownerDefinedIn('by', 'oidc'), allow.ownersDefinedIn('editors', 'oidc'), allow.group('Admins', 'oidc'), allow.groups(['Admins'], 'oidc'),
    allow.groupDefinedIn('team', 'oidc'), allow.groupsDefinedIn('teams', 'oidc'), allow.custom('function'),
  ])).toEqual(['identityPool', ...Array.from({ length: 7 }, () => 'oidc'), 'function'].map((provider) => expect.objectContaining({ provider }) as unknown));
});

test('one rule is a list of one', () => {
  expect(rules((allow) => allow.publicApiKey())).toEqual([{ kind: 'rule', allow: 'public', provider: 'apiKey' }]);
});

test('modifiers give new rules, and the last call decides', () => {
  const owner = ruleOf((allow) => allow.owner());
  expect(modified(owner, (rule) => rule.to(['read']).identityClaim('email').to(['create']).identityClaim('sub'))).toEqual({ kind: 'rule', allow: 'owner', provider: 'userPools', field: 'owner', operations: ['create'], claim: 'sub' });
  expect(modified(ruleOf((allow) => allow.group('Admins')), (rule) => rule.withClaimIn('teams').to(['get']))).toEqual({ kind: 'rule', allow: 'groups', provider: 'userPools', groups: ['Admins'], operations: ['get'], claim: 'teams' });
  expect(modified(ruleOf((allow) => allow.resource({ functionArn: 'arn' })), (rule) => rule.to(['query']))).toEqual({ kind: 'rule', allow: 'resource', provider: 'iam', function: { functionArn: 'arn' }, operations: ['query'] });
});

test('lists that were given may change afterwards', () => {
  const [groups, operations] = [['Admins'], ['read' as const]];
  const rule = ruleOf((allow) => allow.groups(groups).to(operations));
  groups.push('Others');
  operations.pop();
  expect(plain(rule)).toMatchObject({ groups: ['Admins'], operations: ['read'] });
});

test('completion shows the modifiers of each only', () => {
  const shown = (callback: (allow: AllowOnSchema) => Rule) => Object.keys(ruleOf(callback));
  expect(shown((allow) => allow.publicApiKey())).toEqual(['to']);
  expect(shown((allow) => allow.ownersDefinedIn('editors'))).toEqual(['to', 'identityClaim']);
  expect(shown((allow) => allow.groupsDefinedIn('teams'))).toEqual(['to', 'withClaimIn']);
  expect(shown((allow) => allow.resource('report'))).toEqual(['to']);
});

test.each<[string, { authorization(callback: (allow: AllowOnOperation) => Rule<undefined, false>): object }]>([
  ['a model', a.model({})], ['a schema', a.schema({})], ['a field', a.string()], ['a list', a.string().array()], ['a reference', a.ref('Kind')], ['a list of references', a.ref('Kind').array()],
  ['a hasMany', a.hasMany('Note', 'noteId')], ['a hasOne', a.hasOne('Note', 'noteId')], ['a belongsTo', a.belongsTo('Note', 'noteId')], ['many to many', a.manyToMany('Note', { through: 'Join' })],
  ['a query', a.query()], ['a mutation', a.mutation()], ['a subscription', a.subscription()],
])('%s takes rules, and the last call decides', (_, builder) => {
  const twice = modified(builder, (original) => (original.authorization((allow) => allow.custom()) as typeof builder).authorization((allow) => allow.publicApiKey()));
  expect(twice).toEqual({ ...plain(builder) as object, authorization: [{ kind: 'rule', allow: 'public', provider: 'apiKey' }] });
});

test('rules stay where other modifiers follow', () => {
  const rule = { authorization: [{ kind: 'rule', allow: 'custom', provider: 'function' }] };
  expect(plain(a.string().authorization((allow) => allow.custom()).required().array().required())).toMatchObject(rule);
  expect(plain(a.ref('Kind').authorization((allow) => allow.custom()).array())).toMatchObject(rule);
  expect(plain(a.hasMany('Note', 'noteId').authorization((allow) => allow.custom()).limit(5))).toMatchObject({ ...rule, limit: 5 });
  expect(plain(a.model({}).authorization((allow) => allow.custom()).limit(5))).toMatchObject({ ...rule, limit: 5 });
});
