import { type Handlers, ResolverError } from '../appsync-js';

/**
 * The handlers of a resolver or function that has no code, on a Lambda data source: the function gets the context and gives the value.
 * https://docs.aws.amazon.com/appsync/latest/devguide/direct-lambda-reference.html
 * @param isBatched whether a size of batches is configured, by which alone they are made
 */
export function directHandlers(isBatched: boolean): Handlers {
  return {
    request: ({ arguments: args, identity, source, request, prev, info, stash }) => ({
      kind: 'return',
      value: { operation: isBatched ? 'BatchInvoke' : 'Invoke', payload: { arguments: args, identity, source, request, prev, info, stash } },
    }),
    response: ({ error, result }) => {
      if (error) throw new ResolverError({ message: error.message, errorType: error.type, data: result, errorInfo: null });
      return { kind: 'return', value: result };
    },
  };
}
