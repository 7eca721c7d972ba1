import { type ApiDefinition } from './api-definition';
import { type AssemblyStack } from './assembly';
import { type AssemblyNames } from './assembly-names';
import { type AuthorizationModeDefinition, type AuthorizationType } from './authorization-mode';
import { readLambdaFunction } from './lambda-function';
import { ResourceReader } from './resource-reader';

/** One mode in CloudFormation's words: as of the API itself, or one of its additional providers. */
interface ModeProperties {
  readonly AuthenticationType: string;
  readonly UserPoolConfig?: {
    readonly UserPoolId?: string; readonly AwsRegion?: string; readonly AppIdClientRegex?: string; readonly DefaultAction?: string;
  };
  readonly OpenIDConnectConfig?: { readonly Issuer?: string; readonly ClientId?: string; readonly AuthTTL?: number | string; readonly IatTTL?: number | string };
  readonly LambdaAuthorizerConfig?: {
    readonly AuthorizerUri?: string; readonly AuthorizerResultTtlInSeconds?: number | string; readonly IdentityValidationExpression?: string;
  };
}

/** Where a mode finds what it refers to. */
interface Surroundings { readonly stack: AssemblyStack; readonly assembly: AssemblyNames }

type Reader = (mode: ModeProperties, api: ResourceReader, surroundings: Surroundings) => AuthorizationModeDefinition;

const readers: Readonly<Record<AuthorizationType, Reader>> = {
  API_KEY: () => ({ type: 'API_KEY' }),
  AWS_IAM: () => ({ type: 'AWS_IAM' }),
  AMAZON_COGNITO_USER_POOLS: ({ UserPoolConfig = {} }, api, { stack, assembly }) => {
    const { UserPoolId, AwsRegion = stack.region, AppIdClientRegex, DefaultAction } = UserPoolConfig;
    if (!UserPoolId) return api.fail(`an authorization mode AMAZON_COGNITO_USER_POOLS has no 'UserPoolConfig.UserPoolId'`);
    return {
      type: 'AMAZON_COGNITO_USER_POOLS',
      userPoolId: UserPoolId,
      issuer: `https://cognito-idp.${AwsRegion}.amazonaws.com/${UserPoolId}`,
      ...pattern('clientPattern', AppIdClientRegex, `the AppIdClientRegex of user pool '${UserPoolId}'`, api),
      clientIds: readClientIds(UserPoolId, stack, assembly),
      defaultAction: DefaultAction === 'DENY' ? 'DENY' : 'ALLOW',
    };
  },
  OPENID_CONNECT: ({ OpenIDConnectConfig = {} }, api) => {
    const { Issuer, ClientId, AuthTTL, IatTTL } = OpenIDConnectConfig;
    if (!Issuer) return api.fail(`an authorization mode OPENID_CONNECT has no 'OpenIDConnectConfig.Issuer'`);
    return {
      type: 'OPENID_CONNECT',
      issuer: Issuer,
      ...pattern('clientPattern', ClientId, `the ClientId of OpenID Connect provider '${Issuer}'`, api),
      ...(Number(AuthTTL) > 0 && { authenticationMilliseconds: Number(AuthTTL) }),
      ...(Number(IatTTL) > 0 && { issuedMilliseconds: Number(IatTTL) }),
    };
  },
  AWS_LAMBDA: ({ LambdaAuthorizerConfig = {} }, api, { stack, assembly }) => {
    const { AuthorizerUri, AuthorizerResultTtlInSeconds = 0, IdentityValidationExpression } = LambdaAuthorizerConfig;
    if (!AuthorizerUri) return api.fail(`an authorization mode AWS_LAMBDA has no 'LambdaAuthorizerConfig.AuthorizerUri'`);
    return {
      type: 'AWS_LAMBDA',
      function: readLambdaFunction(AuthorizerUri, stack, assembly),
      cacheSeconds: Number(AuthorizerResultTtlInSeconds),
      ...pattern('tokenPattern', IdentityValidationExpression, 'the IdentityValidationExpression of the Lambda authorizer', api),
    };
  },
};

/**
 * The ways in which an API lets requests in, its default one first.
 * @throws Error that names the API for a mode that AppSync doesn't have, that lacks something, or that is there twice
 */
export function readAuthorizationModes(api: ResourceReader, surroundings: Surroundings): ApiDefinition['authorizationModes'] {
  const properties = ['UserPoolConfig', 'OpenIDConnectConfig', 'LambdaAuthorizerConfig'] as const;
  const own = { AuthenticationType: api.required('AuthenticationType'), ...Object.fromEntries(properties.map((name) => [name, api.property(name)])) };
  const modes = [own, ...api.property<ModeProperties[]>('AdditionalAuthenticationProviders') ?? []].map((mode: ModeProperties) => {
    const type = mode.AuthenticationType;
    if (!Object.hasOwn(readers, type)) api.fail(`there is no authorization mode '${type}': it is one of ${Object.keys(readers).join(', ')}`);
    return readers[type as AuthorizationType](mode, api, surroundings);
  });
  const known = new Set<string>();
  for (const mode of modes) {
    const identity = 'issuer' in mode ? `${mode.type} of '${mode.issuer}'` : mode.type;
    if (known.has(identity)) api.fail(`the authorization mode ${identity} is there twice: AppSync takes it once`);
    known.add(identity);
  }
  return modes as [AuthorizationModeDefinition, ...AuthorizationModeDefinition[]];
}

/** A regular expression, where there is one: an empty one lets everything through, as none does. */
function pattern<Name extends string>(name: Name, expression: string | undefined, what: string, api: ResourceReader): { [Property in Name]?: string } {
  if (!expression) return {};
  try {
    new RegExp(expression);
  } catch (error) {
    api.fail(`${what} is not a regular expression: ${(error as Error).message}`);
  }
  return { [name]: expression } as { [Property in Name]?: string };
}

/** The app clients of a user pool that the stacks of the assembly make: those of the API's own stack first. */
function readClientIds(userPoolId: string, stack: AssemblyStack, assembly: AssemblyNames): string[] {
  return [stack, ...assembly.beside(stack)].flatMap((candidate) => assembly.withNested(candidate)).flatMap((names) =>
    names.resources((type) => type === 'AWS::Cognito::UserPoolClient')
      .map(([logicalId, resource]) => new ResourceReader(names, logicalId, resource))
      .filter((client) => poolOf(client) === userPoolId)
      .map(({ logicalId }) => String(names.reference(logicalId))));
}

/** The user pool of an app client, where it can be known: the client of another pool need not be. */
function poolOf(client: ResourceReader): string | undefined {
  try {
    return client.property('UserPoolId');
  } catch {
    return undefined;
  }
}
