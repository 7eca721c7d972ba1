import { type Handlers, ResolverError } from '../appsync-js';

/**
 * The handlers of a resolver or function that has no code, on a Lambda data source: the function gets the context and gives the value.
 * Of a batch it gives a list, in which each result has its value as `data`, or an error of its own as `errorMessage` and `errorType`.
 * https://docs.aws.amazon.com/appsync/latest/devguide/direct-lambda-reference.html
 * https://docs.aws.amazon.com/appsync/latest/devguide/resolver-mapping-template-reference-lambda.html
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
      return { kind: 'return', value: isBatched ? valueOf(result) : result };
    },
  };
}

/**
 * The value of one result of a batch; what else there is in it is ignored.
 * @throws ResolverError for a result that is an error
 */
function valueOf(result: unknown): unknown {
  const { data = null, errorMessage, errorType = null } = (result ?? {}) as { readonly data?: unknown; readonly errorMessage?: string; readonly errorType?: string };
  if (errorMessage) throw new ResolverError({ message: errorMessage, errorType, data, errorInfo: null });
  return data;
}
