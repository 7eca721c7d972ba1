import {
  execute, getOperationAST, isObjectType, parse, responsePathAsArray, type DocumentNode, type ExecutionResult, type GraphQLFieldResolver,
  type GraphQLResolveInfo, type GraphQLSchema, type OperationDefinitionNode,
} from 'graphql';
import { loadHandlers } from '../appsync-js';
import { type HandlerContext, type HandlerEffects, type Handlers, ResolverError } from '../appsync-js/handlers';
import { type DataSource } from '../data-source';
import { type ApiDefinition, type ResolverDefinition } from '../template';
import { buildAppSyncSchema } from './build-schema';
import { executionError } from './execution-error';
import { runResolver, type FieldResolver, type Step } from './field-resolver';
import { appSyncLimits, type Limits } from './limits';
import { RequestError } from './request-error';
import { locationOf, type ResponseBody, type ResponseError } from './response';
import { Selection } from './selection';
import { validateDocument } from './validation';
import { variableError } from './variable-error';

/** A GraphQL request, as its HTTP body has it, and the headers that it came with. */
export interface GraphQLRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface GraphQLResponse {
  readonly body: ResponseBody;
  /** The headers that resolvers have added. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What the fields of one request share. */
interface RequestContext {
  /** As `ctx.request`. */
  readonly request: HandlerContext['request'];
  readonly errors: ResponseError[];
  readonly responseHeaders: Record<string, string>;
  /** Fields that are selected once resolve once for each parent, all with the same selection. */
  readonly infos: WeakMap<GraphQLResolveInfo['fieldNodes'], HandlerContext['info']>;
  resolverRuns: number;
  isOver: boolean;
}

const documentsKept = 500;

/** Executes GraphQL requests as AppSync does: the API's schema, resolvers and limits, its errors in its form. */
export class GraphQLService {
  private readonly schema: GraphQLSchema;
  private readonly documents = new Map<string, { readonly document: DocumentNode; readonly errors: readonly ResponseError[] }>();

  /**
   * @param dataSources by the names that the API's resolvers and functions have for them
   * @throws Error when the schema isn't valid or has no field that a resolver is for, and for code that AppSync would refuse
   */
  public constructor(
    private readonly api: ApiDefinition,
    private readonly dataSources: Readonly<Record<string, DataSource>>,
    private readonly limits: Limits = appSyncLimits,
  ) {
    this.schema = buildAppSyncSchema(api.schema);
    this.attachResolvers();
  }

  /** @throws RequestError for what AppSync doesn't execute: a document that can't be parsed, a subscription */
  public async execute(request: GraphQLRequest): Promise<GraphQLResponse> {
    const { document, errors } = this.prepare(request.query);
    if (errors.length) return { body: { data: null, errors }, headers: {} };
    const operation = getOperationAST(document, request.operationName);
    if (!operation) return { body: { data: null, errors: [unknownOperation(request.operationName)] }, headers: {} };
    if (operation.operation === 'subscription') {
      throw new RequestError(400, 'UnsupportedOperation', 'subscriptions are not answered over HTTP: use the real-time endpoint');
    }
    // Null counts as absent, so that a variable's default applies.
    const variables = Object.fromEntries(Object.entries(request.variables).filter(([, value]) => value !== null));
    const context: RequestContext = {
      request: { headers: { ...request.headers }, domainName: null }, errors: [], responseHeaders: {}, infos: new WeakMap(), resolverRuns: 0, isOver: false,
    };
    const result = await this.withinTime(context, execute({
      schema: this.schema, document, contextValue: context, variableValues: variables, operationName: request.operationName, fieldResolver: readProperty,
    }));
    return { body: this.body(result, context, operation, variables), headers: context.responseHeaders };
  }

  private body(
    result: ExecutionResult | undefined, context: RequestContext, operation: OperationDefinitionNode, variables: Record<string, unknown>,
  ): ResponseBody {
    if (!result) return { data: null, errors: [requestError('Execution timed out.', 'ExecutionTimeout')] };
    if (result.data === undefined) {
      const error = variableError(this.schema, operation, variables);
      return { data: null, errors: error ? [error] : result.errors!.map(({ message }) => requestError(message)) };
    }
    const errors = [...context.errors, ...(result.errors ?? []).map((error) => executionError(this.schema, error))];
    return { data: result.data, ...(errors.length && { errors }) };
  }

  private prepare(query: string): { readonly document: DocumentNode; readonly errors: readonly ResponseError[] } {
    const known = this.documents.get(query);
    if (known) return known;
    let document: DocumentNode;
    try {
      document = parse(query);
    } catch {
      throw new RequestError(400, 'MalformedHttpRequestException', 'Unable to parse GraphQL query.');
    }
    const prepared = { document, errors: validateDocument(this.schema, document, this.api.introspectionEnabled) };
    if (this.documents.size >= documentsKept) this.documents.delete(this.documents.keys().next().value!);
    this.documents.set(query, prepared);
    return prepared;
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

  private attachResolvers(): void {
    const step = ({ logicalId, code, dataSource }: Pick<ResolverDefinition, 'logicalId' | 'code' | 'dataSource'>, name: string): Step =>
      ({ handlers: load(code, name, logicalId), ...(dataSource !== undefined && { dataSource: this.dataSources[dataSource]! }) });
    const functions = new Map(Object.entries(this.api.functions).map(([id, definition]) => [id, step(definition, definition.name)]));
    for (const resolver of this.api.resolvers) {
      const name = `${resolver.typeName}.${resolver.fieldName}`;
      const type = this.schema.getType(resolver.typeName);
      const field = isObjectType(type) ? type.getFields()[resolver.fieldName] : undefined;
      if (!field) throw new Error(`resolver '${resolver.logicalId}' is for the field ${name}, which the schema does not have`);
      field.resolve = this.resolveWith({
        ...step(resolver, name),
        ...(resolver.functions && { functions: resolver.functions.map((id) => functions.get(id)!) }),
      });
    }
  }

  private resolveWith(resolver: FieldResolver): GraphQLFieldResolver<unknown, RequestContext> {
    return async (source, args, context, info) => {
      const effects: HandlerEffects = { appendedErrors: [], invalidations: [], responseHeaders: context.responseHeaders };
      try {
        if (context.isOver || ++context.resolverRuns > this.limits.resolverRuns) {
          throw new ResolverError({
            message: `Resolver invocation limit reached: ${this.limits.resolverRuns} a request`, errorType: 'ResolverExecutionLimitReached', data: null, errorInfo: null,
          });
        }
        const given = withoutNulls(args, info);
        return await runResolver(resolver, {
          arguments: given,
          args: given,
          identity: null,
          source: source ?? null,
          stash: {},
          request: context.request,
          info: handlerInfo(info, context),
          env: this.api.environment,
        }, effects);
      } catch (error) {
        const details = error instanceof ResolverError ? error.details : { message: (error as Error).message, errorType: 'Code', data: null, errorInfo: null };
        throw new ResolverError({ ...details, data: Selection.of(info).cut(details.data) });
      } finally {
        for (const { message, errorType, data, errorInfo } of effects.appendedErrors) {
          context.errors.push({
            path: responsePathAsArray(info.path), data: Selection.of(info).cut(data), errorType, errorInfo, locations: locationOf(info.fieldNodes[0]), message,
          });
        }
      }
    };
  }
}

function load(code: string, name: string, logicalId: string): Handlers {
  try {
    return loadHandlers(code, name);
  } catch (error) {
    throw new Error(`resource '${logicalId}': ${(error as Error).message}`, { cause: error });
  }
}

/** A field without a resolver is the property of its name; what its parent inherits from JavaScript doesn't count. */
const readProperty: GraphQLFieldResolver<Record<string, unknown> | null, unknown> = (source, _args, _context, { fieldName }) =>
  (typeof source === 'object' && source !== null && Object.hasOwn(source, fieldName) ? source[fieldName] : null);

/** Arguments that are null count as absent: the default applies, or there is none. */
function withoutNulls(args: Readonly<Record<string, unknown>>, info: GraphQLResolveInfo): Record<string, unknown> {
  const definitions = info.parentType.getFields()[info.fieldName]!.args;
  return Object.fromEntries(Object.entries(args)
    .map(([name, value]) => [name, value ?? definitions.find((definition) => definition.name === name)?.defaultValue])
    .filter(([, value]) => value != null));
}

/** `ctx.info`: one for all parents that a field is resolved for, as its selection takes a while to work out. */
function handlerInfo(info: GraphQLResolveInfo, context: RequestContext): HandlerContext['info'] {
  const known = context.infos.get(info.fieldNodes);
  if (known) return known;
  const selection = Selection.of(info);
  const made = {
    fieldName: info.fieldName,
    parentTypeName: info.parentType.name,
    variables: info.variableValues,
    selectionSetList: selection.list(),
    selectionSetGraphQL: selection.graphQL(),
  };
  context.infos.set(info.fieldNodes, made);
  return made;
}

function requestError(message: string, errorType?: string): ResponseError {
  return { path: null, locations: null, ...(errorType && { errorType }), message };
}

function unknownOperation(name: string | undefined): ResponseError {
  return requestError(name ? `Unknown operation named '${name}'.` : 'Must provide operation name if query contains multiple operations.');
}
