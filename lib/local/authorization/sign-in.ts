import { randomUUID } from 'node:crypto';
import { type TokenModeDefinition } from './token-mode';
import { type Claims, claimsOf } from './token';
import { type LocalKey } from './token-keys';
import { uuidOf } from '../uuid';

export interface SignInOptions {
  /** The name that the user goes by. */
  readonly username: string;
  /**
   * The groups of a user pool that the user is in.
   * @default - none, and no claim `cognito:groups`
   */
  readonly groups?: readonly string[];
  /**
   * Further claims of both tokens. They take the place of those that there are by default, whatever they are.
   * @default - none
   */
  readonly claims?: Readonly<Record<string, unknown>>;
  /**
   * The user's id.
   * @default - made of the username, the same at each start
   */
  readonly sub?: string;
  /**
   * Who signs the user in.
   * @default - the first user pool or OpenID Connect provider among the API's modes
   */
  readonly provider?: 'userPool' | 'openIdConnect';
  /**
   * Who signs the user in, where the API has several of a kind: the id of a user pool, or an issuer.
   * @default - the first of its kind
   */
  readonly issuer?: string;
  /**
   * How many seconds the tokens are good for; less than 0 for tokens that are over.
   * @default 3600
   */
  readonly expiresIn?: number;
}

/** A token as the Amplify client takes it. */
export interface AmplifyToken { readonly payload: Readonly<Record<string, never>>; toString(): string }

/** A user that was signed in. */
export interface SignedInUser {
  readonly username: string;
  readonly sub: string;
  /** What the Amplify client sends: `Authorization: <accessToken>`. */
  readonly accessToken: string;
  readonly idToken: string;
  /** For `Amplify.configure(api.outputs, { Auth: { tokenProvider } })`. */
  readonly tokenProvider: { getTokens(): Promise<{ readonly accessToken: AmplifyToken; readonly idToken: AmplifyToken }> };
}

/**
 * Signs a user in: makes tokens with the claims that the provider's own would have.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
 * @throws Error where no app client of the user pool is known that the API lets in
 */
export async function signIn(definition: TokenModeDefinition, key: LocalKey, options: SignInOptions): Promise<SignedInUser> {
  const { username, sub = uuidOf(username), claims = {} } = options;
  const [access, id] = claimsFor(definition, { ...options, sub });
  const [accessToken, idToken] = [await key.sign({ ...access, ...claims }), await key.sign({ ...id, ...claims })];
  const token = (text: string): AmplifyToken => ({ payload: claimsOf(text) as AmplifyToken['payload'], toString: () => text });
  return {
    username,
    sub: String(claims.sub ?? sub),
    accessToken,
    idToken,
    tokenProvider: { getTokens: async () => ({ accessToken: token(accessToken), idToken: token(idToken) }) },
  };
}

/** The claims of an access and of an id token. */
function claimsFor(definition: TokenModeDefinition, { username, sub, groups, claims = {}, expiresIn = 3600 }: SignInOptions): [access: Claims, id: Claims] {
  const now = Math.floor(Date.now() / 1000);
  // A token that is over was issued before that.
  const issued = Math.min(now, now + expiresIn - 1);
  const common = { sub, iss: definition.issuer, auth_time: issued, iat: issued, exp: now + expiresIn, jti: randomUUID() };
  if (definition.type === 'OPENID_CONNECT') {
    const both = { ...common, aud: clientOf(definition, claims, ['aud', 'azp']) };
    return [both, both];
  }
  const membership = { ...common, ...(groups && { 'cognito:groups': groups }) };
  const client = clientOf(definition, claims, ['client_id', 'aud']);
  return [
    { ...membership, token_use: 'access', client_id: client, username, scope: 'aws.cognito.signin.user.admin' },
    { ...membership, token_use: 'id', aud: client, 'cognito:username': username },
  ];
}

/**
 * A client that the API lets in: one that is known, or one that the pattern spells out.
 * @throws Error where none is known, and no claim names one
 */
function clientOf(definition: TokenModeDefinition, claims: Claims, names: readonly string[]): unknown {
  const { clientPattern, issuer } = definition;
  const known = definition.type === 'AMAZON_COGNITO_USER_POOLS' ? definition.clientIds : [];
  const spelledOut = clientPattern?.split('|').filter((alternative) => !/[\\^$*+?()[\]{}]/.test(alternative));
  const candidates = [...known, ...spelledOut ?? ['local']];
  const client = candidates.find((candidate) => clientPattern === undefined || new RegExp(`^(?:${clientPattern})$`).test(candidate));
  if (client !== undefined || names.some((name) => claims[name] !== undefined)) return client;
  throw new Error(`the API lets in clients of '${issuer}' that match /${clientPattern}/: name one with { claims: { ${names[0]}: '...' } }`);
}
