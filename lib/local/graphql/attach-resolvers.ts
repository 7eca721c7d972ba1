import { isObjectType, responsePathAsArray, type GraphQLFieldResolver, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';
import { loadHandlers } from '../appsync-js';
import { type HandlerContext, type HandlerEffects, type Handlers, ResolverError } from '../appsync-js/handlers';
import { type DataSource } from '../data-source';
import { directHandlers } from '../lambda';
import { type ApiDefinition, type ResolverDefinition } from '../template';
import { withoutNulls } from './arguments';
import { runResolver, type FieldResolver, type Step } from './field-resolver';
import { type Limits } from './limits';
import { type RequestContext } from './request-context';
import { locationOf } from './response';
import { Selection } from './selection';

/**
 * Gives the fields of a schema the resolvers that an API has for them.
 * @throws Error when the schema has no field that a resolver is for, and for code that AppSync would refuse
 */
export function attachResolvers(schema: GraphQLSchema, api: ApiDefinition, dataSources: Readonly<Record<string, DataSource>>, limits: Limits): void {
  const step = ({ logicalId, code, dataSource, maxBatchSize }: Omit<ResolverDefinition, 'typeName' | 'fieldName' | 'functions'>, name: string): Step => ({
    handlers: code === undefined ? directHandlers(maxBatchSize !== undefined) : load(code, name, logicalId),
    ...(dataSource !== undefined && { dataSource: dataSources[dataSource]! }),
    ...(maxBatchSize !== undefined && { maxBatchSize }),
  });
  const functions = new Map(Object.entries(api.functions).map(([id, definition]) => [id, step(definition, definition.name)]));
  for (const resolver of api.resolvers) {
    const name = `${resolver.typeName}.${resolver.fieldName}`;
    const type = schema.getType(resolver.typeName);
    const field = isObjectType(type) ? type.getFields()[resolver.fieldName] : undefined;
    if (!field) throw new Error(`resolver '${resolver.logicalId}' is for the field ${name}, which the schema does not have`);
    const resolve = resolveWith({
      ...step(resolver, name),
      ...(resolver.functions && { functions: resolver.functions.map((id) => functions.get(id)!) }),
    }, api.environment, limits);
    field.resolve = type === schema.getSubscriptionType() ? resolveToNothing(resolve) : resolve;
  }
}

/** What the resolver of a subscription returns is for nobody: no resolver runs for what it has selected. */
function resolveToNothing(resolve: GraphQLFieldResolver<unknown, RequestContext>): GraphQLFieldResolver<unknown, RequestContext> {
  return async (...args) => {
    await resolve(...args);
    return null;
  };
}

function resolveWith(resolver: FieldResolver, env: Record<string, string>, limits: Limits): GraphQLFieldResolver<unknown, RequestContext> {
  return async (source, args, context, info) => {
    const effects: HandlerEffects = { appendedErrors: [], invalidations: context.invalidations, responseHeaders: context.responseHeaders };
    try {
      if (context.isOver || ++context.resolverRuns > limits.resolverRuns) {
        throw new ResolverError({
          message: `Resolver invocation limit reached: ${limits.resolverRuns} a request`, errorType: 'ResolverExecutionLimitReached', data: null, errorInfo: null,
        });
      }
      const given = withoutNulls(args, info.parentType.getFields()[info.fieldName]!);
      return await runResolver(resolver, {
        arguments: given,
        args: given,
        identity: context.caller.identity,
        authorizationType: context.caller.mode,
        source: source ?? null,
        stash: {},
        request: context.request,
        info: handlerInfo(info, context),
        env,
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
      if ('subscriptionFilter' in effects) context.filters.subscription = effects.subscriptionFilter;
      if ('subscriptionInvalidationFilter' in effects) context.filters.invalidation = effects.subscriptionInvalidationFilter;
    }
  };
}

function load(code: string, name: string, logicalId: string): Handlers {
  try {
    return loadHandlers(code, name);
  } catch (error) {
    throw new Error(`resource '${logicalId}': ${(error as Error).message}`, { cause: error });
  }
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
