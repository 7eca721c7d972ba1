import { execute, isScalarType, isSpecifiedScalarType, type DocumentNode, type ExecutionResult, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { type Caller } from '../caller';
import { type ApiDefinition } from '../template';
import { buildAppSyncSchema } from './build-schema';
import { executionError } from './execution-error';
import { guardFields } from './guard-fields';
import { readProperty } from './read-property';
import { type PublishedBody } from './response';
import { Selection } from './selection';

/** A mutation's field as its subscribers get it: what the mutation has selected, by the names of the fields. */
export interface Publication { readonly mutation: string; readonly result: unknown }

/** What a request asks for, after it was validated. */
export interface RequestedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The fields of a mutation's response that are there to be published: those that are null aren't. */
export function publicationsOf(schema: GraphQLSchema, request: RequestedOperation, data: unknown): Publication[] {
  const selection = Selection.ofOperation(schema, request.document, request.operation, request.variables);
  return Object.entries(data as Record<string, unknown>)
    .filter(([, value]) => value !== null)
    .flatMap(([key, value]) => selection.field(key).map(({ name, below }) => ({ mutation: name, result: below.withoutAliases(value) })))
    .filter(({ mutation }) => mutation !== '__typename');
}

/**
 * The schema that publications are read by: without resolvers, and with values that are serialized already. What a subscriber may not ask for
 * is not told either.
 */
export function publicationSchema(api: Pick<ApiDefinition, 'schema' | 'authorizationModes'>): GraphQLSchema {
  const schema = buildAppSyncSchema(api.schema);
  guardFields(schema, api.authorizationModes);
  // GraphQL's own scalars take what they have serialized themselves, and are one object for all schemas.
  const scalars = Object.values(schema.getTypeMap()).filter(isScalarType).filter((scalar) => !isSpecifiedScalarType(scalar));
  for (const scalar of scalars) scalar.serialize = (value) => value;
  return schema;
}

/** The response to a subscription, for a published result. No resolver runs: what the mutation didn't select is null. */
export function respondWith(schema: GraphQLSchema, subscription: RequestedOperation, fieldName: string, result: unknown, caller: Caller): PublishedBody {
  const { data, errors } = execute({
    schema,
    document: subscription.document,
    operationName: subscription.operation.name?.value,
    variableValues: subscription.variables,
    rootValue: { [fieldName]: result },
    contextValue: { caller },
    fieldResolver: readProperty,
  }) as ExecutionResult;
  const described = errors?.map((error) => executionError(schema, error)).map(({ message, path }) => ({ message, path }));
  return { data: data ?? null, ...(described && { errors: described }) };
}
