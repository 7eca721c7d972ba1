import { type LocalApi, type LocalCredentials } from '../../../lib/local';
import { apiKey, closeAll, iam, me, open, refused, stackOf, userPool } from './modes-api';
import { sign as signRequest, type SigningOptions } from './signer';

afterEach(closeAll);

const body = JSON.stringify({ query: '{ me }', variables: {} });

/** The headers of a signed request, but for the host, which is that of the URL. */
async function sign(api: LocalApi, options: Partial<SigningOptions> & Pick<SigningOptions, 'credentials'>): Promise<Record<string, string>> {
  return Object.fromEntries(Object.entries(await signRequest(api, { body, ...options })).filter(([name]) => name !== 'host'));
}

/** Sends a body with the headers of a signature. */
async function send({ url }: LocalApi, headers: Record<string, string>, sent = body) {
  const response = await fetch(url, { method: 'POST', headers, body: sent });
  return { status: response.status, ...await response.json() as object };
}

async function signedMe(api: LocalApi, credentials: LocalCredentials) {
  return me(api, await sign(api, { credentials }));
}

describe('who signs a request', () => {
  const account = '123456789012';
  const id = expect.stringMatching(/^us-east-1:[0-9a-f-]{36}$/);

  test('as a guest', async () => {
    const api = await open(stackOf([iam]));
    expect(await signedMe(api, api.credentials('guest'))).toEqual({
      authType: 'IAM Authorization',
      identity: {
        accountId: account, userArn: expect.stringMatching(/^arn:aws:sts::123456789012:assumed-role\/[\w-]+\/CognitoIdentityCredentials$/),
        username: expect.stringMatching(/^AROA[0-9A-F]{17}:CognitoIdentityCredentials$/), cognitoIdentityId: id, cognitoIdentityPoolId: id,
        cognitoIdentityAuthType: 'unauthenticated', cognitoIdentityAuthProvider: null, sourceIp: ['127.0.0.1'],
      },
    });
  });

  test('as one of several users who are signed in', async () => {
    const api = await open(stackOf([iam]));
    const identities = [];
    for (const identity of ['authenticated', { authenticated: 'alice' }, { authenticated: 'bob' }] as const) identities.push((await signedMe(api, api.credentials(identity))).identity!);
    for (const identity of identities) {
      expect(identity).toMatchObject({
        cognitoIdentityAuthType: 'authenticated', cognitoIdentityId: id, cognitoIdentityPoolId: identities[0]!.cognitoIdentityPoolId,
        cognitoIdentityAuthProvider: expect.stringMatching(/^"cognito-idp\.us-east-1\.amazonaws\.com\/us-east-1_\w+","cognito-idp\.us-east-1\.amazonaws\.com\/us-east-1_\w+:CognitoSignIn:[0-9a-f-]{36}"$/),
      });
    }
    expect(new Set(identities.map(({ cognitoIdentityId }) => cognitoIdentityId)).size).toBe(3);
    expect(api.credentials('authenticated')).toBe(api.credentials('authenticated'));
  });

  test('as a user of the API\'s user pool, the one that signIn signs in', async () => {
    const api = await open(stackOf([userPool(), iam], 'type Query { me: AWSJSON @aws_iam }'));
    const { sub } = await api.signIn({ username: 'alice' });
    const { cognitoIdentityAuthProvider } = (await signedMe(api, api.credentials({ authenticated: 'alice' }))).identity!;
    const [pool] = api.authorizationModes;
    expect(cognitoIdentityAuthProvider).toContain(`cognito-idp.us-east-1.amazonaws.com/${'userPoolId' in pool ? pool.userPoolId : ''}:CognitoSignIn:${sub}"`);
  });

  test('an API without IAM gives no credentials', async () => {
    const api = await open(stackOf([apiKey]));
    expect(() => api.credentials('guest')).toThrow(/^credentials: the GraphQL API 'Api\w*' has no authorization mode AWS_IAM: it has API_KEY$/);
  });
});

describe('a signature', () => {
  const mismatch = /^The request signature we calculated does not match the signature you provided\./;
  const invalid = (message: string | RegExp) => refused(message, { status: 403, errorType: 'InvalidSignatureException' });
  const unknown = refused('The security token included in the request is invalid.', { status: 403, errorType: 'UnrecognizedClientException' });
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

  test.each<[string, (credentials: LocalCredentials) => Partial<SigningOptions>, object]>([
    ['with another secret', (credentials) => ({ credentials: { ...credentials, secretAccessKey: 'x' } }), invalid(mismatch)],
    ['with another session token', (credentials) => ({ credentials: { ...credentials, sessionToken: 'x' } }), unknown],
    ['with an unknown key', (credentials) => ({ credentials: { ...credentials, accessKeyId: 'ASIAUNKNOWNUNKNOWN00' } }), unknown],
    ['of another body', () => ({ body: '{"query":"{ other }"}' }), invalid('The header x-amz-content-sha256 is not the hash of the body.')],
    ['of another path', () => ({ path: '/graphql/connect' }), invalid(mismatch)],
    ['of another host', () => ({ headers: { host: 'example.com' } }), invalid(mismatch)],
    ['for another service', () => ({ service: 'execute-api' }), invalid(/^Credential should be scoped to the service 'appsync' in the region 'us-east-1'/)],
    ['for another region', () => ({ region: 'eu-west-1' }), invalid(/^Credential should be scoped to .* and is to 'appsync' in 'eu-west-1'\.$/)],
    ['of some time ago', () => ({ date: minutesAgo(6) }), invalid(/^Signature expired: \d{8}T\d{6}Z is not within five minutes of now\.$/)],
    ['of a time to come', () => ({ date: minutesAgo(-6) }), invalid(/^Signature expired/)],
  ])('%s is refused', async (_, change, answer) => {
    const api = await open(stackOf([iam, apiKey]));
    const credentials = api.credentials('guest');
    expect(await send(api, await sign(api, { credentials, ...change(credentials) }))).toEqual(answer);
  });

  test('of a body without its hash in a header is one of the body all the same', async () => {
    const api = await open(stackOf([iam]));
    const headers = await sign(api, { credentials: api.credentials('guest'), hasChecksum: false });
    expect(headers).not.toHaveProperty('x-amz-content-sha256');
    expect(await send(api, headers)).toMatchObject({ status: 200 });
    expect(await send(api, headers, '{"query":"{ other }"}')).toEqual(invalid(mismatch));
  });

  test.each([
    ['nothing else', 'AWS4-HMAC-SHA256'],
    ['no signature', 'AWS4-HMAC-SHA256 Credential=ASIA/20300101/us-east-1/appsync/aws4_request, SignedHeaders=host'],
    ['another scope', 'AWS4-HMAC-SHA256 Credential=ASIA/us-east-1/appsync, SignedHeaders=host, Signature=x'],
  ])('with %s is incomplete', async (_, authorization) => {
    const api = await open(stackOf([iam, userPool()]));
    expect(await send(api, { authorization })).toEqual(
      refused(`Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' of AWS4-HMAC-SHA256.`, { status: 403, errorType: 'IncompleteSignatureException' }));
  });

  test('that leaves out the host or the date is refused', async () => {
    const api = await open(stackOf([iam]));
    const headers = await sign(api, { credentials: api.credentials('guest') });
    for (const name of ['host', 'x-amz-date']) {
      const authorization = headers.authorization!.replace(`${name};`, '');
      expect(authorization).not.toBe(headers.authorization);
      expect(await send(api, { ...headers, authorization })).toEqual(invalid(`The signature has to be of the headers ${name} too.`));
    }
  });

  test('is no token of a user pool, where there is no IAM', async () => {
    const [signing, api] = [await open(stackOf([iam])), await open(stackOf([userPool()]))];
    expect(await send(api, await sign(signing, { credentials: signing.credentials('guest') }))).toEqual(refused('Unable to parse JWT token.'));
  });
});
