import { type LambdaFunction } from '../lambda';
import { type ApiDefinition } from '../template';
import { quoted } from '../wording';
import { apiKeyMode } from './api-key-mode';
import { Authorization, type AuthorizationMode } from './authorization';
import { iamMode } from './iam-mode';
import { LambdaMode } from './lambda-mode';
import { type CredentialsIdentity, type LocalCredentials, LocalCredentialStore } from './local-credentials';
import { signIn, type SignedInUser, type SignInOptions } from './sign-in';
import { LocalKey, RemoteKeys } from './token-keys';
import { tokenMode, type TokenModeDefinition, unreadableTokenMode } from './token-mode';

interface ApiAuthorizationOptions {
  /** Where issuers publish the keys that their tokens are verified by, instead of tokens of this machine. */
  readonly jwks: string | Readonly<Record<string, string>>;
  /** By ARN. */
  readonly lambdaFunctions: ReadonlyMap<string, LambdaFunction>;
}

const kinds = { userPool: 'AMAZON_COGNITO_USER_POOLS', openIdConnect: 'OPENID_CONNECT' } as const;

/** Who is let into an API, by its modes, and what lets someone in who is on this machine. */
export class ApiAuthorization {
  public readonly authorization: Authorization;
  private readonly key = new LocalKey();
  private readonly store: LocalCredentialStore;
  private readonly providers: readonly TokenModeDefinition[];
  private readonly jwks: ReadonlyMap<string, URL>;

  /** @throws Error for keys of an issuer that the API doesn't have, or at what is no URL */
  public constructor(private readonly api: ApiDefinition, { jwks, lambdaFunctions }: ApiAuthorizationOptions) {
    this.providers = api.authorizationModes.filter((mode) => mode.type === 'AMAZON_COGNITO_USER_POOLS' || mode.type === 'OPENID_CONNECT');
    this.jwks = new Map(Object.entries(typeof jwks === 'string' ? this.ofOnlyIssuer(jwks) : jwks).map(([issuer, url]) => [issuer, this.urlOf(issuer, url)]));
    this.store = new LocalCredentialStore(api);
    this.authorization = new Authorization(this.modes(lambdaFunctions));
  }

  /** @throws Error when the API takes no tokens of this machine */
  public async signIn(options: SignInOptions): Promise<SignedInUser> {
    const { provider, issuer } = options;
    const candidates = this.providers
      .filter(({ type }) => provider === undefined || type === kinds[provider])
      .filter((mode) => issuer === undefined || mode.issuer === issuer || mode.type === 'AMAZON_COGNITO_USER_POOLS' && mode.userPoolId === issuer);
    const [definition] = candidates;
    if (!definition) {
      const wanted = `${provider ? kinds[provider] : Object.values(kinds).join(' or ')}${issuer === undefined ? '' : ` of '${issuer}'`}`;
      throw new Error(`signIn: the GraphQL API '${this.api.logicalId}' has no authorization mode ${wanted}: it has ${this.describeModes()}`);
    }
    const url = this.jwks.get(definition.issuer);
    if (url) throw new Error(`signIn: tokens of '${definition.issuer}' are verified by the keys at ${url.href}, as option 'jwks' says: get them from there, or leave the option out`);
    return signIn(definition, this.key, options);
  }

  /** @throws Error when the API has no mode AWS_IAM */
  public credentials(identity: CredentialsIdentity): LocalCredentials {
    if (!this.api.authorizationModes.some(({ type }) => type === 'AWS_IAM')) {
      throw new Error(`credentials: the GraphQL API '${this.api.logicalId}' has no authorization mode AWS_IAM: it has ${this.describeModes()}`);
    }
    return this.store.issue(identity);
  }

  /** The modes in the order in which credentials are tried: what one of them recognizes goes to no later one. */
  private modes(lambdaFunctions: ReadonlyMap<string, LambdaFunction>): AuthorizationMode[] {
    const modes = this.api.authorizationModes;
    const has = (name: typeof modes[number]['type']) => modes.some(({ type }) => type === name);
    const lambda = modes.find((mode) => mode.type === 'AWS_LAMBDA');
    return [
      ...(has('API_KEY') ? [apiKeyMode(this.api.apiKeys)] : []),
      ...(has('AWS_IAM') ? [iamMode(this.store, this.api.region)] : []),
      ...this.providers.map((provider) => {
        const url = this.jwks.get(provider.issuer);
        return tokenMode(provider, url ? new RemoteKeys(url) : this.key);
      }),
      ...(lambda ? [new LambdaMode(lambda, lambdaFunctions.get(lambda.function.arn), this.api)] : []),
      ...(this.providers.length > 0 ? [unreadableTokenMode()] : []),
    ];
  }

  /** @throws Error where it isn't clear whose keys these are */
  private ofOnlyIssuer(url: string): Record<string, string> {
    const [provider, ...others] = this.providers;
    if (provider && others.length === 0) return { [provider.issuer]: url };
    const issuers = this.providers.map(({ issuer }) => issuer);
    throw new Error(`option 'jwks': the GraphQL API '${this.api.logicalId}' has ${provider ? 'several issuers' : 'no issuer'}, so that '${url}' can't be that of the only one${
      provider ? `: name it, as one of ${quoted(issuers)}` : ''}`);
  }

  private urlOf(issuer: string, url: string): URL {
    const issuers = this.providers.map((provider) => provider.issuer);
    if (!issuers.includes(issuer)) throw new Error(`option 'jwks': the GraphQL API '${this.api.logicalId}' takes no tokens of '${issuer}': its issuers are ${quoted(issuers)}`);
    if (!URL.canParse(url)) throw new Error(`option 'jwks': '${url}', of '${issuer}', is no URL`);
    return new URL(url);
  }

  private describeModes(): string {
    return this.api.authorizationModes.map(({ type }) => type).join(', ');
  }
}
