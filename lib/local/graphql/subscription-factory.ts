import { getArgumentValues, getVariableValues, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { ResolverError } from '../appsync-js/handlers';
import { FilterError, readEnhancedFilter, type EnhancedFilter } from '../subscriptions';
import { type ApiDefinition } from '../template';
import { withoutNulls } from './arguments';
import { publicationSchema, respondWith, type RequestedOperation } from './publication';
import { publishedMutations } from './published-mutations';
import { type RequestContext } from './request-context';
import { Selection } from './selection';
import { Subscription } from './subscription';
import { SubscriptionError, type SubscriptionErrorDetails } from './subscription-error';

/** Makes subscriptions of operations whose resolver has run. */
export class SubscriptionFactory {
  private readonly mutations: ReadonlyMap<string, readonly string[]>;
  /** Made when there is a first subscription: most tests have none, and a large schema takes a while. */
  private published?: GraphQLSchema;

  /** @throws Error when AppSync would refuse what the schema says of subscriptions */
  public constructor(private readonly schema: GraphQLSchema, private readonly api: Pick<ApiDefinition, 'schema' | 'authorizationModes'>) {
    this.mutations = publishedMutations(schema);
  }

  /** @throws SubscriptionError when the resolver ended with an error, or has set a filter that AppSync refuses */
  public start(requested: RequestedOperation, { errors = [] }: ExecutionResult, context: RequestContext): Subscription {
    // That there is nothing where the type has something is no error before there is a mutation.
    const thrown = errors.map(({ originalError }) => originalError).filter((error) => error instanceof ResolverError).map(({ details }) => details);
    const refused = [...context.errors, ...thrown].map(describe);
    if (refused.length) throw new SubscriptionError(refused);

    const selection = Selection.ofOperation(this.schema, requested.document, requested.operation, requested.variables);
    const [field] = selection.keys().flatMap((key) => selection.field(key));
    if (!field) throw new SubscriptionError([{ message: 'The subscription selects no field.' }]);
    const definition = this.schema.getSubscriptionType()!.getFields()[field.name]!;
    const { coerced } = getVariableValues(this.schema, requested.operation.variableDefinitions ?? [], requested.variables);
    const filter = readFilter(context.filters.subscription);
    const invalidationFilter = readFilter(context.filters.invalidation);
    const published = this.published ??= publicationSchema(this.api);
    return new Subscription({
      fieldName: field.name,
      mutations: this.mutations.get(field.name)!,
      arguments: withoutNulls(getArgumentValues(definition, field.node, coerced), definition),
      ...(filter && { filter }),
      ...(invalidationFilter && { invalidationFilter }),
      respond: (result) => respondWith(published, requested, field.name, result, context.caller),
    });
  }
}

/** A filter that is null counts as none. */
function readFilter(filter: unknown): EnhancedFilter | undefined {
  try {
    return filter == null ? undefined : readEnhancedFilter(filter);
  } catch (error) {
    throw error instanceof FilterError ? new SubscriptionError([{ message: error.message, errorCode: 400 }]) : error;
  }
}

function describe({ message, errorType, data, errorInfo }: { message: string; errorType?: string | null; data?: unknown; errorInfo?: unknown }): SubscriptionErrorDetails {
  return { ...(errorType != null && { errorType }), message, ...(data != null && { data }), ...(errorInfo != null && { errorInfo }) };
}
