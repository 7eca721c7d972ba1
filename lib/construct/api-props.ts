import { type Expiration } from 'aws-cdk-lib';
import { type DomainOptions, type EnhancedMetricsConfig, type IntrospectionConfig, type LogConfig, type Visibility } from 'aws-cdk-lib/aws-appsync';
import { type AuthorizationModes } from './authorization-modes';

/** How the API is run: who is let in, what GraphqlApi has for it, its key's expiry and its firewall. */
export interface ApiProps {
  /**
   * How clients show who they are. Each rule of the schema needs its mode, and so does each client: `{ userPool }` for one of Amplify's that
   * users sign in to.
   *
   * @default - a key of the API is all that is asked for
   */
  readonly authorizationModes?: AuthorizationModes;

  /**
   * The name of the API, as the console shows it.
   *
   * @default - made from the construct's path
   */
  readonly name?: string;

  /**
   * What is logged of requests, and how long it is kept. The log group is part of the stack, and retained; no Lambda function sees to it.
   *
   * @default - no logs
   */
  readonly logConfig?: LogConfig;

  /**
   * Whether requests are traced with X-Ray.
   *
   * @default false
   */
  readonly xrayEnabled?: boolean;

  /**
   * Which metrics there are beside those of the whole API. Resolvers and data sources that are to be measured one by one say so themselves.
   *
   * @default - no enhanced metrics
   */
  readonly enhancedMetricsConfig?: EnhancedMetricsConfig;

  /**
   * How deep a query may go, from 1 to 75.
   *
   * @default - 0, any depth
   */
  readonly queryDepthLimit?: number;

  /**
   * How many resolvers a request may run, from 1 to 10000.
   *
   * @default - 0, which is 10000
   */
  readonly resolverCountLimit?: number;

  /**
   * Whether clients may ask for the schema. Those of Amplify don't.
   *
   * @default IntrospectionConfig.ENABLED
   */
  readonly introspectionConfig?: IntrospectionConfig;

  /**
   * Whether the API can be reached from anywhere, or from a VPC only. To say so later, even what is the default, makes another API in its
   * place.
   *
   * @default Visibility.GLOBAL
   */
  readonly visibility?: Visibility;

  /**
   * A domain name of your own, with its certificate. The DNS record that leads to `data.api.appSyncDomainName` is up to you.
   *
   * @default - AppSync's domain name only
   */
  readonly domainName?: DomainOptions;

  /**
   * The ARN of a regional web ACL of AWS WAF that requests have to pass.
   *
   * @default - no firewall
   */
  readonly webAclArn?: string;

  /**
   * When the API's key expires, where it has one: 1 to 365 days after the deployment that says so, to the hour. Give a date, as in
   * `Expiration.fromString('2027-06-30')`: `Expiration.after()` counts from each synth, so that each one would change the key.
   *
   * @default - 7 days after the key was created, as AppSync has it
   */
  readonly apiKeyExpires?: Expiration;
}
