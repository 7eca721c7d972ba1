import { readApi } from '../../../lib/local/template';
import { type TemplateResource } from '../../../lib/local/template/template';
import { apiTemplate } from './api-template';
import { writeStack } from './write-assembly';

const modesOf = (api: Record<string, unknown>, resources: Record<string, TemplateResource> = {}) =>
  readApi(writeStack(apiTemplate('type Query { a: String }', resources, api), {}, 'aws://111122223333/eu-west-1'), 'Api').authorizationModes;
const pool: Record<string, TemplateResource> = {
  Users: { Type: 'AWS::Cognito::UserPool' },
  Client: { Type: 'AWS::Cognito::UserPoolClient', Properties: { UserPoolId: { Ref: 'Users' } } },
  Other: { Type: 'AWS::Cognito::UserPoolClient', Properties: { UserPoolId: 'eu-west-1_other' } },
};

test('all modes, the default one first', () => {
  const [userPoolId, clientId] = [expect.stringMatching(/^eu-west-1_[a-z0-9]{9}$/), expect.stringMatching(/^[a-z0-9]{26}$/)];
  expect(modesOf({
    AuthenticationType: 'AMAZON_COGNITO_USER_POOLS',
    UserPoolConfig: { UserPoolId: { Ref: 'Users' }, AwsRegion: { Ref: 'AWS::Region' }, AppIdClientRegex: { Ref: 'Client' }, DefaultAction: 'DENY' },
    AdditionalAuthenticationProviders: [
      { AuthenticationType: 'API_KEY' },
      { AuthenticationType: 'AWS_IAM' },
      { AuthenticationType: 'OPENID_CONNECT', OpenIDConnectConfig: { Issuer: 'https://a.example.com', ClientId: 'web', AuthTTL: 1000, IatTTL: '2000' } },
      { AuthenticationType: 'OPENID_CONNECT', OpenIDConnectConfig: { Issuer: 'https://b.example.com', AuthTTL: 0 } },
      {
        AuthenticationType: 'AWS_LAMBDA',
        LambdaAuthorizerConfig: { AuthorizerUri: { 'Fn::GetAtt': ['Authorizer', 'Arn'] }, AuthorizerResultTtlInSeconds: 60, IdentityValidationExpression: 'x.*' },
      },
      { AuthenticationType: 'AMAZON_COGNITO_USER_POOLS', UserPoolConfig: { UserPoolId: 'us-east-1_imported', AwsRegion: 'us-east-1', AppIdClientRegex: '' } },
    ],
  }, { ...pool, Authorizer: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'authorize' } } })).toEqual([
    {
      type: 'AMAZON_COGNITO_USER_POOLS', userPoolId, issuer: expect.stringMatching(/^https:\/\/cognito-idp\.eu-west-1\.amazonaws\.com\/eu-west-1_[a-z0-9]{9}$/),
      clientPattern: clientId, clientIds: [clientId], defaultAction: 'DENY',
    },
    { type: 'API_KEY' },
    { type: 'AWS_IAM' },
    { type: 'OPENID_CONNECT', issuer: 'https://a.example.com', clientPattern: 'web', authenticationMilliseconds: 1000, issuedMilliseconds: 2000 },
    { type: 'OPENID_CONNECT', issuer: 'https://b.example.com' },
    { type: 'AWS_LAMBDA', function: { arn: 'arn:aws:lambda:eu-west-1:111122223333:function:authorize', names: ['Authorizer', 'authorize'] }, cacheSeconds: 60, tokenPattern: 'x.*' },
    {
      type: 'AMAZON_COGNITO_USER_POOLS', userPoolId: 'us-east-1_imported', issuer: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_imported', clientIds: [], defaultAction: 'ALLOW',
    },
  ]);
});

test('a client whose pool only AWS knows is none of the API\'s', () => {
  const modes = modesOf({ AuthenticationType: 'AMAZON_COGNITO_USER_POOLS', UserPoolConfig: { UserPoolId: { Ref: 'Users' } } }, {
    ...pool, Client: { Type: 'AWS::Cognito::UserPoolClient', Properties: { UserPoolId: '{{resolve:ssm:/pool}}' } },
  });
  expect(modes).toMatchObject([{ clientIds: [] }]);
});

test.each<[string, Record<string, unknown>, string]>([
  ['an unknown mode', { AuthenticationType: 'PASSWORD' }, `there is no authorization mode 'PASSWORD': it is one of API_KEY, AWS_IAM, AMAZON_COGNITO_USER_POOLS, OPENID_CONNECT, AWS_LAMBDA`],
  ['no user pool', { AuthenticationType: 'AMAZON_COGNITO_USER_POOLS' }, `an authorization mode AMAZON_COGNITO_USER_POOLS has no 'UserPoolConfig.UserPoolId'`],
  ['no issuer', { AuthenticationType: 'OPENID_CONNECT', OpenIDConnectConfig: {} }, `an authorization mode OPENID_CONNECT has no 'OpenIDConnectConfig.Issuer'`],
  ['no authorizer', { AuthenticationType: 'AWS_LAMBDA' }, `an authorization mode AWS_LAMBDA has no 'LambdaAuthorizerConfig.AuthorizerUri'`],
  ['a pattern that is none', { AuthenticationType: 'OPENID_CONNECT', OpenIDConnectConfig: { Issuer: 'https://a', ClientId: '(' } }, `the ClientId of OpenID Connect provider 'https://a' is not a regular expression: `],
  ['a mode that is there twice', { AuthenticationType: 'API_KEY', AdditionalAuthenticationProviders: [{ AuthenticationType: 'API_KEY' }] }, `the authorization mode API_KEY is there twice: AppSync takes it once`],
  ['a pool that is there twice', {
    AuthenticationType: 'AMAZON_COGNITO_USER_POOLS', UserPoolConfig: { UserPoolId: 'a' }, AdditionalAuthenticationProviders: [{ AuthenticationType: 'AMAZON_COGNITO_USER_POOLS', UserPoolConfig: { UserPoolId: 'a' } }],
  }, `the authorization mode AMAZON_COGNITO_USER_POOLS of 'https://cognito-idp.eu-west-1.amazonaws.com/a' is there twice: AppSync takes it once`],
])('%s', (_, api, message) => {
  expect(() => modesOf(api)).toThrow(`resource 'Api' of stack 'Page': ${message}`);
});
