import { App, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { a, AppSyncData, type AuthorizationModes, type Schema } from 'cdk-appsync-data';

const posts = a.schema({ Post: a.model({ title: a.string() }) });
const byKey = posts.authorization((allow) => allow.publicApiKey());
const pool = (stack: Stack) => new UserPool(stack, 'Users');

/** The modes of an API, AppSync's names for them. */
function modesWith(given: (stack: Stack) => unknown, schema: Schema = byKey): readonly string[] {
  const stack = new Stack(new App(), 'Test');
  return new AppSyncData(stack, 'Data', { schema, authorizationModes: given(stack) as AuthorizationModes }).api.modes;
}

test.each<[string, (stack: Stack) => unknown, string[]]>([
  ['nothing', () => undefined, ['API_KEY']],
  ['no mode', () => ({}), ['API_KEY']],
  ['modes that are undefined', () => ({ userPool: undefined, iam: undefined }), ['API_KEY']],
  ['a mode that is off', () => ({ apiKey: true, iam: false }), ['API_KEY']],
  ['several', (stack) => ({ default: 'apiKey', iam: {}, userPool: pool(stack), apiKey: true }), ['API_KEY', 'AMAZON_COGNITO_USER_POOLS', 'AWS_IAM']],
])('%s', (_, given, modes) => {
  expect(modesWith(given)).toEqual(modes);
});

test('a user pool of elsewhere is known by its id', () => {
  const owners = posts.authorization((allow) => allow.owner());
  expect(modesWith((stack) => ({ userPool: UserPool.fromUserPoolId(stack, 'Users', 'eu-west-1_AbCdEfGhI') }), owners)).toEqual(['AMAZON_COGNITO_USER_POOLS']);
});

test.each<[string, (stack: Stack) => unknown, RegExp]>([
  ['null', () => null, /^'authorizationModes' is no object with modes: give one, such as \{ userPool \}/],
  ['a name', () => 'apiKey', /is no object with modes/],
  ['a list', () => ['apiKey'], /is no object with modes/],
  ['a mode that there is not', (stack) => ({ apiKey: true, userPools: pool(stack) }), /has 'userPools', and there is no such mode: it takes 'default', 'apiKey', 'userPool', /],
  ['a key that is off, alone', () => ({ apiKey: false }), /turns the API's key off, and has no other mode/],
  ['two modes and no default', (stack) => ({ apiKey: true, userPool: pool(stack) }), /has 'apiKey', 'userPool', and does not say which of them is the default: add default: 'apiKey'/],
  ['another default', () => ({ default: 'userPool', apiKey: true }), /has the default 'userPool', and does not have that mode, but 'apiKey'/],
  ['a default that is none', () => ({ default: null, apiKey: true }), /'default' of 'authorizationModes' is something else than that: give the name of a mode/],
  ['a key by its text', () => ({ apiKey: 'da2-secret' }), /'apiKey' of 'authorizationModes' is something else than that: give true or false/],
  ['a pool that is null', () => ({ default: 'apiKey', apiKey: true, userPool: null }), /'userPool' of 'authorizationModes' is something else than that: give a user pool of the CDK/],
  ['a pool by its id', () => ({ userPool: 'eu-west-1_AbCdEfGhI' }), /UserPool\.fromUserPoolId\(stack, 'Id', id\) for one that there is/],
  ['options without a pool', () => ({ userPool: { appIdClientRegex: 'web' } }), /'userPool' of 'authorizationModes' is something else than that/],
  ['a client without its pool', (stack) => ({ apiKey: true, userPoolClient: pool(stack).addClient('Web') }), /a 'userPoolClient' and no 'userPool'/],
  ['an issuer by its URL', () => ({ openIdConnect: 'https://id.example.com' }), /\{ oidcProvider: 'https:\/\/id\.example\.com' \}/],
  ['options without an issuer', () => ({ openIdConnect: {} }), /'openIdConnect' of 'authorizationModes' is something else than that/],
  ['a function by its name', () => ({ lambda: 'authorizer' }), /Function\.fromFunctionArn\(stack, 'Id', arn\)/],
  ['options without a function', () => ({ lambda: {} }), /'lambda' of 'authorizationModes' is something else than that/],
  ['IAM by a word', () => ({ iam: 'true' }), /'iam' of 'authorizationModes' is something else than that: give true or false, or an object with some of 'authenticatedRole', 'unauthenticatedRole', 'identityPoolId'/],
  ['an option that there is not', () => ({ iam: { guestRole: {} } }), /'iam' of 'authorizationModes' is something else than that/],
  ['a role by its ARN', () => ({ iam: { authenticatedRole: 'arn:aws:iam::111111111111:role/Users' } }), /'iam' of 'authorizationModes' is something else than that: .*roles of the CDK/],
])('%s is an error that says what to give', (_, given, message) => {
  expect(() => modesWith(given)).toThrow(message);
});
