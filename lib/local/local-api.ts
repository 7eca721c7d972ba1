import { type Stack } from 'aws-cdk-lib';
import { localOutputs, type AmplifyOutputs } from './amplify-outputs';
import { ApiAuthorization, type CredentialsIdentity, type LocalCredentials, type SignedInUser, type SignInOptions } from './authorization';
import { type DataSource } from './data-source';
import {
  DynamoDbDataSource, EmbeddedEngine, EndpointEngine, ensureTables, PageTokens, RequestLog, type DynamoDbEngine, type DynamoDbRequest,
} from './dynamodb';
import { GraphQLService, noneDataSource } from './graphql';
import { HttpServer } from './http';
import { HttpDataSource } from './http-source';
import { assignFunctions, LambdaDataSource, type LambdaFunction, type LambdaFunctions } from './lambda';
import { appSyncRealTimeLimits, RealTimeServer } from './realtime';
import { apiLogicalIds, readApi, readAssembly, type ApiDefinition, type AssemblyStack, type DataSourceDefinition, type LocalTable } from './template';
import { quoted } from './wording';

export interface LocalApiOptions {
  /**
   * The port to listen on.
   * @default 0, a free one
   */
  readonly port?: number;
  /**
   * The address to listen on.
   * @default '127.0.0.1'
   */
  readonly host?: string;
  /**
   * A directory that keeps the tables' items from one start to the next.
   * @default - items are kept in memory
   */
  readonly dataDirectory?: string;
  /**
   * The URL of something that speaks DynamoDB's protocol, to keep the items instead of the embedded database.
   * @default - the embedded database
   */
  readonly dynamodbEndpoint?: string;
  /**
   * The logical id of the GraphQL API, where the stack has several.
   * @default - the stack's only one
   */
  readonly api?: string;
  /**
   * What stands for the Lambda functions that data sources invoke, or that authorize requests, each by its construct's path below the stack (`Api/Echo`), its logical
   * id or its name. Of an imported function this is the name in its ARN; one of another stack goes by its construct's path too.
   * @default - none: a field that needs one has an error
   */
  readonly functions?: LambdaFunctions;
  /**
   * Tables that data sources use and no stack of the assembly makes, in the words of `AWS::DynamoDB::Table`.
   * @default - none
   */
  readonly tables?: readonly LocalTable[];
  /**
   * Where issuers publish the keys of their tokens: the URL of the API's only issuer, or URLs by issuer, `{ 'https://example.com/':
   * 'https://example.com/.well-known/jwks.json' }`. The issuer of a user pool is `https://cognito-idp.<region>.amazonaws.com/<id>`. Of these issuers
   * tokens are verified by the keys, and none are made here.
   * @default - none: only tokens that `signIn` has made are let in
   */
  readonly jwks?: string | Readonly<Record<string, string>>;
}

/** An AppSync API, run on this machine from what was synthesized: the same schema, resolvers and tables that would deploy. */
export class LocalApi {
  private constructor(
    /** The URL for GraphQL requests. */
    public readonly url: string,
    /** An API key that the API accepts, the same at each start; undefined where the API has none. */
    public readonly apiKey: string | undefined,
    /** The ways in which the API lets requests in, the default one first. */
    public readonly authorizationModes: ApiDefinition['authorizationModes'],
    /** The object for `Amplify.configure`. */
    public readonly outputs: AmplifyOutputs,
    /** The API's schema in GraphQL's schema definition language. */
    public readonly schema: string,
    private readonly access: ApiAuthorization,
    private readonly log: RequestLog,
    private readonly resources: readonly Closable[],
  ) {}

  /**
   * Synthesizes the app or stage that the stack is in, and serves the stack's GraphQL API.
   * @throws Error for whatever the local API can't reproduce
   */
  public static async fromStack(stack: Stack, options?: LocalApiOptions): Promise<LocalApi> {
    const app = stack.node.scopes.reverse().find((scope): scope is typeof scope & Synthesizer => 'synth' in scope);
    if (!app) throw new Error(`stack '${stack.stackName}' is not in an app, so it can't be synthesized`);
    let outermost = stack;
    while (outermost.nestedStackParent) outermost = outermost.nestedStackParent;
    return LocalApi.fromAssembly(app.synth().directory, { ...options, stack: outermost.artifactId });
  }

  /**
   * Serves a GraphQL API of a cloud assembly (`cdk.out`).
   * @param options `stack`: its name, its artifact's id or its path in the app; may be left out where one stack only has an API
   * @throws Error for whatever the local API can't reproduce
   */
  public static async fromAssembly(directory: string, options: LocalApiOptions & { readonly stack?: string } = {}): Promise<LocalApi> {
    const stacks = readAssembly(directory);
    const stack = findStack(stacks, options.stack);
    return LocalApi.start(readApi(stack, findApi(stack, options.api), { stacks, ...(options.tables && { tables: options.tables }) }), options);
  }

  private static async start(api: ApiDefinition, options: LocalApiOptions): Promise<LocalApi> {
    const [apiKey] = api.apiKeys;
    if (apiKey === undefined && api.authorizationModes.every(({ type }) => type === 'API_KEY')) {
      throw new Error(`the GraphQL API '${api.logicalId}' lets in holders of an API key only, and has none: make one with an AWS::AppSync::ApiKey`);
    }
    if (options.dynamodbEndpoint !== undefined && options.dataDirectory !== undefined) {
      throw new Error('items are kept either at a DynamoDB endpoint or in a data directory: leave one of them out');
    }
    const invoked = Object.values(api.dataSources).flatMap((source) => (source.type === 'AWS_LAMBDA' ? [source.function] : []));
    const authorizers = api.authorizationModes.flatMap((mode) => (mode.type === 'AWS_LAMBDA' ? [mode.function] : []));
    const lambdaFunctions = assignFunctions(options.functions ?? {}, [...invoked, ...authorizers]);
    const access = new ApiAuthorization(api, { jwks: options.jwks ?? {}, lambdaFunctions });
    const resources: Closable[] = [];
    try {
      const engine: DynamoDbEngine = options.dynamodbEndpoint
        ? new EndpointEngine(options.dynamodbEndpoint)
        : new EmbeddedEngine({ directory: options.dataDirectory });
      resources.push(engine);
      await ensureTables(engine, api.tables);
      const log = new RequestLog();
      const service = new GraphQLService(api, dataSourcesOf(api, { engine, log, tokens: new PageTokens(options.dataDirectory), lambdaFunctions }));
      const { authorization } = access;
      const realTime = new RealTimeServer({ service, authorization, limits: appSyncRealTimeLimits });
      resources.unshift(realTime);
      const server = await HttpServer.start(service, { host: options.host ?? '127.0.0.1', port: options.port ?? 0, authorization, realTime });
      resources.unshift(server);
      const { authority } = server;
      return new LocalApi(`http://${authority}/graphql`, apiKey, api.authorizationModes, localOutputs(api, authority), api.schema, access, log, resources);
    } catch (error) {
      await closeAll(resources);
      throw error;
    }
  }

  /**
   * Signs a user in, for an API that lets in users of a user pool or an OpenID Connect provider: makes tokens as the provider would, which this
   * local API accepts until it is closed.
   * @throws Error when the API has no such provider, or the option `jwks` names where its tokens come from
   */
  public async signIn(options: SignInOptions): Promise<SignedInUser> {
    return this.access.signIn(options);
  }

  /**
   * Credentials to sign requests with, for an API that lets in by IAM.
   * @param identity a guest or a signed-in user of an identity pool, or someone who has assumed a role
   * @throws Error when the API has no mode AWS_IAM
   */
  public credentials(identity: CredentialsIdentity): LocalCredentials {
    return this.access.credentials(identity);
  }

  /** The DynamoDB requests that resolvers made so far, in order. */
  public get requests(): readonly DynamoDbRequest[] {
    return this.log.requests;
  }

  /** Forgets the DynamoDB requests made so far. */
  public clearRequests(): void {
    this.log.clear();
  }

  /** Stops serving. Items that aren't kept in a directory or at an endpoint are gone. */
  public async close(): Promise<void> {
    await closeAll(this.resources);
  }
}

interface Closable { close(): Promise<void> }
interface Synthesizer { synth(): { readonly directory: string } }

async function closeAll(resources: readonly Closable[]): Promise<void> {
  for (const resource of resources) await resource.close();
}

/** What data sources are made of, beside their definitions. */
interface Means {
  readonly engine: DynamoDbEngine;
  readonly log: RequestLog;
  readonly tokens: PageTokens;
  /** By ARN. */
  readonly lambdaFunctions: ReadonlyMap<string, LambdaFunction>;
}

function dataSourcesOf(api: ApiDefinition, { engine, log, tokens, lambdaFunctions }: Means): Record<string, DataSource> {
  const tables = new Map(api.tables.map((table) => [table.name, table]));
  const make = (definition: DataSourceDefinition): DataSource => {
    switch (definition.type) {
      case 'NONE': return noneDataSource;
      case 'AMAZON_DYNAMODB': return new DynamoDbDataSource(engine, tables.get(definition.table)!, log, tokens);
      case 'HTTP': return new HttpDataSource(definition.endpoint);
      case 'AWS_LAMBDA': return new LambdaDataSource(definition.function, lambdaFunctions.get(definition.function.arn));
    }
  };
  return Object.fromEntries(Object.entries(api.dataSources).map(([name, definition]) => [name, make(definition)]));
}

function findStack(stacks: readonly AssemblyStack[], name: string | undefined): AssemblyStack {
  const list = (some: readonly AssemblyStack[]) => quoted(some.map((stack) => stack.name));
  if (name !== undefined) {
    const [named, ...others] = stacks.filter(({ names }) => names.includes(name));
    if (!named) throw new Error(`the assembly has no stack '${name}': it has ${list(stacks)}`);
    if (others.length > 0) {
      throw new Error(`several stacks of the assembly are named '${name}', name one by its path: ${quoted([named, ...others].map(({ path }) => path))}`);
    }
    return named;
  }
  const candidates = stacks.filter((stack) => apiLogicalIds(stack).length > 0);
  if (candidates.length === 0) throw new Error(`no stack of the assembly has a GraphQL API: it has ${list(stacks)}`);
  if (candidates.length > 1) throw new Error(`several stacks of the assembly have a GraphQL API, name one of them: ${list(candidates)}`);
  return candidates[0]!;
}

function findApi(stack: AssemblyStack, logicalId: string | undefined): string {
  const ids = apiLogicalIds(stack);
  if (logicalId === undefined && ids.length > 1) {
    throw new Error(`stack '${stack.name}' has several GraphQL APIs, name one of them: ${quoted(ids)}`);
  }
  const id = logicalId ?? ids[0];
  if (id === undefined) throw new Error(`stack '${stack.name}' has no GraphQL API`);
  return id;
}
