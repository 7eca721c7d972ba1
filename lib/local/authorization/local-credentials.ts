import { createHash, randomBytes } from 'node:crypto';
import { type Caller } from '../caller';
import { type ApiDefinition, type RoleDefinition } from '../template';
import { uuidOf } from '../uuid';
import { quoted } from '../wording';
import { permissionsOf } from './permissions';

/**
 * Whom credentials are for: a guest or a signed-in user of the identity pool, several of whom may be told apart by a name, or someone who has
 * assumed a role. A role is named by its construct's path below the stack (`Importer/ServiceRole`), its logical id or its name; with `allowAll` it
 * may be one that no stack makes, and may ask everything.
 */
export type CredentialsIdentity = 'guest' | 'authenticated' | { readonly authenticated: string } | { readonly role: string; readonly allowAll?: boolean };

/** Temporary credentials that a request is signed with. */
export interface LocalCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** For `Amplify.configure(api.outputs, { Auth: { credentialsProvider } })`. */
  readonly credentialsProvider: {
    getCredentialsAndIdentityId(): Promise<{
      readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken: string };
      readonly identityId?: string;
    }>;
    clearCredentialsAndIdentityId(): void;
  };
}

/** Credentials that were given out, and who may sign with them. */
interface Issued { readonly credentials: LocalCredentials; readonly identify: (sourceIp: string) => Caller }

interface Described {
  readonly identity: Readonly<Record<string, unknown>> & { readonly cognitoIdentityId: string | null };
  readonly mayAsk?: (typeName: string, fieldName: string) => boolean;
}

/** The credentials that a local API has given out. */
export class LocalCredentialStore {
  private readonly byAccessKey = new Map<string, Issued>();
  private readonly byIdentity = new Map<string, LocalCredentials>();

  public constructor(private readonly api: Pick<ApiDefinition, 'account' | 'region' | 'apiId' | 'arn' | 'authorizationModes' | 'iam'>) {}

  /** The credentials of an identity: the same ones each time. */
  public issue(identity: CredentialsIdentity): LocalCredentials {
    const key = JSON.stringify(identity);
    const known = this.byIdentity.get(key);
    if (known) return known;
    const { identity: described, mayAsk } = this.describe(identity);
    const identityId = described.cognitoIdentityId;
    const isRefused: Caller['isRefused'] = mayAsk && ((typeName, fieldName, isRoot) => isRoot && !mayAsk(typeName, fieldName));
    const secrets = {
      accessKeyId: `ASIA${createHash('sha256').update(`${this.api.apiId}/${key}`).digest('hex').slice(0, 16).toUpperCase()}`,
      secretAccessKey: randomBytes(30).toString('base64'),
      sessionToken: randomBytes(48).toString('base64'),
    };
    const credentials: LocalCredentials = {
      ...secrets,
      credentialsProvider: {
        getCredentialsAndIdentityId: async () => ({ credentials: secrets, ...(identityId && { identityId }) }),
        clearCredentialsAndIdentityId: () => undefined,
      },
    };
    this.byIdentity.set(key, credentials);
    this.byAccessKey.set(secrets.accessKeyId, { credentials, identify: (sourceIp) => ({ mode: 'AWS_IAM', identity: { ...described, sourceIp: [sourceIp] }, ...(isRefused && { isRefused }) }) });
    return credentials;
  }

  public find(accessKeyId: string): Issued | undefined {
    return this.byAccessKey.get(accessKeyId);
  }

  /**
   * Who they are, and what they may ask: everything, where nothing is said of it.
   * https://docs.aws.amazon.com/appsync/latest/devguide/resolver-context-reference-js.html#aws-appsync-resolver-context-reference-identity-js
   */
  private describe(identity: CredentialsIdentity): Described {
    const { region, apiId } = this.api;
    if (typeof identity === 'object' && 'role' in identity) {
      const role = this.roleNamed(identity.role, identity.allowAll === true);
      return {
        identity: {
          ...this.assumed(role?.name ?? identity.role, 'local'), cognitoIdentityId: null, cognitoIdentityPoolId: null, cognitoIdentityAuthType: null, cognitoIdentityAuthProvider: null,
        },
        ...(role && !identity.allowAll && { mayAsk: permissionsOf(role, this.api.arn) }),
      };
    }
    const isGuest = identity === 'guest';
    const pool = this.identityPool();
    const roleArn = isGuest ? pool?.guestRole : pool?.authenticatedRole;
    if (pool && roleArn === undefined) throw new Error(`credentials: the identity pool '${pool.id}' has no role for ${isGuest ? 'guests' : 'those who are signed in'}`);
    const role = this.roles.find(({ arn }) => arn === roleArn);
    const name = typeof identity === 'object' ? `authenticated/${identity.authenticated}` : identity;
    const [provider = `cognito-idp.${region}.amazonaws.com/${region}_local`] = this.api.authorizationModes
      .flatMap((mode) => (mode.type === 'AMAZON_COGNITO_USER_POOLS' ? [mode.issuer.replace('https://', '')] : []));
    return {
      identity: {
        ...this.assumed(roleArn?.split('/').at(-1) ?? (isGuest ? 'unauthenticated' : 'authenticated'), 'CognitoIdentityCredentials'),
        cognitoIdentityId: `${region}:${uuidOf(`${apiId}/${name}`)}`,
        cognitoIdentityPoolId: pool?.id ?? `${region}:${uuidOf(apiId)}`,
        cognitoIdentityAuthType: isGuest ? 'unauthenticated' : 'authenticated',
        cognitoIdentityAuthProvider: isGuest ? null : `"${provider}","${provider}:CognitoSignIn:${uuidOf(typeof identity === 'object' ? identity.authenticated : 'user')}"`,
      },
      ...(role && { mayAsk: permissionsOf(role, this.api.arn) }),
    };
  }

  private assumed(role: string, session: string) {
    const { account } = this.api;
    return {
      accountId: account,
      userArn: `arn:aws:sts::${account}:assumed-role/${role}/${session}`,
      username: `AROA${createHash('sha256').update(role).digest('hex').slice(0, 17).toUpperCase()}:${session}`,
    };
  }

  private get roles(): readonly RoleDefinition[] {
    return this.api.iam?.roles ?? [];
  }

  /** @throws Error for a name that fits none, unless everything is allowed, or several */
  private roleNamed(name: string, allowAll: boolean): RoleDefinition | undefined {
    const [role, ...others] = this.roles.filter(({ arn, names }) => arn === name || names.includes(name));
    if (others.length > 0) {
      throw new Error(`credentials: several roles are called '${name}': name one by ${[role!, ...others].map(({ names }) => quoted(names.filter((other) => other !== name))).join(' or ')}`);
    }
    if (role || allowAll) return role;
    throw new Error(`credentials: no stack of the assembly makes a role '${name}': there is ${quoted(this.roles.map(({ names }) => names[0]!))}; `
      + `{ role: '${name}', allowAll: true } is one that may ask everything`);
  }

  /** @throws Error where there are several */
  private identityPool() {
    const [pool, ...others] = this.api.iam?.identityPools ?? [];
    if (others.length > 0) throw new Error(`credentials: the assembly has several identity pools with roles: ${quoted([pool!, ...others].map(({ id }) => id))}; the local API knows whom it serves with one only`);
    return pool;
  }
}
