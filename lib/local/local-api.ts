import { type Stack } from 'aws-cdk-lib';
import { localOutputs, type AmplifyOutputs } from './amplify-outputs';
import { apiKeyMode, Authorization } from './authorization';
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
   * What stands for the Lambda functions that data sources invoke, each by its construct's path below the stack (`Api/Echo`), its logical
   * id or its name. Of an imported function this is the name in its ARN; one of another stack goes by its construct's path too.
   * @default - none: a field that needs one has an error
   */
  readonly functions?: LambdaFunctions;
  /**
   * Tables that data sources use and no stack of the assembly makes, in the words of `AWS::DynamoDB::Table`.
   * @default - none
   */
  readonly tables?: readonly LocalTable[];
}

/** An AppSync API, run on this machine from what was synthesized: the same schema, resolvers and tables that would deploy. */
export class LocalApi {
  private constructor(
    /** The URL for GraphQL requests. */
    public readonly url: string,
    /** An API key that the API accepts, the same at each start. */
    public readonly apiKey: string,
    /** The object for `Amplify.configure`. */
    public readonly outputs: AmplifyOutputs,
    /** The API's schema in GraphQL's schema definition language. */
    public readonly schema: string,
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
    if (api.defaultAuthorizationType !== 'API_KEY' || apiKey === undefined) {
      throw new Error(`the GraphQL API '${api.logicalId}' has ${api.defaultAuthorizationType} as its default authorization${
        api.defaultAuthorizationType === 'API_KEY' ? ' and no API key' : ''}: the local API needs API_KEY, with a key`);
    }
    if (options.dynamodbEndpoint !== undefined && options.dataDirectory !== undefined) {
      throw new Error('items are kept either at a DynamoDB endpoint or in a data directory: leave one of them out');
    }
    const invoked = Object.values(api.dataSources).flatMap((source) => (source.type === 'AWS_LAMBDA' ? [source.function] : []));
    const lambdaFunctions = assignFunctions(options.functions ?? {}, invoked);
    const resources: Closable[] = [];
    try {
      const engine: DynamoDbEngine = options.dynamodbEndpoint
        ? new EndpointEngine(options.dynamodbEndpoint)
        : new EmbeddedEngine({ directory: options.dataDirectory });
      resources.push(engine);
      await ensureTables(engine, api.tables);
      const log = new RequestLog();
      const service = new GraphQLService(api, dataSourcesOf(api, { engine, log, tokens: new PageTokens(options.dataDirectory), lambdaFunctions }));
      const authorization = new Authorization([apiKeyMode(api.apiKeys)]);
      const realTime = new RealTimeServer({ service, authorization, limits: appSyncRealTimeLimits });
      resources.unshift(realTime);
      const server = await HttpServer.start(service, { host: options.host ?? '127.0.0.1', port: options.port ?? 0, authorization, realTime });
      resources.unshift(server);
      const { authority } = server;
      return new LocalApi(`http://${authority}/graphql`, apiKey, localOutputs(api, authority, apiKey), api.schema, log, resources);
    } catch (error) {
      await closeAll(resources);
      throw error;
    }
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
