import { type Caller, type Identity } from '../caller';
import { type OpenIdConnectModeDefinition, type UserPoolModeDefinition } from '../template';
import { type AuthorizationMode, unauthorized } from './authorization';
import { claimsOf, tokenIn, type Claims } from './token';

/** What lets users in by their tokens. */
export type TokenModeDefinition = UserPoolModeDefinition | OpenIdConnectModeDefinition;

interface Verifier {
  /** @throws Error for a token that isn't signed as it has to be, or is over */
  verify(token: string): Promise<Claims>;
}

/** Lets in who has a token of one user pool or OpenID Connect provider: those of other issuers are none of its business. */
export function tokenMode(definition: TokenModeDefinition, keys: Verifier): AuthorizationMode {
  const { type, issuer } = definition;
  return {
    isMeant: ({ headers }) => claimsOf(tokenIn(headers) ?? '')?.iss === issuer,
    identify: async ({ headers, sourceIp }): Promise<Caller> => {
      const claims = await verified(keys, tokenIn(headers)!);
      if (claims.iss !== issuer || typeof claims.sub !== 'string') throw unauthorized();
      if (definition.type === 'OPENID_CONNECT') {
        checkProvider(definition, claims);
        return { mode: type, identity: { sub: claims.sub, issuer, claims } };
      }
      checkPool(definition, claims);
      return { mode: type, identity: userPoolIdentity(claims, definition, sourceIp) };
    },
  };
}

/** Refuses what looks like no token at all, in an API that takes tokens and nothing else that it could be. */
export function unreadableTokenMode(): AuthorizationMode {
  return {
    isMeant: ({ headers }) => tokenIn(headers) !== undefined && claimsOf(tokenIn(headers)!) === undefined,
    identify: async () => { throw unauthorized('Unable to parse JWT token.'); },
  };
}

/** @throws RequestError for a token that isn't good */
async function verified(keys: Verifier, token: string): Promise<Claims> {
  try {
    return await keys.verify(token);
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_JWT_EXPIRED') throw unauthorized('Token has expired.');
    throw unauthorized(`Valid authorization header not provided. (The token was refused: ${(error as Error).message}.)`);
  }
}

/** @throws RequestError for a token of another kind, or of an app client that the API doesn't let in */
function checkPool({ clientPattern }: UserPoolModeDefinition, claims: Claims): void {
  const { token_use: use } = claims;
  if (use !== 'access' && use !== 'id') throw unauthorized();
  if (!matches(clientPattern, [use === 'access' ? claims.client_id : claims.aud])) throw unauthorized();
}

/** @throws RequestError for a token of a client that the API doesn't let in, or that is older than it may be */
function checkProvider({ clientPattern, authenticationMilliseconds, issuedMilliseconds }: OpenIdConnectModeDefinition, claims: Claims): void {
  if (!matches(clientPattern, [claims.aud, claims.azp].flat())) throw unauthorized();
  const isOver = (since: unknown, milliseconds: number | undefined) =>
    milliseconds !== undefined && !(typeof since === 'number' && since * 1000 + milliseconds > Date.now());
  if (isOver(claims.auth_time, authenticationMilliseconds) || isOver(claims.iat, issuedMilliseconds)) throw unauthorized('Token has expired.');
}

/** Whether one of the values matches a pattern from its start to its end. */
function matches(pattern: string | undefined, values: readonly unknown[]): boolean {
  return pattern === undefined || values.some((value) => typeof value === 'string' && new RegExp(`^(?:${pattern})$`).test(value));
}

/** https://docs.aws.amazon.com/appsync/latest/devguide/resolver-context-reference-js.html#aws-appsync-resolver-context-reference-identity-js */
function userPoolIdentity(claims: Claims, { issuer, defaultAction }: UserPoolModeDefinition, sourceIp: string): Identity {
  const groups = claims['cognito:groups'];
  return {
    sub: claims.sub,
    issuer,
    username: claims.username ?? claims['cognito:username'] ?? null,
    claims,
    groups: Array.isArray(groups) && groups.every((group) => typeof group === 'string') ? groups : null,
    sourceIp: [sourceIp],
    defaultAuthStrategy: defaultAction,
  };
}
