import { type IncomingMessage } from 'node:http';
import { RequestError, type GraphQLRequest } from '../graphql';

const largestBody = 1024 * 1024;

/**
 * The GraphQL request in the body of an HTTP request.
 * @throws RequestError when it is none
 */
export function readGraphQLRequest(text: string): Omit<GraphQLRequest, 'headers'> {
  if (text === '') throw malformed('Request body is empty.');
  let body: { query?: unknown; variables?: unknown; operationName?: unknown } | null;
  try {
    body = JSON.parse(text);
  } catch {
    throw malformed('Unable to parse GraphQL query.');
  }
  const { query, variables, operationName } = body ?? {};
  if (typeof query !== 'string') throw malformed('Unable to parse GraphQL query.');
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) throw malformed('Unable to parse variables.');
  return { query, variables: (variables ?? {}) as Record<string, unknown>, ...(typeof operationName === 'string' && operationName !== '' ? { operationName } : {}) };
}

/** @throws RequestError when the body is too large */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > largestBody) throw new RequestError(413, 'RequestEntityTooLargeException', 'Request body is larger than 1 MB.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function malformed(message: string): RequestError {
  return new RequestError(400, 'MalformedHttpRequestException', message);
}
