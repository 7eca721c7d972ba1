import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload, type KeyLike } from 'jose';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type LocalApi } from '../../../lib/local';
import { apiKey, ask, bearing, closeAll, issuer, me, open, openIdConnect, refused, stackOf, userPool } from './modes-api';

afterEach(closeAll);

/** The claims of a token. */
const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as JWTPayload;
const sign = (claims: JWTPayload, key: KeyLike, alg = 'RS256', kid = 'k') => new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(key);

describe('a user pool', () => {
  test('lets in its users: who they are, by both of their tokens', async () => {
    const api = await open(stackOf([userPool()]));
    const user = await api.signIn({ username: 'alice', groups: ['admin', 'staff'], claims: { email: 'alice@example.com' } });
    const poolIssuer = expect.stringMatching(/^https:\/\/cognito-idp\.us-east-1\.amazonaws\.com\/us-east-1_[a-z0-9]{9}$/);
    const identity = {
      sub: user.sub, issuer: poolIssuer, username: 'alice', groups: ['admin', 'staff'], sourceIp: ['127.0.0.1'], defaultAuthStrategy: 'ALLOW',
    };
    const time = expect.any(Number);
    expect(user.sub).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    const common = { 'sub': user.sub, 'iss': poolIssuer, 'cognito:groups': ['admin', 'staff'], 'auth_time': time, 'iat': time, 'exp': time, 'jti': expect.any(String), 'email': 'alice@example.com' };
    const client = expect.stringMatching(/^[a-z0-9]{26}$/);
    expect(await me(api, bearing(user.accessToken))).toEqual({
      authType: 'User Pool Authorization',
      identity: { ...identity, claims: { ...common, token_use: 'access', client_id: client, username: 'alice', scope: 'aws.cognito.signin.user.admin' } },
    });
    expect(await me(api, bearing(`Bearer ${user.idToken}`))).toEqual({
      authType: 'User Pool Authorization',
      identity: { ...identity, claims: { ...common, 'token_use': 'id', 'aud': client, 'cognito:username': 'alice' } },
    });
    expect(api.apiKey).toBeUndefined();
  });

  test('a user is the same at each start, but a token of another start is refused', async () => {
    const stack = stackOf([userPool()]);
    const [first, second] = [await open(stack), await open(stack)];
    const [before, now] = [await first.signIn({ username: 'alice' }), await second.signIn({ username: 'alice' })];
    expect(before.sub).toBe(now.sub);
    expect((await second.signIn({ username: 'bob' })).sub).not.toBe(now.sub);
    expect((await me(second, bearing(now.accessToken))).identity).toMatchObject({ groups: null });
    expect(await ask(second, '{ me }', bearing(before.accessToken))).toEqual(refused(/^Valid authorization header not provided\./));
  });

  test.each<[string, unknown, unknown]>([
    ['a list', ['admin'], ['admin']],
    ['a text', 'admin', null],
    ['a list with something else in it', ['admin', 1], null],
    ['an object', { admin: true }, null],
  ])('groups that are %s', async (_, claim, groups) => {
    const api = await open(stackOf([userPool()]));
    const { accessToken } = await api.signIn({ username: 'mallory', claims: { 'cognito:groups': claim } });
    expect((await me(api, bearing(accessToken))).identity).toMatchObject({ groups, claims: { 'cognito:groups': claim } });
  });

  test.each<[string, (api: LocalApi) => Promise<string>, string | RegExp]>([
    ['that is over', async (api) => (await api.signIn({ username: 'alice', expiresIn: -1 })).accessToken, 'Token has expired.'],
    ['of another app client', async (api) => (await api.signIn({ username: 'alice', claims: { client_id: 'other' } })).accessToken, 'You are not authorized to make this call.'],
    ['whose client only begins as the right one', async (api) => {
      const { client_id: client } = claimsOf((await api.signIn({ username: 'alice' })).accessToken);
      return (await api.signIn({ username: 'alice', claims: { client_id: `${client}x` } })).accessToken;
    }, 'You are not authorized to make this call.'],
    ['of another use', async (api) => (await api.signIn({ username: 'alice', claims: { token_use: 'refresh' } })).accessToken, 'You are not authorized to make this call.'],
    ['without a subject', async (api) => (await api.signIn({ username: 'alice', claims: { sub: undefined } })).accessToken, 'You are not authorized to make this call.'],
    ['of another issuer', async (api) => (await api.signIn({ username: 'alice', claims: { iss: 'https://evil.example.com' } })).accessToken, 'Valid authorization header not provided.'],
    ['that is not signed', async (api) => new UnsecuredJWT(claimsOf((await api.signIn({ username: 'alice' })).accessToken)).encode(), /^Valid authorization header not provided\. /],
    ['that another key has signed', async (api) => sign(claimsOf((await api.signIn({ username: 'alice' })).accessToken), (await generateKeyPair('ES256')).privateKey, 'ES256'), /^Valid /],
    ['whose claims were changed', async (api) => {
      const [header, payload, signature] = (await api.signIn({ username: 'alice' })).accessToken.split('.');
      const changed = { ...JSON.parse(Buffer.from(payload!, 'base64url').toString()), 'cognito:groups': ['admin'] };
      return [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
    }, /^Valid /],
    ['without a signature', async (api) => `${(await api.signIn({ username: 'alice' })).accessToken.replace(/[^.]+$/, '')}`, /^Valid /],
    ['that is none', async () => 'nonsense', 'Unable to parse JWT token.'],
    ['that is none, in three parts', async () => 'a.b.c', 'Unable to parse JWT token.'],
  ])('refuses a token %s', async (_, makeToken, message) => {
    const api = await open(stackOf([userPool(), openIdConnect()]));
    expect(await ask(api, '{ me }', bearing(await makeToken(api)))).toEqual(refused(message));
  });

  test('refuses what has no token, or one before anybody has signed in', async () => {
    const api = await open(stackOf([userPool()]));
    expect(await ask(api, '{ me }', {})).toEqual(refused('Valid authorization header not provided.'));
    expect(await ask(api, '{ me }', { 'x-api-key': 'da2-key' })).toEqual(refused('Valid authorization header not provided.'));
    const { iss } = claimsOf((await (await open(stackOf([userPool()]))).signIn({ username: 'x' })).accessToken);
    expect(await ask(api, '{ me }', bearing(new UnsecuredJWT({ iss, sub: 'x' }).encode()))).toEqual(refused(/^Valid /));
  });
});

describe('an OpenID Connect provider', () => {
  test('lets in its users', async () => {
    const api = await open(stackOf([openIdConnect()]));
    const { accessToken, idToken, sub } = await api.signIn({ username: 'alice', claims: { roles: ['a'] } });
    const time = expect.any(Number);
    const identity = { sub, issuer, claims: { sub, iss: issuer, aud: 'local', auth_time: time, iat: time, exp: time, jti: expect.any(String), roles: ['a'] } };
    for (const token of [accessToken, idToken]) expect(await me(api, bearing(token))).toEqual({ authType: 'Open ID Connect Authorization', identity });
  });

  test.each<[string, Parameters<typeof openIdConnect>[0], Record<string, unknown>, string | undefined]>([
    ['the right client', { clientId: 'web|app' }, {}, undefined],
    ['one of several audiences', { clientId: 'web' }, { aud: ['other', 'web'] }, undefined],
    ['the right authorized party', { clientId: 'web' }, { aud: 'other', azp: 'web' }, undefined],
    ['another client', { clientId: 'web' }, { aud: 'website', azp: 'x' }, 'You are not authorized to make this call.'],
    ['a client that contains the right one', { clientId: 'a|b' }, { aud: 'xb' }, 'You are not authorized to make this call.'],
    ['a token that was issued lately', { tokenExpiryFromIssue: 60_000 }, {}, undefined],
    ['a token that was issued long ago', { tokenExpiryFromIssue: 60_000 }, { iat: Date.now() / 1000 - 61 }, 'Token has expired.'],
    ['a user who was authenticated long ago', { tokenExpiryFromAuth: 60_000 }, { auth_time: Date.now() / 1000 - 61 }, 'Token has expired.'],
    ['a token that does not tell when', { tokenExpiryFromAuth: 60_000 }, { auth_time: undefined }, 'Token has expired.'],
  ])('%s', async (_, config, claims, message) => {
    const api = await open(stackOf([openIdConnect(config)]));
    const { accessToken } = await api.signIn({ username: 'alice', claims });
    expect(await ask(api, '{ me }', bearing(accessToken))).toEqual(message ? refused(message) : { status: 200, data: { me: expect.any(String) } });
  });
});

describe('several providers', () => {
  test('each has its own users', async () => {
    const api = await open(stackOf([userPool(), userPool('Partners'), openIdConnect()], 'type Query { me: AWSJSON @aws_oidc @aws_cognito_user_pools }'));
    const user = await api.signIn({ username: 'alice' });
    const pool = (await me(api, bearing(user.accessToken))).identity!.issuer as string;
    const partnerPool = api.authorizationModes.flatMap((mode) => ('issuer' in mode ? [mode.issuer] : [])).find((candidate) => candidate !== pool && candidate !== issuer)!;
    for (const name of [partnerPool, partnerPool.split('/').at(-1)!]) {
      const partner = await api.signIn({ username: 'alice', issuer: name });
      expect(await me(api, bearing(partner.accessToken))).toMatchObject({ authType: 'User Pool Authorization', identity: { issuer: partnerPool } });
    }
    const other = await api.signIn({ username: 'alice', provider: 'openIdConnect' });
    expect(await me(api, bearing(other.accessToken))).toMatchObject({ authType: 'Open ID Connect Authorization', identity: { issuer } });
    await expect(api.signIn({ username: 'alice', provider: 'userPool', issuer })).rejects.toThrow(
      /^signIn: the GraphQL API 'Api\w*' has no authorization mode AMAZON_COGNITO_USER_POOLS of 'https:\/\/login.example.com\/': it has AMAZON_COGNITO_USER_POOLS, /);
  });

  test('an API without any', async () => {
    const api = await open(stackOf([apiKey]));
    await expect(api.signIn({ username: 'alice' })).rejects.toThrow(
      /^signIn: the GraphQL API 'Api\w*' has no authorization mode AMAZON_COGNITO_USER_POOLS or OPENID_CONNECT: it has API_KEY$/);
    expect(await me(api, { 'x-api-key': api.apiKey! })).toEqual({ identity: null, authType: 'API Key Authorization' });
    expect(await ask(api, '{ me }', bearing('token'))).toEqual(refused('Valid authorization header not provided.'));
  });

  test('a client that no pattern spells out has to be named', async () => {
    const api = await open(stackOf([openIdConnect({ clientId: 'web-.*' })]));
    await expect(api.signIn({ username: 'alice' })).rejects.toThrow(`the API lets in clients of '${issuer}' that match /web-.*/: name one with { claims: { aud: '...' } }`);
    const { accessToken } = await api.signIn({ username: 'alice', claims: { aud: 'web-1' } });
    expect((await me(api, bearing(accessToken))).identity).toMatchObject({ claims: { aud: 'web-1' } });
  });
});

describe('keys that are published', () => {
  let keys: Server;
  let url: string;
  let privateKey: KeyLike;
  let fetched = 0;

  beforeAll(async () => {
    const pair = await generateKeyPair('RS256');
    privateKey = pair.privateKey;
    const jwk = { ...await exportJWK(pair.publicKey), kid: 'k', alg: 'RS256', use: 'sig' };
    keys = createServer((_, response) => {
      fetched += 1;
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
    });
    await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/jwks.json`;
  });
  afterAll(() => new Promise((resolve) => keys.close(resolve)));

  const claims = (changes: JWTPayload = {}): JWTPayload => ({ sub: 'u', iss: issuer, aud: 'web', exp: Math.floor(Date.now() / 1000) + 60, ...changes });

  test('verify the tokens of an issuer, and no other ones', async () => {
    const api = await open(stackOf([openIdConnect({ clientId: 'web' })]), { jwks: { [issuer]: url } });
    expect(fetched).toBe(0);
    for (let i = 0; i < 2; i += 1) expect((await me(api, bearing(await sign(claims(), privateKey)))).identity).toMatchObject({ sub: 'u', issuer });
    expect(fetched).toBe(1);
    const refusals: [JWTPayload, string | RegExp][] = [
      [{ exp: 1 }, 'Token has expired.'], [{ exp: undefined }, /missing required "exp" claim/], [{ aud: 'other' }, 'You are not authorized to make this call.'],
      [{ iss: 'https://other' }, 'Valid authorization header not provided.'],
    ];
    for (const [changes, message] of refusals) expect(await ask(api, '{ me }', bearing(await sign(claims(changes), privateKey)))).toEqual(refused(message));
    const forged = await sign(claims(), (await generateKeyPair('RS256')).privateKey);
    const shared = await new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', kid: 'k' }).sign(Buffer.from('secret'.repeat(8)));
    for (const token of [forged, shared, new UnsecuredJWT(claims()).encode()]) {
      expect(await ask(api, '{ me }', bearing(token))).toEqual(refused(/^Valid authorization header not provided\. \(The token was refused: /));
    }
    await expect(api.signIn({ username: 'alice' })).rejects.toThrow(
      `signIn: tokens of '${issuer}' are verified by the keys at ${url}, as option 'jwks' says: get them from there, or leave the option out`);
  });

  test('of an issuer that the API does not have, or at no URL', async () => {
    const stack = stackOf([openIdConnect()]);
    await expect(open(stack, { jwks: { 'https://x': url } })).rejects.toThrow(/^option 'jwks': the GraphQL API 'Api\w*' takes no tokens of 'https:\/\/x': its issuers are 'https:\/\/login\.example\.com\/'$/);
    await expect(open(stack, { jwks: { [issuer]: 'jwks.json' } })).rejects.toThrow(`option 'jwks': 'jwks.json', of '${issuer}', is no URL`);
  });

  test('that nobody publishes', async () => {
    const api = await open(stackOf([openIdConnect()]), { jwks: { [issuer]: 'http://127.0.0.1:1/' } });
    expect(await ask(api, '{ me }', bearing(await sign(claims(), privateKey)))).toEqual(refused(/^Valid authorization header not provided\. \(The token was refused: /));
  });
});
