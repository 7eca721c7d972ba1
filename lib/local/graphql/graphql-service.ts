import { execute, getOperationAST, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { type Caller } from '../caller';
import { type DataSource } from '../data-source';
import { type ApiDefinition } from '../template';
import { attachResolvers } from './attach-resolvers';
import { buildAppSyncSchema } from './build-schema';
import { executionError } from './execution-error';
import { guardFields } from './guard-fields';
import { appSyncLimits, type Limits } from './limits';
import { PreparedDocuments } from './prepared-documents';
import { publicationsOf, type Publication, type RequestedOperation } from './publication';
import { readProperty } from './read-property';
import { requestContext, type RequestContext } from './request-context';
import { RequestError } from './request-error';
import { type ResponseBody, type ResponseError } from './response';
import { isInvalidation, type Invalidation, type Subscription } from './subscription';
import { SubscriptionError } from './subscription-error';
import { SubscriptionFactory } from './subscription-factory';
import { variableError } from './variable-error';

/** A GraphQL request, as its HTTP body has it, and what it came with. */
export interface GraphQLRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Who sends it: someone who has an API key where nothing is said. */
  readonly caller?: Caller;
}

interface GraphQLResponse {
  readonly body: ResponseBody;
  /** The headers that resolvers have added. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What subscribers may want to hear of a mutation: its fields, in order, and the subscriptions that are to end. */
type MutationListener = (publications: readonly Publication[], invalidations: readonly Invalidation[]) => void;

/** An operation that was executed: undefined where it took longer than it may. */
interface Execution { readonly result: ExecutionResult | undefined; readonly context: RequestContext }

const anyone: Caller = { mode: 'API_KEY', identity: null };

/** Executes GraphQL requests as AppSync does: the API's schema, resolvers and limits, its errors in its form. */
export class GraphQLService {
  private readonly schema: GraphQLSchema;
  private readonly documents: PreparedDocuments;
  private readonly subscriptions: SubscriptionFactory;
  private readonly listeners: MutationListener[] = [];

  /**
   * @param dataSources by the names that the API's resolvers and functions have for them
   * @throws Error when the schema isn't valid or has no field that a resolver is for, and for code that AppSync would refuse
   */
  public constructor(api: ApiDefinition, dataSources: Readonly<Record<string, DataSource>>, private readonly limits: Limits = appSyncLimits) {
    this.schema = buildAppSyncSchema(api.schema);
    this.documents = new PreparedDocuments(this.schema, api.introspectionEnabled);
    this.subscriptions = new SubscriptionFactory(this.schema, api);
    attachResolvers(this.schema, api, dataSources, limits);
    guardFields(this.schema, api.authorizationModes);
  }

  /** Tells of every mutation from now on, before its response is sent. */
  public onMutation(listener: MutationListener): void {
    this.listeners.push(listener);
  }

  /** @throws RequestError for what AppSync doesn't execute: a document that can't be parsed, a subscription */
  public async execute(request: GraphQLRequest): Promise<GraphQLResponse> {
    const requested = this.prepare(request);
    if ('errors' in requested) return { body: { data: null, errors: requested.errors }, headers: {} };
    const { operation } = requested.operation;
    if (operation === 'subscription') {
      throw new RequestError(400, 'UnsupportedOperation', 'subscriptions are not answered over HTTP: use the real-time endpoint');
    }
    const execution = await this.run(requested, request);
    const body = this.body(execution, requested);
    if (operation === 'mutation' && body.data) this.tell(requested, body.data, execution.context);
    return { body, headers: execution.context.responseHeaders };
  }

  /**
   * Starts a subscription: its resolver runs, once.
   * @throws SubscriptionError when the document isn't valid, or the resolver doesn't let it start
   * @throws RequestError for what is no subscription at all
   */
  public async subscribe(request: GraphQLRequest): Promise<Subscription> {
    const requested = this.prepare(request);
    if ('errors' in requested) throw new SubscriptionError(requested.errors);
    const { operation } = requested.operation;
    if (operation !== 'subscription') throw new RequestError(400, 'UnsupportedOperation', `${operation} not supported through the realtime channel`);
    const execution = await this.run(requested, request);
    if (execution.result?.data === undefined) throw new SubscriptionError(this.body(execution, requested).errors!);
    return this.subscriptions.start(requested, execution.result, execution.context);
  }

  private prepare(request: GraphQLRequest): RequestedOperation | { readonly errors: readonly ResponseError[] } {
    const { document, errors } = this.documents.prepare(request.query);
    if (errors.length) return { errors };
    const operation = getOperationAST(document, request.operationName);
    if (!operation) return { errors: [unknownOperation(request.operationName)] };
    // Null counts as absent, so that a variable's default applies.
    return { document, operation, variables: Object.fromEntries(Object.entries(request.variables).filter(([, value]) => value !== null)) };
  }

  private async run({ document, operation, variables }: RequestedOperation, { headers, caller = anyone }: GraphQLRequest): Promise<Execution> {
    const context = requestContext(headers, caller);
    const result = await this.withinTime(context, execute({
      schema: this.schema, document, contextValue: context, variableValues: variables, operationName: operation.name?.value, fieldResolver: readProperty,
    }));
    return { result, context };
  }

  private tell(requested: RequestedOperation, data: unknown, { invalidations }: RequestContext): void {
    const publications = publicationsOf(this.schema, requested, data);
    for (const listener of this.listeners) listener(publications, invalidations.filter(isInvalidation));
  }

  private body({ result, context }: Execution, { operation, variables }: RequestedOperation): ResponseBody {
    if (!result) return { data: null, errors: [requestError('Execution timed out.', 'ExecutionTimeout')] };
    if (result.data === undefined) {
      const error = variableError(this.schema, operation, variables);
      return { data: null, errors: error ? [error] : result.errors!.map(({ message }) => requestError(message)) };
    }
    const errors = [...context.errors, ...(result.errors ?? []).map((error) => executionError(this.schema, error))];
    return { data: result.data, ...(errors.length && { errors }) };
  }

  /** Undefined when the request takes longer than it may; resolvers that haven't started by then don't. */
  private async withinTime<T>(context: RequestContext, work: Promise<T> | T): Promise<T | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => {
        context.isOver = true;
        resolve(undefined);
      }, this.limits.milliseconds);
    });
    return Promise.race([work, timeout]).finally(() => clearTimeout(timer));
  }
}

function requestError(message: string, errorType?: string): ResponseError {
  return { path: null, locations: null, ...(errorType && { errorType }), message };
}

function unknownOperation(name: string | undefined): ResponseError {
  return requestError(name ? `Unknown operation named '${name}'.` : 'Must provide operation name if query contains multiple operations.');
}
