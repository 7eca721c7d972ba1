import { DataSourceError } from '../data-source';
import { readFields, requireObject } from '../request-fields';

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];

/** An HTTP request, as a request object of a resolver describes it. */
export interface HttpRequest {
  readonly method: string;
  /** With the query in it. */
  readonly url: string;
  readonly headers: Headers;
  readonly body?: string;
}

/**
 * Reads the request object of the JavaScript resolver function reference for HTTP.
 * @throws DataSourceError of type `MappingTemplate` for what is no such object
 */
export function readRequest(endpoint: string, request: unknown): HttpRequest {
  const fields = readFields(requireObject(request ?? null, '$'), { method: 'required', resourcePath: 'required', params: 'optional', version: 'optional' });
  const method = String(fields.method);
  if (!methods.includes(method)) fail(`Value for field '$[method]' is ${JSON.stringify(fields.method)}: it is one of ${methods.join(', ')}.`);
  const resourcePath = String(fields.resourcePath);
  if (!resourcePath.startsWith('/')) fail(`Value for field '$[resourcePath]' is ${JSON.stringify(fields.resourcePath)}: it starts with '/'.`);
  const { query, headers: given, body } = readFields(fields.params ?? {}, { query: 'optional', headers: 'optional', body: 'optional' }, '$[params]');

  const url = new URL(endpoint.replace(/\/$/, '') + resourcePath);
  for (const [name, value] of Object.entries(requireObject(query ?? {}, '$[params][query]'))) {
    for (const single of Array.isArray(value) ? value : [value]) url.searchParams.append(name, textOf(single));
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(requireObject(given ?? {}, '$[params][headers]'))) setHeader(headers, name, value);
  if (body === undefined) return { method, url: url.href, headers };
  if (method === 'GET') fail(`Value for field '$[params][body]' is there, and a GET has no body.`);
  if (!headers.has('content-type')) headers.set('content-type', typeof body === 'string' ? 'text/plain' : 'application/json');
  return { method, url: url.href, headers, body: textOf(body) };
}

function setHeader(headers: Headers, name: string, value: unknown): void {
  try {
    headers.set(name, textOf(value));
  } catch {
    fail(`Value for field '$[params][headers][${name}]' is ${JSON.stringify(value)}, which is no header.`);
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function fail(message: string): never {
  throw new DataSourceError(message, 'MappingTemplate');
}
