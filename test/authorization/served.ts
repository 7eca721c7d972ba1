import { App, Duration, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { AccountRootPrincipal, Role } from 'aws-cdk-lib/aws-iam';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { AppSyncData, type AppSyncDataProps, type Schema } from 'cdk-appsync-data';
import { LocalApi } from 'cdk-appsync-data/local';
import { connect, headerProtocol, type RealTimeClient } from '../local/realtime/real-time-client';
import { type Caller } from './callers';
import { signature } from './request-signature';
import { Tables } from './tables';

export interface Answer {
  readonly status: number;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly AnswerError[];
}

export interface AnswerError {
  readonly message: string;
  readonly errorType?: string | null;
  readonly data?: unknown;
  readonly path?: readonly (string | number)[] | null;
}

const LAMBDA_TOKEN = 'let-me-in';

/** An API that is served locally, and asked by callers who come in by all of its modes. */
export class Served {
  private readonly tokens = new Map<string, Promise<string>>();

  private constructor(public readonly api: LocalApi, public readonly tables: Tables) {}

  /** An API with every mode. */
  public static async withAllModes(schema: Schema, props: Partial<AppSyncDataProps> = {}): Promise<Served> {
    const stack = new Stack(new App(), 'Proof');
    const handler = LambdaFunction.fromFunctionArn(stack, 'Authorizer', 'arn:aws:lambda:us-east-1:111122223333:function:authorizer');
    const { grants } = new AppSyncData(stack, 'Data', {
      schema, layout: 'nested',
      authorizationModes: {
        default: 'userPool', userPool: new UserPool(stack, 'Users'), apiKey: true, iam: true, openIdConnect: { oidcProvider: 'https://login.example.com/' },
        lambda: { handler, resultsCacheTtl: Duration.seconds(0) },
      },
      ...props,
    });
    const role = new Role(stack, 'Operator', { assumedBy: new AccountRootPrincipal() });
    grants.query(role);
    grants.mutation(role);
    grants.subscription(role);
    return Served.of(stack);
  }

  /** An API that a user pool's users come in to, and nobody else: AppSync's directives keep nothing from anyone. */
  public static async withUserPool(schema: Schema): Promise<Served> {
    const stack = new Stack(new App(), 'Proof');
    new AppSyncData(stack, 'Data', { schema, layout: 'nested', authorizationModes: { userPool: new UserPool(stack, 'Users') } });
    return Served.of(stack);
  }

  private static async of(stack: Stack): Promise<Served> {
    const functions = { authorizer: async (event: unknown) => ({ isAuthorized: (event as { authorizationToken: string }).authorizationToken === LAMBDA_TOKEN }) };
    const api = await LocalApi.fromStack(stack, stack.node.tryFindChild('Authorizer') ? { functions } : {});
    return new Served(api, await Tables.of(api));
  }

  public async ask(caller: Caller, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const body = JSON.stringify({ query, variables });
    const headers = await this.headers(caller, this.api.url, body);
    const response = await fetch(this.api.url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
    return { status: response.status, ...await response.json() as object };
  }

  /** Opens a connection for subscriptions. */
  public async connect(caller: Caller): Promise<RealTimeClient> {
    const headers = await this.headers(caller, `${this.api.url}/connect`, '{}');
    return connect(this.api.url, { protocols: ['graphql-ws', headerProtocol({ host: new URL(this.api.url).host, ...headers })] });
  }

  /** Asks for a subscription on a connection. What comes of it, the connection tells. */
  public async start(client: RealTimeClient, caller: Caller, id: string, query: string, variables: Record<string, unknown> = {}): Promise<void> {
    const data = JSON.stringify({ query, variables });
    const authorization = { host: new URL(this.api.url).host, ...await this.headers(caller, this.api.url, data) };
    client.send({ type: 'start', id, payload: { data, extensions: { authorization } } });
  }

  public async close(): Promise<void> {
    await this.api.close();
  }

  /** What a caller shows. */
  private async headers(caller: Caller, url: string, body: string): Promise<Record<string, string>> {
    switch (caller.mode) {
      case undefined: return { ...caller.headers };
      case 'apiKey': return { 'x-api-key': this.api.apiKey! };
      case 'lambda': return { authorization: LAMBDA_TOKEN };
      case 'iam': return signature(url, body, this.api.credentials(credentialsFor(caller)));
      default: return { authorization: await this.token(caller, caller.mode) };
    }
  }

  private token({ name, username, sub, claims }: Caller, provider: 'userPool' | 'openIdConnect'): Promise<string> {
    const key = `${provider}/${name}`;
    const known = this.tokens.get(key) ?? this.api.signIn({ username: username!, sub: sub!, claims: claims ?? {}, provider }).then(({ accessToken }) => accessToken);
    this.tokens.set(key, known);
    return known;
  }
}

function credentialsFor({ identityPool }: Caller): Parameters<LocalApi['credentials']>[0] {
  if (identityPool === undefined) return { role: 'Operator' };
  return identityPool === 'guest' ? 'guest' : { authenticated: 'someone' };
}
