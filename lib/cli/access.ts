import { type AuthorizationModeDefinition, type LocalApi } from '../local';
import { type Caller } from '../local/caller';
import { UsageError } from './usage-error';

/** A user as the command line has it. */
export interface User { readonly username: string; readonly groups: readonly string[] }

/** One way into an API: what to tell of it, and how a command asks by it, where one can. */
export interface Access {
  readonly line: string;
  readonly asking?: Asking;
}

/** How a command asks. */
export interface Asking {
  /** The options of curl. */
  readonly options: string;
  readonly caller: Caller;
}

/** @throws UsageError for a text that names no user */
export function readUser(text: string): User {
  const [username, groups, ...rest] = text.split(':');
  if (!username || groups?.split(',').includes('') || rest.length > 0) throw new UsageError(`'${text}' is no user: a name, and groups after a colon, such as alice or alice:admin,staff`);
  return { username, groups: groups?.split(',') ?? [] };
}

/** Where issuers publish their keys: one URL, or that of the issuer that is named before it. */
export function readKeys(text: string): string | Record<string, string> {
  const [, issuer, url] = /^(.+?)=(https?:\/\/.+)$/.exec(text) ?? [];
  return issuer !== undefined && url !== undefined ? { [issuer]: url } : text;
}

/** The ways into an API that is served, its default one first: with tokens and credentials that are made for it, or why there are none. */
export async function describeAccess(server: LocalApi, user: User, issuersElsewhere: (issuer: string) => boolean): Promise<Access[]> {
  const accesses: Access[] = [];
  for (const mode of server.authorizationModes) {
    // A mode that has no key lets nobody in; tokens from elsewhere can't be told.
    if (mode.type === 'API_KEY' && server.apiKey === undefined) continue;
    accesses.push('issuer' in mode && issuersElsewhere(mode.issuer) ? elsewhere(mode) : await wayIn(server, user, mode));
  }
  return accesses;
}

/** The API is there to be asked by its other modes, and by what is made elsewhere, where nothing can be made for one of them. */
async function wayIn(server: LocalApi, user: User, mode: AuthorizationModeDefinition): Promise<Access> {
  try {
    return await waysIn[mode.type](server, user, mode as never);
  } catch (error) {
    return { line: `${mode.type === 'AWS_IAM' ? 'IAM:       ' : 'Token:     '}none, as ${(error as Error).message}` };
  }
}

type Way<Mode> = (server: LocalApi, user: User, mode: Mode) => Promise<Access> | Access;
type ModeOf<Type> = Extract<AuthorizationModeDefinition, { type: Type }>;

const waysIn: { readonly [Type in AuthorizationModeDefinition['type']]: Way<ModeOf<Type>> } = {
  API_KEY: ({ apiKey }) => ({ line: `API key:   ${apiKey}`, asking: { options: `-H 'x-api-key: ${apiKey}'`, caller: { mode: 'API_KEY', identity: null } } }),
  AWS_IAM: (server) => {
    const { accessKeyId, secretAccessKey, sessionToken } = server.credentials('guest');
    return {
      line: `IAM:       ${accessKeyId} ${secretAccessKey} ${sessionToken} (key, secret and session token of a guest)`,
      asking: {
        options: `--aws-sigv4 'aws:amz:${server.outputs.data.aws_region}:appsync' --user '${accessKeyId}:${secretAccessKey}' -H 'x-amz-security-token: ${sessionToken}'`,
        caller: { mode: 'AWS_IAM', identity: null },
      },
    };
  },
  AMAZON_COGNITO_USER_POOLS: (server, user, mode) => token(server, user, mode, `user pool ${mode.userPoolId}`),
  OPENID_CONNECT: (server, user, mode) => token(server, user, mode, mode.issuer),
  AWS_LAMBDA: (_, __, mode) => ({
    line: `Lambda:    '${mode.function.names[0]}' decides by what is sent as 'authorization'`,
    asking: { options: `-H 'authorization: TOKEN'`, caller: { mode: 'AWS_LAMBDA', identity: null } },
  }),
};

async function token(server: LocalApi, { username, groups }: User, { type, issuer }: { readonly type: Caller['mode']; readonly issuer: string }, provider: string): Promise<Access> {
  const { accessToken } = await server.signIn({ username, issuer, ...(groups.length > 0 && { groups }) });
  const membership = groups.length > 0 ? `, in ${groups.join(' and ')}` : '';
  return { line: `Token:     ${accessToken} (${username}${membership}: ${provider})`, asking: { options: `-H 'authorization: ${accessToken}'`, caller: { mode: type, identity: { groups } } } };
}

function elsewhere({ type, issuer }: { readonly type: Caller['mode']; readonly issuer: string }): Access {
  return { line: `Token:     of ${issuer}, verified by its keys`, asking: { options: `-H 'authorization: TOKEN'`, caller: { mode: type, identity: null } } };
}
