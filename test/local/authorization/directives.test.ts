import { UserPoolDefaultAction } from 'aws-cdk-lib/aws-appsync';
import { type LocalApi } from '../../../lib/local';
import { code } from '../template/api-template';
import { apiKey, ask, bearing, closeAll, iam, lambda, open, openIdConnect, stackOf, userPool, type Mode } from './modes-api';

afterEach(closeAll);

/** Answers with an object that has a value in each field, down to some depth, and notes in the response's headers that it ran. */
const team = code(`util.http.addResponseHeader('x-ran-' + ctx.info.fieldName, '1'); return { payload: {
  __typename: 'Team', id: 't', name: 'n', secret: 's', member: { id: 'm', email: 'e' }, members: [{ id: 'm', email: 'e' }, { id: 'm2', email: 'e2' }] } };`);

const refusal = (field: string, type: string, path: (string | number)[], position: { line: number; column: number }) => ({
  path, data: null, errorType: 'Unauthorized', errorInfo: null, locations: [{ ...position, sourceName: null }], message: `Not Authorized to access ${field} on type ${type}`,
});
const unlocated = (field: string, type: string) => expect.objectContaining({ errorType: 'Unauthorized', message: `Not Authorized to access ${field} on type ${type}` });

/** Serves an API, and gives a function that asks it with an API key, and one that asks as a user in some groups. */
async function serve(modes: readonly Mode[], schema: string, resolvers: Record<string, string> = { 'Query.team': team }) {
  const api = await open(stackOf(modes, schema, resolvers), modes.some((mode) => mode === authorizer) ? { functions: { authorize: () => ({ isAuthorized: true }) } } : {});
  return {
    api,
    asHolder: (query: string) => ask(api, query, { 'x-api-key': api.apiKey! }),
    asUser: async (query: string, ...groups: string[]) => ask(api, query, bearing((await api.signIn({ username: 'alice', ...(groups.length > 0 && { groups }), provider: 'userPool' })).accessToken)),
  };
}
const authorizer = lambda();

describe('with several modes', () => {
  test('what has no directive is open to the default mode only, and its resolver does not run for others', async () => {
    const { api, asHolder, asUser } = await serve([apiKey, userPool()], 'type Query { team: Team } type Team { id: ID name: String }');
    expect(await asHolder('{ team { id } }')).toEqual({ status: 200, data: { team: { id: 't' } } });
    expect(await asUser('{ team { id } }')).toEqual({ status: 200, data: { team: null }, errors: [refusal('team', 'Query', ['team'], { line: 1, column: 3 })] });
    const send = async (headers: Record<string, string>) => (await fetch(api.url, { method: 'POST', headers, body: '{"query":"{ team { id } }"}' })).headers.get('x-ran-team');
    expect(await send({ 'x-api-key': api.apiKey! })).toBe('1');
    expect(await send(bearing((await api.signIn({ username: 'alice' })).accessToken))).toBeNull();
  });

  test('the type that a field returns needs the directive too, or every field of it is refused', async () => {
    const { asHolder, asUser } = await serve([apiKey, userPool()], 'type Query { team: Team @aws_cognito_user_pools } type Team { id: ID name: String members: [Member] } type Member @aws_cognito_user_pools { id: ID }');
    expect(await asUser('{ team { id __typename } }')).toEqual({ status: 200, data: { team: { id: null, __typename: 'Team' } }, errors: [refusal('id', 'Team', ['team', 'id'], { line: 1, column: 10 })] });
    expect(await asHolder('{ team { id } }')).toMatchObject({ data: { team: null }, errors: [unlocated('team', 'Query')] });
  });

  test('directives are or-ed, and those of a field take the place of its type\'s', async () => {
    const { asHolder, asUser } = await serve([apiKey, userPool(), iam], `
      type Query { team: Team @aws_api_key @aws_cognito_user_pools }
      type Team @aws_api_key @aws_cognito_user_pools { id: ID name: String @aws_api_key secret: String @aws_iam member: Member @aws_cognito_user_pools }
      type Member @aws_cognito_user_pools { id: ID email: String @aws_api_key @aws_iam }`);
    const query = '{ team { id name secret member { id email } } }';
    expect(await asHolder(query)).toMatchObject({ data: { team: { id: 't', name: 'n', secret: null, member: null } }, errors: [unlocated('secret', 'Team'), unlocated('member', 'Team')] });
    expect(await asUser(query)).toMatchObject({
      data: { team: { id: 't', name: null, secret: null, member: { id: 'm', email: null } } }, errors: [unlocated('name', 'Team'), unlocated('secret', 'Team'), unlocated('email', 'Member')],
    });
  });

  test('null goes up as far as it has to, and each element of a list is refused by itself', async () => {
    const { asUser } = await serve([apiKey, userPool()], `
      type Query { team: Team @aws_cognito_user_pools }
      type Team @aws_cognito_user_pools { id: ID members: [Member] member: Member! @aws_api_key }
      type Member @aws_cognito_user_pools { id: ID email: String! @aws_api_key }`);
    expect(await asUser('{ team { id members { email } } }')).toEqual({
      status: 200, data: { team: { id: 't', members: [null, null] } },
      errors: [0, 1].map((index) => refusal('email', 'Member', ['team', 'members', index, 'email'], { line: 1, column: 23 })),
    });
    expect(await asUser('{ team { id member { id } } }')).toMatchObject({ data: { team: null }, errors: [unlocated('member', 'Team')] });
  });

  test('groups: members of one of them', async () => {
    const { asHolder, asUser, api } = await serve([apiKey, userPool()], `
      type Query { team: Team @aws_api_key @aws_cognito_user_pools(cognito_groups: ["admin", "staff"]) }
      type Team @aws_api_key @aws_cognito_user_pools { id: ID name: String @aws_cognito_user_pools(cognito_groups: ["admin"]) }`);
    const query = '{ team { id name } }';
    expect(await asUser(query, 'admin')).toEqual({ status: 200, data: { team: { id: 't', name: 'n' } } });
    expect(await asUser(query, 'guests', 'staff')).toMatchObject({ data: { team: { id: 't', name: null } }, errors: [unlocated('name', 'Team')] });
    expect(await asHolder(query)).toMatchObject({ data: { team: { id: 't', name: null } } });
    for (const groups of [[], ['guests'], ['administrators']]) expect(await asUser(query, ...groups)).toMatchObject({ data: { team: null }, errors: [unlocated('team', 'Query')] });
    for (const claim of ['admin', { admin: 1 }, [['admin']]]) {
      const { accessToken } = await api.signIn({ username: 'mallory', claims: { 'cognito:groups': claim } });
      expect(await ask(api, query, bearing(accessToken))).toMatchObject({ data: { team: null } });
    }
  });

  test('@aws_auth means nothing', async () => {
    const { asUser } = await serve([userPool(), apiKey], 'type Query { team: Team @aws_auth(cognito_groups: ["admin"]) } type Team { id: ID }');
    expect(await asUser('{ team { id } }')).toEqual({ status: 200, data: { team: { id: 't' } } });
  });

  test('introspection and the names of types are open to all', async () => {
    const { asUser } = await serve([apiKey, userPool()], 'type Query { team: Team } type Team { id: ID }');
    expect(await asUser('{ __typename __schema { queryType { name } } __type(name: "Team") { fields { name } } }')).toEqual({
      status: 200, data: { __typename: 'Query', __schema: { queryType: { name: 'Query' } }, __type: { fields: [{ name: 'id' }] } },
    });
  });

  test('of an interface or union, the type that a value has decides', async () => {
    const { asHolder, asUser } = await serve([apiKey, userPool()], `
      interface Named { name: String }
      type Team implements Named @aws_api_key { id: ID name: String }
      type Person { id: ID }
      union Any = Team | Person
      type Query @aws_api_key @aws_cognito_user_pools { team: Named any: Any }`, { 'Query.team': team, 'Query.any': team });
    const query = '{ team { name } any { ... on Team { id } } }';
    expect(await asHolder(query)).toEqual({ status: 200, data: { team: { name: 'n' }, any: { id: 't' } } });
    expect(await asUser(query)).toMatchObject({ data: { team: { name: null }, any: { id: null } }, errors: [unlocated('name', 'Team'), unlocated('id', 'Team')] });
  });

  test('mutations are refused one by one', async () => {
    const { asUser } = await serve([apiKey, userPool()], 'type Query { a: ID } type Mutation { open: ID @aws_cognito_user_pools closed: ID }', {
      'Mutation.open': code('return { payload: "1" };'), 'Mutation.closed': code('return { payload: "2" };'),
    });
    expect(await asUser('mutation { closed open }')).toMatchObject({ data: { closed: null, open: '1' }, errors: [unlocated('closed', 'Mutation')] });
  });

  test('each mode has its directive', async () => {
    const modes = [apiKey, iam, userPool(), openIdConnect(), authorizer];
    const { api } = await serve(modes, 'type Query { key: ID @aws_api_key iam: ID @aws_iam pool: ID @aws_cognito_user_pools oidc: ID @aws_oidc lambda: ID @aws_lambda none: ID }',
      Object.fromEntries(['key', 'iam', 'pool', 'oidc', 'lambda', 'none'].map((field) => [`Query.${field}`, code(`return { payload: "${field}" };`)])));
    const open = async (headers: Record<string, string>) => Object.values((await ask(api, '{ key iam pool oidc lambda none }', headers)).data!).filter((value) => value !== null);
    const tokenOf = async (provider: 'userPool' | 'openIdConnect') => bearing((await api.signIn({ username: 'alice', provider })).accessToken);
    expect(await open({ 'x-api-key': api.apiKey! })).toEqual(['key', 'none']);
    expect(await open(await tokenOf('userPool'))).toEqual(['pool']);
    expect(await open(await tokenOf('openIdConnect'))).toEqual(['oidc']);
    expect(await open(bearing('custom'))).toEqual(['lambda']);
  });
});

describe('with one mode', () => {
  const everyDirective = 'type Query { team: Team @aws_iam } type Team @aws_oidc { id: ID @aws_lambda }';

  test.each<[string, Mode, (api: LocalApi) => Promise<Record<string, string>>]>([
    ['API keys', apiKey, async (api) => ({ 'x-api-key': api.apiKey! })],
    ['a user pool', userPool(), async (api) => bearing((await api.signIn({ username: 'alice' })).accessToken)],
    ['an OpenID Connect provider', openIdConnect(), async (api) => bearing((await api.signIn({ username: 'alice' })).accessToken)],
    ['a Lambda authorizer', authorizer, async () => bearing('x')],
  ])('%s: directives without groups refuse nothing', async (_, mode, headers) => {
    const { api } = await serve([mode], everyDirective);
    expect(await ask(api, '{ team { id } }', await headers(api))).toEqual({ status: 200, data: { team: { id: 't' } } });
  });

  test('the groups of @aws_auth count for queries, mutations and subscriptions, and not below', async () => {
    const { asUser } = await serve([userPool()], 'type Query { team: Team @aws_auth(cognito_groups: ["admin"]) open: Team } type Team { id: ID @aws_auth(cognito_groups: ["admin"]) }', { 'Query.team': team, 'Query.open': team });
    expect(await asUser('{ team { id } open { id } }')).toMatchObject({ data: { team: null, open: { id: 't' } }, errors: [unlocated('team', 'Query')] });
    expect(await asUser('{ team { id } }', 'admin')).toEqual({ status: 200, data: { team: { id: 't' } } });
  });

  test('the groups of @aws_cognito_user_pools count everywhere', async () => {
    const { asUser } = await serve([userPool()], `
      type Query { team: Team @aws_cognito_user_pools(cognito_groups: ["admin", "staff"]) }
      type Team @aws_cognito_user_pools(cognito_groups: ["admin"]) { id: ID name: String @aws_cognito_user_pools }`);
    expect(await asUser('{ team { id } }')).toMatchObject({ data: { team: null } });
    expect(await asUser('{ team { id name } }', 'staff')).toMatchObject({ data: { team: { id: null, name: 'n' } }, errors: [unlocated('id', 'Team')] });
    expect(await asUser('{ team { id name } }', 'admin')).toMatchObject({ data: { team: { id: 't', name: 'n' } } });
  });

  test('where the pool denies by default, what has no directive is refused', async () => {
    const { asUser } = await serve([userPool('Users', { defaultAction: UserPoolDefaultAction.DENY })], `
      type Query { team: Team open: Team @aws_cognito_user_pools admin: Team @aws_auth(cognito_groups: ["admin"]) } type Team { id: ID }`,
    { 'Query.team': team, 'Query.open': team, 'Query.admin': team });
    expect(await asUser('{ team { id } open { id } admin { id } }')).toMatchObject({ data: { team: null, open: { id: 't' }, admin: null }, errors: [unlocated('team', 'Query'), unlocated('admin', 'Query')] });
    expect(await asUser('{ admin { id } }', 'admin')).toMatchObject({ data: { admin: { id: 't' } } });
  });
});
