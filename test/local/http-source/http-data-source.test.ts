import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { DataSourceError } from '../../../lib/local/data-source';
import { HttpDataSource } from '../../../lib/local/http-source';

interface Received { readonly method: string; readonly url: string; readonly headers: IncomingMessage['headers']; readonly body: string }

let server: Server;
let endpoint: string;
let received: Received[] = [];
let answer: { status: number; headers: Record<string, string>; body: string };

beforeAll(async () => {
  server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ method: request.method!, url: request.url!, headers: request.headers, body });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  received = [];
  answer = { status: 200, headers: { 'Content-Type': 'application/json', 'X-Team': '7' }, body: '{"id":1}' };
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const send = (request: unknown, at = endpoint) => new HttpDataSource(at).invoke(request);
const refusal = (request: unknown, at?: string) => send(request, at).catch((error) => error);

test('a GET with a query and headers; the body of the answer is a text', async () => {
  const result = await send({ method: 'GET', resourcePath: '/v1/users', params: { query: { a: 'x y&z', limit: 2, id: ['1', '2'] }, headers: { Authorization: 'secret', 'X-Count': 1 } } });
  expect(result).toEqual({ statusCode: 200, headers: expect.objectContaining({ 'content-type': 'application/json', 'x-team': '7' }), body: '{"id":1}' });
  expect(received).toMatchObject([{ method: 'GET', url: '/v1/users?a=x+y%26z&limit=2&id=1&id=2', body: '', headers: { authorization: 'secret', 'x-count': '1' } }]);
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('a %s with a body', async (method) => {
  await send({ version: '2018-05-29', method, resourcePath: '/', params: { body: { id: 1 } } });
  await send({ method, resourcePath: '/', params: { body: 'id=1', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } } });
  expect(received).toMatchObject([
    { method, body: '{"id":1}', headers: { 'content-type': 'application/json' } },
    { method, body: 'id=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  ]);
});

test('the endpoint may have a path, the path a query', async () => {
  await send({ method: 'GET', resourcePath: '/users?a=1', params: { query: { b: '2' } } }, `${endpoint}/base/`);
  expect(received[0]!.url).toBe('/base/users?a=1&b=2');
});

test.each<[number, Record<string, string>, string]>([[404, {}, 'nothing here'], [500, {}, ''], [302, { Location: '/elsewhere' }, '']])('a status of %i is a result', async (status, headers, body) => {
  answer = { status, headers, body };
  expect(await send({ method: 'GET', resourcePath: '/' })).toMatchObject({ statusCode: status, body, headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])) });
  expect(received).toHaveLength(1);
});

test('an endpoint that does not answer is an error of the data source', async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const error = await refusal({ method: 'POST', resourcePath: '/users' }, `http://127.0.0.1:${port}`);
  expect(error).toBeInstanceOf(DataSourceError);
  expect(error).toMatchObject({ type: 'HTTP:RequestFailed', message: `POST http://127.0.0.1:${port}/users failed: connect ECONNREFUSED 127.0.0.1:${port}` });
});

test('a host that has no address is one too', async () => {
  expect(await refusal({ method: 'GET', resourcePath: '/' }, 'http://nowhere.invalid')).toMatchObject({ type: 'HTTP:RequestFailed', message: expect.stringContaining('GET http://nowhere.invalid/ failed: getaddrinfo ') });
});

test.each<[object, string]>([
  [{ resourcePath: '/' }, `Value for field '$[method]' not found.`],
  [{ method: 'HEAD', resourcePath: '/' }, `Value for field '$[method]' is "HEAD": it is one of GET, POST, PUT, DELETE, PATCH.`],
  [{ method: 'GET' }, `Value for field '$[resourcePath]' not found.`],
  [{ method: 'GET', resourcePath: 'users' }, `Value for field '$[resourcePath]' is "users": it starts with '/'.`],
  [{ method: 'GET', resourcePath: '/', params: { query: 'a=1' } }, `Expected JSON object at '$[params][query]' but got "a=1" instead.`],
  [{ method: 'GET', resourcePath: '/', params: { headers: { 'a b': '1' } } }, `Value for field '$[params][headers][a b]' is "1", which is no header.`],
  [{ method: 'GET', resourcePath: '/', params: { body: 'x' } }, `Value for field '$[params][body]' is there, and a GET has no body.`],
  [{ method: 'GET', resourcePath: '/', params: { form: {} } }, `Unsupported element '$[params][form]'.`],
])('%j is no request', async (request, message) => {
  expect(await refusal(request)).toMatchObject({ type: 'MappingTemplate', message });
  expect(received).toEqual([]);
});
