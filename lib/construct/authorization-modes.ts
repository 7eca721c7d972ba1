import { AuthorizationType, type AuthorizationConfig, type AuthorizationMode as ApiAuthorizationMode, type IGraphqlApi, type LambdaAuthorizerConfig, type OpenIdConnectConfig, type UserPoolConfig } from 'aws-cdk-lib/aws-appsync';
import { type IUserPool, type IUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { type IRole } from 'aws-cdk-lib/aws-iam';
import { type IFunction } from 'aws-cdk-lib/aws-lambda';
import { type AuthorizationMode } from '../model';
import { checkAuthorizationModes } from './authorization-mode-checks';
import { quoted } from './quoted';

/** How IAM is used beside the policies of roles. */
export interface IamModeOptions {
  /**
   * The role of an identity pool's users who have signed in. It gets the right to use what `allow.authenticated('identityPool')` says, and
   * no more.
   *
   * @default - the right is given where the role is made
   */
  readonly authenticatedRole?: IRole;

  /**
   * The role of an identity pool's guests. It gets the right to use what `allow.guest()` says, and no more.
   *
   * @default - the right is given where the role is made
   */
  readonly unauthenticatedRole?: IRole;

  /**
   * The id of the identity pool, for the outputs.
   *
   * @default - the outputs have none
   */
  readonly identityPoolId?: string;
}

/** How clients of an API show who they are. Each rule of the schema needs its mode. */
export interface AuthorizationModes {
  /**
   * The mode of requests that show nothing else, which clients use unless they are told otherwise.
   *
   * @default - the only mode there is
   */
  readonly default?: AuthorizationMode;

  /**
   * A key of the API, for `allow.publicApiKey()`.
   *
   * @default - true where no mode is given at all
   */
  readonly apiKey?: boolean;

  /**
   * A user pool of Amazon Cognito, for rules about users, owners and groups. AppSync's options for it can be given along.
   *
   * @default - none
   */
  readonly userPool?: IUserPool | UserPoolConfig;

  /**
   * The user pool's client that an app signs users in with, for the outputs.
   *
   * @default - the outputs have no `auth`: an app says itself how its users sign in
   */
  readonly userPoolClient?: IUserPoolClient;

  /**
   * An issuer of OpenID Connect, for rules with the provider `oidc`.
   *
   * @default - none
   */
  readonly openIdConnect?: OpenIdConnectConfig;

  /**
   * A Lambda function that says who is let in, for `allow.custom()`. AppSync's options for it can be given along.
   *
   * @default - none
   */
  readonly lambda?: IFunction | LambdaAuthorizerConfig;

  /**
   * Credentials of AWS, for `allow.guest()`, `allow.authenticated('identityPool')`, `allow.resource()`, and for principals that `grants`
   * lets in.
   *
   * @default - none
   */
  readonly iam?: boolean | IamModeOptions;
}

/** AppSync's names for the modes; that is also the order in which those stand that are no default. */
const types: Readonly<Record<AuthorizationMode, AuthorizationType>> = {
  apiKey: AuthorizationType.API_KEY,
  userPool: AuthorizationType.USER_POOL,
  openIdConnect: AuthorizationType.OIDC,
  iam: AuthorizationType.IAM,
  lambda: AuthorizationType.LAMBDA,
};

const names = Object.keys(types) as AuthorizationMode[];

/**
 * The modes that are given, the default first.
 *
 * @throws Error where it is not clear which is the default, or that is none of them, and for modes that are none
 */
export function modeNames(given: AuthorizationModes): AuthorizationMode[] {
  checkAuthorizationModes(given);
  const configured = names.filter((name) => given[name] !== undefined && given[name] !== false);
  const all: AuthorizationMode[] = configured.length === 0 && given.default === undefined ? ['apiKey'] : configured;
  if (configured.length === 0 && given.apiKey === false) throw new Error("'authorizationModes' turns the API's key off, and has no other mode, so that nobody could come in: add one, such as userPool");
  const first = given.default ?? (all.length === 1 ? all[0] : undefined);
  if (first === undefined) throw new Error(`'authorizationModes' has ${quoted(all)}, and does not say which of them is the default: add default: '${all[0]}'`);
  if (!all.includes(first)) throw new Error(`'authorizationModes' has the default '${first}', and does not have that mode${all.length > 0 ? `, but ${quoted(all)}` : ''}: add it, or name another default`);
  return [first, ...all.filter((name) => name !== first)];
}

/**
 * The same of an API that there is.
 *
 * @throws Error for one whose modes are not known
 */
export function modesOfApi({ node, modes }: IGraphqlApi): AuthorizationMode[] {
  if (modes.length === 0) throw new Error(`how the API '${node.path}' lets requests in is not known, as it is imported; give one that the app makes, new GraphqlApi(...)`);
  return [...new Set(modes.map((type) => names.find((name) => types[name] === type)!))];
}

/** The modes as `GraphqlApi` takes them. */
export function authorizationConfig(given: AuthorizationModes): AuthorizationConfig {
  const [first, ...others] = modeNames(given).map((name) => apiMode(name, given)) as [ApiAuthorizationMode, ...ApiAuthorizationMode[]];
  return { defaultAuthorization: first, ...(others.length > 0 && { additionalAuthorizationModes: others }) };
}

/** How IAM is used, where it is. */
export function iamOptions({ iam = {} }: AuthorizationModes): IamModeOptions {
  return typeof iam === 'boolean' ? {} : iam;
}

/** The user pool, where there is one. */
export function userPoolOf({ userPool }: AuthorizationModes): IUserPool | undefined {
  return userPool && userPoolConfig(userPool).userPool;
}

function apiMode(name: AuthorizationMode, { userPool, openIdConnect, lambda }: AuthorizationModes): ApiAuthorizationMode {
  return {
    authorizationType: types[name],
    ...(name === 'userPool' && { userPoolConfig: userPoolConfig(userPool!) }),
    ...(name === 'openIdConnect' && { openIdConnectConfig: openIdConnect! }),
    ...(name === 'lambda' && { lambdaAuthorizerConfig: 'handler' in lambda! ? lambda : { handler: lambda! } }),
  };
}

function userPoolConfig(userPool: IUserPool | UserPoolConfig): UserPoolConfig {
  return 'userPoolId' in userPool ? { userPool } : userPool;
}
