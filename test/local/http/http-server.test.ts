import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { LocalApi } from '../../../lib/local';
import { apiTemplate, code, resolver } from '../template/api-template';
import { writeAssembly } from '../template/write-assembly';

const template = apiTemplate('type Query { a(text: String): String b: String } type Subscription { onA: String }', {
  A: resolver('Query.a', code('util.http.addResponseHeader("x-answer", "42"); return { payload: ctx.args.text ?? ctx.request.headers["x-question"] };')),
  B: resolver('Query.b', code('util.http.addResponseHeader("x-answer", "4\\n2"); return {};')),
  Second: { Type: 'AWS::AppSync::ApiKey', Properties: { ApiId: { 'Fn::GetAtt': ['Api', 'ApiId'] } } },
});
let api: LocalApi;
beforeAll(async () => { api = await LocalApi.fromAssembly(writeAssembly({ Page: template })); });
afterAll(() => api.close());

const send = async (body: string | object, { path = '/graphql', method = 'POST', headers = {} }: { path?: string; method?: string; headers?: Record<string, string> } = {}) => {
  const response = await fetch(new URL(path, api.url), {
    method,
    headers: { 'content-type': 'application/json', 'x-api-key': api.apiKey!, ...headers },
    ...(method === 'POST' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text && response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text };
};

test('a query', async () => {
  const response = await send({ query: 'query A($text: String) { a(text: $text) }', variables: { text: 'ä' }, operationName: 'A' });
  expect(response).toMatchObject({ status: 200, body: { data: { a: 'ä' } } });
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
});

test('variables and operation name may be null or empty', async () => {
  expect((await send({ query: '{ a }', variables: null, operationName: null })).body).toEqual({ data: { a: null } });
  expect((await send({ query: '{ a }', operationName: '' })).body).toEqual({ data: { a: null } });
});

test('headers reach resolvers and come from them', async () => {
  const { body, headers } = await send({ query: '{ a }' }, { headers: { 'X-Question': 'why' } });
  expect(body).toEqual({ data: { a: 'why' } });
  expect(headers.get('x-answer')).toBe('42');
});

test('a header that HTTP does not allow', async () => {
  expect(await send({ query: '{ b }' })).toMatchObject({ status: 500, body: { errors: [{ errorType: 'InternalFailure', message: expect.stringContaining('x-answer') }] } });
});

test('an error of the request itself is HTTP 200', async () => {
  expect(await send({ query: '{ c }' })).toMatchObject({ status: 200, body: { data: null, errors: [{ path: null }] } });
  expect(await send({ query: '{ a }', operationName: 'B' })).toMatchObject({ status: 200, body: { data: null, errors: [{ message: `Unknown operation named 'B'.` }] } });
});

describe('an API key', () => {
  test.each([['wrong', 'da2-aaaaaaaaaaaaaaaaaaaaaaaaaa'], ['empty', '']])('that is %s', async (_, key) => {
    const response = await send({ query: '{ a }' }, { headers: { 'x-api-key': key } });
    expect(response).toMatchObject({ status: 401, body: { errors: [{ errorType: 'UnauthorizedException', message: 'You are not authorized to make this call.' }] } });
    expect(response.headers.get('x-amzn-errortype')).toBe('UnauthorizedException');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });

  test('that is missing', async () => {
    const response = await fetch(api.url, { method: 'POST', body: '{"query":"{ a }"}' });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ errors: [{ errorType: 'UnauthorizedException', message: 'Valid authorization header not provided.' }] });
  });
});

describe('refused requests', () => {
  test.each<[string, string, number, string, string]>([
    ['an empty body', '', 400, 'MalformedHttpRequestException', 'Request body is empty.'],
    ['no JSON', 'meow', 400, 'MalformedHttpRequestException', 'Unable to parse GraphQL query.'],
    ['no object', '[]', 400, 'MalformedHttpRequestException', 'Unable to parse GraphQL query.'],
    ['null', 'null', 400, 'MalformedHttpRequestException', 'Unable to parse GraphQL query.'],
    ['no query', '{}', 400, 'MalformedHttpRequestException', 'Unable to parse GraphQL query.'],
    ['a query that is none', '{"query":"{"}', 400, 'MalformedHttpRequestException', 'Unable to parse GraphQL query.'],
    ['variables that are none', '{"query":"{ a }","variables":[1]}', 400, 'MalformedHttpRequestException', 'Unable to parse variables.'],
    ['a subscription', '{"query":"subscription { onA }"}', 400, 'UnsupportedOperation', 'subscriptions are not answered over HTTP: use the real-time endpoint'],
    ['a large body', JSON.stringify({ query: `{ a(text: "${'x'.repeat(20 * 1024 * 1024)}") }` }), 413, 'RequestEntityTooLargeException', 'Request body is larger than 1 MB.'],
  ])('%s', async (_, body, status, errorType, message) => {
    const response = await send(body);
    expect({ status: response.status, body: response.body }).toEqual({ status, body: { errors: [{ errorType, message }] } });
    expect(response.headers.get('x-amzn-errortype')).toBe(errorType);
  });

  test('another path', async () => expect(await send({}, { path: '/other' })).toMatchObject({ status: 404, body: { errors: [{ errorType: 'UnknownOperationException' }] } }));
  test('a path that is none', async () => {
    const status = await new Promise((resolve, reject) => {
      const { port } = new URL(api.url);
      httpRequest({ port, path: '//', method: 'POST' }, (response) => resolve(response.resume().statusCode)).on('error', reject).end();
    });
    expect(status).toBe(404);
  });
  test.each(['GET', 'PUT', 'DELETE'])('%s', async (method) => expect((await send('', { method })).status).toBe(405));
});

test('a response over 5 MB', async () => {
  const text = 'x'.repeat(600 * 1024);
  const fields = Array.from({ length: 10 }, (_, i) => `f${i}: a(text: $text)`).join(' ');
  const large = await send({ query: `query ($text: String) { ${fields} }`, variables: { text } });
  expect(large).toMatchObject({ status: 400, body: { errors: [{ errorType: 'ResponseTooLargeException' }] } });
});

test('a browser may ask first', async () => {
  const response = await fetch(api.url, { method: 'OPTIONS', headers: { 'access-control-request-headers': 'x-api-key,x-amz-user-agent', 'access-control-request-method': 'POST' } });
  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('access-control-allow-headers')).toBe('x-api-key,x-amz-user-agent');
  expect(response.headers.get('access-control-allow-methods')).toContain('POST');
});

test('a browser that opens it is told what it is', async () => {
  expect(await send('', { path: '/', method: 'GET' })).toMatchObject({ status: 200, body: expect.stringContaining('POST /graphql') });
});

test('closing ends at once, whatever clients keep open', async () => {
  const own = await LocalApi.fromAssembly(writeAssembly({ Page: template }));
  const { port } = new URL(own.url);
  const idle = connect(Number(port), '127.0.0.1');
  await new Promise((resolve) => idle.once('connect', resolve));
  const unfinished = httpRequest(own.url, { method: 'POST', headers: { 'x-api-key': own.apiKey! } });
  const broken = new Promise((resolve) => unfinished.once('error', resolve));
  unfinished.write('{');
  await fetch(own.url);
  await own.close();
  await broken;
  idle.destroy();
  await expect(fetch(own.url)).rejects.toThrow();
});
