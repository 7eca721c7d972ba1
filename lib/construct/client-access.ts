import { CfnOutput, Stack, Token } from 'aws-cdk-lib';
import { type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { type Construct } from 'constructs';
import { type ApiAccess, type AuthAccess } from '../outputs';
import { iamOptions, userPoolOf, type AuthorizationModes } from './authorization-modes';

/** Where clients find an API, and how they show there who they are. */
export function clientAccess(api: GraphqlApi, modes: AuthorizationModes): ApiAccess {
  const { region } = Stack.of(api);
  const auth = authOf(modes, region);
  return { url: api.graphqlUrl, region, ...(api.apiKey !== undefined && { apiKey: api.apiKey }), ...(auth && { auth }) };
}

/** What only a deployment knows of it, as outputs of the stack: `appsync-data outputs` looks the values up there. */
export function addOutputs(scope: Construct, { url, region, apiKey, auth }: ApiAccess): void {
  const add = (id: string, value: string | undefined, description: string): void => {
    if (value !== undefined) new CfnOutput(scope, id, { value, description });
  };
  const unknown = (value: string | undefined): string | undefined => (Token.isUnresolved(value) ? value : undefined);
  add('Url', url, 'URL of the GraphQL API');
  add('ApiKey', apiKey, 'Key of the GraphQL API');
  add('Region', region, 'Region of the GraphQL API');
  add('UserPoolId', unknown(auth?.userPoolId), 'Id of the user pool that the GraphQL API trusts');
  add('UserPoolClientId', unknown(auth?.userPoolClientId), 'Id of the client that users sign in with');
  add('IdentityPoolId', unknown(auth?.identityPoolId), 'Id of the identity pool');
}

/** Where users sign in, as far as it is known: a user pool without a client is none that an app can sign in to. */
function authOf(modes: AuthorizationModes, region: string): AuthAccess | undefined {
  const userPool = userPoolOf(modes);
  const { userPoolClient } = modes;
  const { identityPoolId } = iamOptions(modes);
  const client = userPool && userPoolClient && { userPoolId: userPool.userPoolId, userPoolClientId: userPoolClient.userPoolClientId };
  if (!client && identityPoolId === undefined) return undefined;
  return { region: userPool?.env.region ?? region, ...client, ...(identityPoolId !== undefined && { identityPoolId }) };
}
