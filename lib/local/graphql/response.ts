import { getLocation, type ASTNode } from 'graphql';

/** A place in a document, as AppSync writes it. */
interface ErrorLocation { readonly line: number; readonly column: number; readonly sourceName: null }

/**
 * An error of a GraphQL response in AppSync's form: a resolver's error has its type, info and data beside the message. Errors
 * of the request have no path, errors about values no location.
 */
export interface ResponseError {
  readonly path: readonly (string | number)[] | null;
  readonly data?: unknown;
  readonly errorType?: string | null;
  readonly errorInfo?: unknown;
  readonly locations: readonly ErrorLocation[] | null;
  readonly message: string;
}

/** The body of a GraphQL response. */
export interface ResponseBody {
  readonly data: unknown;
  readonly errors?: readonly ResponseError[];
}

/** What a subscriber gets of a mutation: AppSync leaves everything but message and path out of its errors. */
export interface PublishedBody {
  readonly data: unknown;
  readonly errors?: readonly Pick<ResponseError, 'message' | 'path'>[];
}

/** Where a node of a document starts. */
export function locationOf(node: ASTNode | undefined): ErrorLocation[] | null {
  return node?.loc ? [{ ...getLocation(node.loc.source, node.loc.start), sourceName: null }] : null;
}
