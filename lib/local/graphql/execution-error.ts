import { getNullableType, isListType, isObjectType, type GraphQLError, type GraphQLOutputType, type GraphQLSchema } from 'graphql';
import { ResolverError } from '../appsync-js/handlers';
import { locationOf, type ResponseError } from './response';

/** An error of a field in AppSync's form: a resolver's own error, a null that may not be one, or a value that doesn't fit its type. */
export function executionError(schema: GraphQLSchema, error: GraphQLError): ResponseError {
  const { originalError, message } = error;
  const path = error.path ?? [];
  if (originalError instanceof ResolverError) {
    const { data, errorType, errorInfo } = originalError.details;
    return { path, data, errorType, errorInfo, locations: locationOf(error.nodes?.[0]), message };
  }
  return { path, locations: null, message: describe(schema, message, path) };
}

function describe(schema: GraphQLSchema, message: string, path: readonly (string | number)[]): string {
  const at = path.map((step) => (typeof step === 'number' ? `[${step}]` : `/${step}`)).join('');
  const [, parentName, fieldName] = /^Cannot return null for non-nullable field (\w+)\.(\w+)\.$/.exec(message) ?? [];
  const parent = schema.getType(parentName ?? '');
  if (isObjectType(parent)) {
    const type = elementType(parent.getFields()[fieldName!]!.type, path);
    // A list has no name, and AppSync says so.
    return `Cannot return null for non-nullable type: '${isListType(type) ? null : type}' within parent '${parentName}' (${at})`;
  }
  if (message.startsWith('Expected Iterable')) return `Can't resolve value (${at}) : type mismatch error, expected type LIST`;
  return `Can't serialize value (${at}) : ${message}`;
}

/** The type that the value at the path has: for each index at its end, that of the list's elements. */
function elementType(type: GraphQLOutputType, path: readonly (string | number)[]): GraphQLOutputType {
  const nullable = getNullableType(type);
  return typeof path.at(-1) === 'number' && isListType(nullable) ? elementType(nullable.ofType, path.slice(0, -1)) : nullable;
}
