import { Duration } from 'aws-cdk-lib';
import { type LocalApi, type LocalApiOptions } from '../../../lib/local';
import { apiKey, ask, bearing, closeAll, echo, iam, lambda, me, open, openIdConnect, refused, stackOf, userPool, whoami, type Mode } from './modes-api';

afterEach(closeAll);

/** Serves an API whose authorizer answers so; `events` has what it was asked. */
async function serve(answer: (event: { authorizationToken: string }) => unknown, modes: readonly Mode[] = [lambda()], ...stack: [schema?: string, resolvers?: Record<string, string>]) {
  const events: Record<string, unknown>[] = [];
  const options: LocalApiOptions = { functions: { authorize: (event) => { events.push(event); return answer(event); } } };
  return { api: await open(stackOf(modes, ...stack), options), events };
}

test('a Lambda authorizer is asked with the request, and says who it is', async () => {
  const { api, events } = await serve(() => ({ isAuthorized: true, resolverContext: { role: 'admin', count: 1 } }), undefined, 'type Query { me: AWSJSON echo(a: Int): AWSJSON }', { 'Query.me': whoami, 'Query.echo': echo });
  const query = 'query Me($a: Int) { me echo(a: $a) }';
  expect(await ask(api, query, { authorization: 'custom', 'x-trace': '1' }, { a: 1 })).toEqual({
    status: 200, data: { me: JSON.stringify({ identity: { resolverContext: { role: 'admin', count: 1 } }, authType: 'Lambda Authorization' }), echo: '{"a":1}' },
  });
  expect(events).toEqual([{
    authorizationToken: 'custom',
    requestContext: {
      apiId: expect.stringMatching(/^[a-z0-9]{26}$/), accountId: '123456789012', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      queryString: query, operationName: null, variables: { a: 1 },
    },
    requestHeaders: expect.objectContaining({ 'x-trace': '1', 'content-type': 'application/json' }),
  }]);
});

test('without a context the identity is empty', async () => {
  const { api } = await serve(() => ({ isAuthorized: true }));
  expect(await me(api, bearing('x'))).toEqual({ identity: {}, authType: 'Lambda Authorization' });
});

test('whom it does not let in is refused, and so is what has no token', async () => {
  const { api, events } = await serve(() => ({ isAuthorized: false, resolverContext: { a: 1 } }));
  expect(await ask(api, '{ me }', bearing('x'))).toEqual(refused('You are not authorized to make this call.'));
  expect(await ask(api, '{ me }', {})).toEqual(refused('Valid authorization header not provided.'));
  expect(events).toHaveLength(1);
});

test.each<[string, (() => unknown) | undefined, string | RegExp]>([
  ['fails', () => { throw new Error('no database'); }, `The Lambda authorizer 'authorize' failed: no database`],
  ['answers nothing', () => undefined, `The Lambda authorizer 'authorize' failed: it has to answer { isAuthorized: true } or { isAuthorized: false }, not null`],
  ['answers something else', () => ({ isAuthorized: 'yes' }), /it has to answer \{ isAuthorized: true \} or \{ isAuthorized: false \}, not {"isAuthorized":"yes"}$/],
  ['denies fields that are no list', () => ({ isAuthorized: true, deniedFields: 'Query.me' }), /^The Lambda authorizer 'authorize' failed: it has to answer/],
  ['is not given', undefined, /^The Lambda authorizer 'authorize' failed: there is no function for the Lambda function 'authorize' \(arn:.*\): give one to LocalApi with/],
])('an authorizer that %s', async (_, run, message) => {
  const api = await open(stackOf([lambda()]), run && { functions: { authorize: run } });
  expect(await ask(api, '{ me }', bearing('x'))).toEqual(refused(message, { status: 400, errorType: 'BadRequestException' }));
});

describe('its answers are kept', () => {
  const asked = async (api: LocalApi, ...tokens: string[]) => { for (const token of tokens) await ask(api, '{ me }', bearing(token)); };

  test('as long as the API says, by token', async () => {
    const { api, events } = await serve(() => ({ isAuthorized: true }), [lambda({ resultsCacheTtl: Duration.minutes(5) })]);
    await asked(api, 'a', 'b', 'a', 'b');
    expect(events.map(({ authorizationToken }) => authorizationToken)).toEqual(['a', 'b']);
  });

  test('as long as they say themselves, refusals as well', async () => {
    const { api, events } = await serve(({ authorizationToken }) => ({ isAuthorized: false, ttlOverride: authorizationToken === 'kept' ? 300 : 0 }), [lambda({ resultsCacheTtl: Duration.minutes(5) })]);
    await asked(api, 'kept', 'kept', 'not', 'not');
    expect(events.map(({ authorizationToken }) => authorizationToken)).toEqual(['kept', 'not', 'not']);
  });

  test('not at all where nothing is said', async () => {
    const { api, events } = await serve(() => ({ isAuthorized: true }), [lambda({ resultsCacheTtl: undefined })]);
    await asked(api, 'a', 'a');
    expect(events).toHaveLength(2);
  });
});

test('a token that does not match the expression is refused without asking', async () => {
  const { api, events } = await serve(() => ({ isAuthorized: true }), [lambda({ validationRegex: 'custom-[0-9]+' })]);
  for (const token of ['custom-', 'x-custom-1', 'custom-1-']) expect(await ask(api, '{ me }', bearing(token))).toEqual(refused('You are not authorized to make this call.'));
  expect(events).toEqual([]);
  expect(await me(api, bearing('custom-1'))).toMatchObject({ authType: 'Lambda Authorization' });
});

test('denied fields are null with an error, and their resolvers do not run', async () => {
  const schema = 'type Query { team: Team me: AWSJSON } type Team { id: ID name: String secret: String other: String }';
  let apiId = '';
  const arn = (api: string, field: string) => `arn:aws:appsync:us-east-1:123456789012:apis/${api}/types/Team/fields/${field}`;
  const { api, events } = await serve(
    () => ({ isAuthorized: true, deniedFields: ['Query.me', 'Team.name', arn(apiId, 'secret'), arn('another', 'other')] }), undefined,
    schema, { 'Query.team': `${echo.replace('ctx.args', '({ id: "1", name: "n", secret: "s", other: "o" })')}`, 'Query.me': whoami.replace('return', 'util.error("it runs"); return') },
  );
  await ask(api, '{ __typename }', bearing('x'));
  apiId = (events[0]!.requestContext as { apiId: string }).apiId;
  const denied = (path: string[], type: string, column: number) => ({
    path, data: null, errorType: 'Unauthorized', errorInfo: null, locations: [{ line: 1, column, sourceName: null }], message: `Not Authorized to access ${path.at(-1)} on type ${type}`,
  });
  expect(await ask(api, '{ me team { id name secret other __typename } }', bearing('x'))).toEqual({
    status: 200,
    data: { me: null, team: { id: '1', name: null, secret: null, other: 'o', __typename: 'Team' } },
    errors: [denied(['me'], 'Query', 3), denied(['team', 'name'], 'Team', 16), denied(['team', 'secret'], 'Team', 21)],
  });
});

test('among other modes it gets what is no token of theirs, and no signature', async () => {
  const modes = '@aws_lambda @aws_oidc @aws_cognito_user_pools @aws_iam @aws_api_key';
  const { api, events } = await serve(() => ({ isAuthorized: true }), [apiKey, iam, userPool(), openIdConnect(), lambda()], `type Query { me: AWSJSON ${modes} }`);
  const { accessToken } = await api.signIn({ username: 'alice', provider: 'openIdConnect' });
  expect(await me(api, bearing(accessToken))).toMatchObject({ authType: 'Open ID Connect Authorization' });
  expect(await me(api, { 'x-api-key': api.apiKey! })).toMatchObject({ authType: 'API Key Authorization' });
  expect(await ask(api, '{ me }', bearing(accessToken.replace(/.$/, '')))).toMatchObject({ status: 401 });
  expect(await ask(api, '{ me }', bearing('AWS4-HMAC-SHA256 x'))).toMatchObject({ status: 403 });
  expect(events).toEqual([]);
  for (const token of ['custom', `custom-${accessToken}`]) expect(await me(api, bearing(token))).toMatchObject({ authType: 'Lambda Authorization' });
  expect(events).toHaveLength(2);
});
