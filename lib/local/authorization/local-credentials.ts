import { createHash, randomBytes } from 'node:crypto';
import { type Caller, type Identity } from '../caller';
import { type ApiDefinition } from '../template';
import { uuidOf } from '../uuid';

/**
 * Whom credentials are for: a guest or a signed-in user of the identity pool, several of whom may be told apart by a name, or someone who has
 * assumed a role.
 */
export type CredentialsIdentity = 'guest' | 'authenticated' | { readonly authenticated: string } | { readonly role: string };

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

/** The credentials that a local API has given out. */
export class LocalCredentialStore {
  private readonly byAccessKey = new Map<string, Issued>();
  private readonly byIdentity = new Map<string, LocalCredentials>();

  public constructor(private readonly api: Pick<ApiDefinition, 'account' | 'region' | 'apiId'>) {}

  /** The credentials of an identity: the same ones each time. */
  public issue(identity: CredentialsIdentity): LocalCredentials {
    const key = JSON.stringify(identity);
    const known = this.byIdentity.get(key);
    if (known) return known;
    const described = this.describe(identity);
    const identityId = described.cognitoIdentityId;
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
    this.byAccessKey.set(secrets.accessKeyId, { credentials, identify: (sourceIp) => ({ mode: 'AWS_IAM', identity: { ...described, sourceIp: [sourceIp] } satisfies Identity }) });
    return credentials;
  }

  public find(accessKeyId: string): Issued | undefined {
    return this.byAccessKey.get(accessKeyId);
  }

  /** https://docs.aws.amazon.com/appsync/latest/devguide/resolver-context-reference-js.html#aws-appsync-resolver-context-reference-identity-js */
  private describe(identity: CredentialsIdentity) {
    const { account, region, apiId } = this.api;
    const assumed = (role: string, session: string) => ({
      accountId: account,
      userArn: `arn:aws:sts::${account}:assumed-role/${role}/${session}`,
      username: `AROA${createHash('sha256').update(role).digest('hex').slice(0, 17).toUpperCase()}:${session}`,
    });
    if (typeof identity === 'object' && 'role' in identity) {
      return {
        ...assumed(identity.role, 'local'), cognitoIdentityId: null, cognitoIdentityPoolId: null, cognitoIdentityAuthType: null, cognitoIdentityAuthProvider: null,
      };
    }
    const isGuest = identity === 'guest';
    const name = typeof identity === 'object' ? `authenticated/${identity.authenticated}` : identity;
    const provider = `cognito-idp.${region}.amazonaws.com/${region}_local`;
    return {
      ...assumed(isGuest ? 'unauthenticated' : 'authenticated', 'CognitoIdentityCredentials'),
      cognitoIdentityId: `${region}:${uuidOf(`${apiId}/${name}`)}`,
      cognitoIdentityPoolId: `${region}:${uuidOf(apiId)}`,
      cognitoIdentityAuthType: isGuest ? 'unauthenticated' : 'authenticated',
      cognitoIdentityAuthProvider: isGuest ? null : `"${provider}","${provider}:CognitoSignIn:${uuidOf(name)}"`,
    };
  }
}
