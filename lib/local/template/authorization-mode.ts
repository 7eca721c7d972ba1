import { type LambdaFunctionDefinition } from './data-source-definition';

/** An Amazon Cognito user pool whose tokens an API accepts. */
export interface UserPoolModeDefinition {
  readonly type: 'AMAZON_COGNITO_USER_POOLS';
  readonly userPoolId: string;
  readonly issuer: string;
  /** What the id of a token's app client has to match, as a regular expression; absent where every client of the pool is let in. */
  readonly clientPattern?: string;
  /** The app clients of the pool that the assembly makes. */
  readonly clientIds: readonly string[];
  /** What becomes of fields that no directive says anything of. */
  readonly defaultAction: 'ALLOW' | 'DENY';
}

/** An OpenID Connect provider whose tokens an API accepts. */
export interface OpenIdConnectModeDefinition {
  readonly type: 'OPENID_CONNECT';
  readonly issuer: string;
  /** What a token's `aud` or `azp` has to match, as a regular expression; absent where every client is let in. */
  readonly clientPattern?: string;
  /** How long a token is good for after its user was authenticated; absent where its own expiry is all that counts. */
  readonly authenticationMilliseconds?: number;
  /** How long a token is good for after it was issued. */
  readonly issuedMilliseconds?: number;
}

/** A Lambda function that decides who is let in. */
export interface LambdaModeDefinition {
  readonly type: 'AWS_LAMBDA';
  readonly function: LambdaFunctionDefinition;
  /** How long an answer is kept, unless it says so itself; 0 for not at all. */
  readonly cacheSeconds: number;
  /** What a token has to match before the function is asked, as a regular expression. */
  readonly tokenPattern?: string;
}

/** One of the ways in which an API lets requests in. */
export type AuthorizationModeDefinition =
  | { readonly type: 'API_KEY' }
  | { readonly type: 'AWS_IAM' }
  | UserPoolModeDefinition
  | OpenIdConnectModeDefinition
  | LambdaModeDefinition;

export type AuthorizationType = AuthorizationModeDefinition['type'];
