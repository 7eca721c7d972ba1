import { CfnOutput, Stack, Token } from 'aws-cdk-lib';
import { type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { type Construct } from 'constructs';
import { type ApiAccess } from '../outputs';
import { iamOptions, userPoolOf, type AuthorizationModes } from './authorization-modes';

/** Where clients find an API, and how they show there who they are. */
export function clientAccess(api: GraphqlApi, modes: AuthorizationModes): ApiAccess {
  const auth = authOf(modes);
  return { url: api.graphqlUrl, region: Stack.of(api).region, ...(api.apiKey !== undefined && { apiKey: api.apiKey }), ...(auth && { auth }) };
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
  add('UserPoolId', unknown(auth?.user_pool_id), 'Id of the user pool that the GraphQL API trusts');
  add('UserPoolClientId', unknown(auth?.user_pool_client_id), 'Id of the client that users sign in with');
  add('IdentityPoolId', unknown(auth?.identity_pool_id), 'Id of the identity pool');
}

function authOf(modes: AuthorizationModes): ApiAccess['auth'] {
  const userPool = userPoolOf(modes);
  const { userPoolClient } = modes;
  const { identityPoolId } = iamOptions(modes);
  if (!userPool || !userPoolClient) return undefined;
  return {
    aws_region: userPool.env.region,
    user_pool_id: userPool.userPoolId,
    user_pool_client_id: userPoolClient.userPoolClientId,
    ...(identityPoolId !== undefined && { identity_pool_id: identityPoolId }),
  };
}
