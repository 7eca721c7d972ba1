import { type AuthorizationMode, type DataModel } from '../model';

const directives: Readonly<Record<AuthorizationMode, string>> = {
  apiKey: '@aws_api_key',
  iam: '@aws_iam',
  lambda: '@aws_lambda',
  openIdConnect: '@aws_oidc',
  userPool: '@aws_cognito_user_pools',
};

/**
 * The directives that let in who comes by these modes. An API with a single mode needs none: what has none is open to the default mode.
 *
 * @see https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#using-additional-authorization-modes
 */
export function authorizationDirectives(modes: readonly AuthorizationMode[], { authorizationModes }: DataModel): string[] {
  return authorizationModes.length > 1 ? modes.map((mode) => directives[mode]) : [];
}

/** The directives of a field, which stand in place of those of its type: none where they would be the same. */
export function fieldDirectives(modes: readonly AuthorizationMode[], modesOfType: readonly AuthorizationMode[], dataModel: DataModel): string[] {
  const isSame = modes.length === modesOfType.length && modes.every((mode) => modesOfType.includes(mode));
  return isSame ? [] : authorizationDirectives(modes, dataModel);
}
