import { type App } from 'aws-cdk-lib';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiKey, iam, issuer, lambda, openIdConnect, stackOf, userPool, whoami, type Mode } from '../authorization/modes-api';
import { main, run, serve, stop } from './command';

afterEach(stop);

/** The assembly of an API that tells who asks. */
function assemblyOf(modes: readonly Mode[], schema?: string): string {
  const { node } = stackOf(modes, schema, { 'Query.me': whoami });
  return (node.root as App).synth().directory;
}

/** What the command that is printed answers. */
async function tried(output: string): Promise<{ data: { me: string }; errors?: unknown }> {
  const [curl] = /^ {2}curl .*$/m.exec(output)!;
  return JSON.parse((await run('sh', ['-c', curl])).stdout);
}
const who = async (output: string) => JSON.parse((await tried(output)).data.me) as { authType: string; identity: Record<string, unknown> };

test('a user pool: a token of a user is printed', async () => {
  const { output } = await serve(assemblyOf([userPool()]), '--port=0');
  expect(output).toMatch(/\nToken: {5}[\w-]+\.[\w-]+\.[\w-]+ \(user: user pool us-east-1_\w{9}\)\n/);
  expect(output).not.toContain('API key');
  expect(await who(output)).toMatchObject({ authType: 'User Pool Authorization', identity: { username: 'user', groups: null } });
});

test('--user names another user, and groups', async () => {
  const { output } = await serve(assemblyOf([apiKey, userPool()], 'type Query { me: AWSJSON @aws_cognito_user_pools(cognito_groups: ["staff"]) }'), '--port=0', '--user', 'alice:admin,staff');
  expect(output).toMatch(/\nAPI key: {3}da2-\w+\nToken: {5}\S+ \(alice, in admin and staff: user pool us-east-1_\w{9}\)\n/);
  // The sample is asked by what is let in.
  expect(await who(output)).toMatchObject({ identity: { username: 'alice', groups: ['admin', 'staff'] } });
});

test('IAM: the sample is signed', async () => {
  const { output } = await serve(assemblyOf([iam]), '--port=0');
  expect(output).toMatch(/\nIAM: {7}ASIA\w{16} \S+ \S+ \(key, secret and session token of a guest\)\n/);
  expect(await who(output)).toMatchObject({ authType: 'IAM Authorization', identity: { cognitoIdentityAuthType: 'unauthenticated' } });
});

test('OpenID Connect and a Lambda authorizer', async () => {
  const functions = join(mkdtempSync(join(tmpdir(), 'functions-')), 'functions.cjs');
  writeFileSync(functions, 'exports.authorize = ({ authorizationToken }) => ({ isAuthorized: authorizationToken === "TOKEN" });');
  const { output } = await serve(assemblyOf([lambda(), openIdConnect()]), '--port=0', '--functions', functions);
  expect(output).toMatch(/\nLambda: {4}'authorize' decides by what is sent as 'authorization'\nToken: {5}\S+ \(user: https:\/\/login\.example\.com\/\)\n/);
  expect(await who(output)).toMatchObject({ authType: 'Lambda Authorization' });
});

test('--jwks: no token is made', async () => {
  for (const keys of ['http://127.0.0.1:1/jwks.json', `${issuer}=http://127.0.0.1:1/jwks.json`]) {
    const { output } = await serve(assemblyOf([openIdConnect()]), '--port=0', '--jwks', keys);
    expect(output).toContain(`\nToken:     of ${issuer}, verified by its keys\n`);
    stop();
  }
});

test('where no token can be made, it says why, and the sample is asked by another mode', async () => {
  const { output } = await serve(assemblyOf([openIdConnect({ clientId: '^web-.*$' }), apiKey], 'type Query { me: AWSJSON @aws_oidc @aws_api_key }'), '--port=0');
  expect(output).toMatch(/\nToken: {5}none, as the API lets in clients of 'https:\/\/login\.example\.com\/' that match .*\nAPI key: {3}da2-\w+\n/);
  expect(await who(output)).toMatchObject({ authType: 'API Key Authorization' });
});

test('where no mode has anything, the sample shows where a token goes', async () => {
  const { output } = await serve(assemblyOf([openIdConnect({ clientId: '^web-.*$' })]), '--port=0');
  expect(output).toMatch(/\n {2}curl \S+ -H 'authorization: TOKEN' /);
});

test.each<[string, string[], RegExp]>([
  ['no user', ['--user', ':admin'], /^appsync-data: ':admin' is no user: a name, and groups after a colon, such as alice or alice:admin,staff\n/],
  ['a group without a name', ['--user', 'alice:admin,,staff'], /^appsync-data: 'alice:admin,,staff' is no user/],
  ['no groups', ['--user', 'alice:'], /^appsync-data: 'alice:' is no user/],
  ['keys of nobody', ['--jwks', 'https://other.example.com/=https://x.example.com/'], /^appsync-data: option 'jwks': the GraphQL API 'Api\w*' takes no tokens of 'https:\/\/other.example.com\/'/],
  ['keys of one of several', ['--jwks', 'https://x.example.com/'], /^appsync-data: option 'jwks': .* has several issuers, so that 'https:\/\/x.example.com\/' can't be that of the only one: name it, as one of 'https:/],
])('%s', async (_, args, message) => {
  const { code, stdout, stderr } = await main('local', assemblyOf([userPool(), openIdConnect()]), '--port=0', ...args);
  expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(message) });
});
