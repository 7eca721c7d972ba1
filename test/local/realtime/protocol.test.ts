import { request as httpRequest } from 'node:http';
import { code, resolver } from '../template/api-template';
import { apiKey, connect, headerProtocol, open, start, subscribe, type ConnectOptions } from './real-time-client';
import { serveRealTime, type RealTimeServed } from './serve-real-time';

let api: RealTimeServed;

beforeAll(async () => {
  api = await serveRealTime(`
    type Query { a: String }
    type Mutation { createTeam(id: ID!, name: String): Team }
    type Subscription {
      onCreateTeam(name: String): Team @aws_subscribe(mutations: ["createTeam"])
      onRefused: Team @aws_subscribe(mutations: ["createTeam"])
      onDenied: Team @aws_subscribe(mutations: ["createTeam"])
      onAppended: Team @aws_subscribe(mutations: ["createTeam"])
      onFiltered(filter: AWSJSON): Team @aws_subscribe(mutations: ["createTeam"])
      onSlow: Team @aws_subscribe(mutations: ["createTeam"])
      onReturning: Team! @aws_subscribe(mutations: ["createTeam"])
      onRequest(name: String): Team @aws_subscribe(mutations: ["createTeam"])
    }
    type Team { id: ID! name: String computed: String }
  `, {
    Create: resolver('Mutation.createTeam'),
    Refused: resolver('Subscription.onRefused', code('util.error("not today", "Closed", { id: 1 }, { until: "Monday" });')),
    Denied: resolver('Subscription.onDenied', code('util.unauthorized();')),
    Appended: resolver('Subscription.onAppended', code('util.appendError("not quite", "Odd"); return {};')),
    Filtered: resolver('Subscription.onFiltered', code('return {};', 'extensions.setSubscriptionFilter(ctx.args.filter); return null;')),
    Returning: resolver('Subscription.onReturning', code('return { payload: { id: "never" } };')),
    Computed: resolver('Team.computed', code('util.error("no resolver runs for subscribers");')),
    OnSlow: resolver('Subscription.onSlow', code('return { payload: 30 };'), { DataSourceName: 'slow' }),
    Request: resolver('Subscription.onRequest', code('return {};', 'extensions.setSubscriptionFilter({ filterGroup: [{ filters: [{ fieldName: "name", operator: "eq", value: ctx.request.headers["x-team"] }] }] }); return null;')),
  }, { realTime: { subscriptionsPerConnection: 5 } });
});

afterAll(() => api.close());

const onCreateTeam = 'subscription { onCreateTeam { id name } }';
const create = (id: string, name?: string) => api.request('mutation ($id: ID!, $name: String) { createTeam(id: $id, name: $name) { id name } }', { id, name });
const unsupported = (id: string) => ({ type: 'error', id, payload: { errors: [{ errorType: 'UnsupportedOperation', message: 'unknown not supported through the realtime channel' }] } });
const missing = { errors: [{ errorType: 'UnauthorizedException', message: 'Valid authorization header not provided.', errorCode: 401 }] };
const unauthorized = { errors: [{ errorType: 'UnauthorizedException', message: 'You are not authorized to make this call.', errorCode: 401 }] };

describe('connecting', () => {
  const key = { 'host': 'localhost', 'x-api-key': apiKey };
  const base64 = Buffer.from(JSON.stringify({ ...key, note: '>>>???' })).toString('base64');

  test.each<[string, ConnectOptions]>([
    ['with headers in a sub-protocol', {}],
    ['with headers in the URL', { protocols: ['graphql-ws'], query: `?header=${encodeURIComponent(base64)}&payload=e30=` }],
    ['with headers in the URL that are not encoded', { protocols: ['graphql-ws'], query: `?header=${base64}&payload=e30=` }],
    ['with headers of other cases', { protocols: ['graphql-ws', headerProtocol({ 'X-Api-Key': apiKey })] }],
  ])('%s', async (_, options) => {
    const client = await connect(api.url, options);
    expect(client.socket.protocol).toBe('graphql-ws');
    client.send({ type: 'connection_init' });
    expect(await client.next()).toMatchObject({ type: 'connection_ack' });
    client.socket.close();
  });

  test.each<[string, ConnectOptions, unknown]>([
    ['another key', { protocols: ['graphql-ws', headerProtocol({ 'x-api-key': 'da2-other' })] }, unauthorized],
    ['no key', { protocols: ['graphql-ws', headerProtocol({ host: 'localhost' })] }, missing],
    ['no headers', { protocols: ['graphql-ws'] }, missing],
    ['headers that are none', { protocols: ['graphql-ws', 'header-e30x'] }, missing],
    ['a list for headers', { protocols: ['graphql-ws', headerProtocol([apiKey])] }, missing],
    ['a key that is no text', { protocols: ['graphql-ws', headerProtocol({ 'x-api-key': [apiKey] })] }, missing],
    ['an HTTP header only', { protocols: ['graphql-ws'], options: { headers: { 'x-api-key': apiKey } } }, missing],
    ['no sub-protocol', { protocols: [], query: `?header=${base64}` }, { errors: [{ message: 'NoProtocolError', errorCode: 400 }] }],
  ])('with %s is refused', async (_, options, payload) => {
    const client = await open(api.url, options);
    expect(await client.next()).toEqual({ type: 'connection_error', payload });
    expect(await client.closed).toEqual({ code: 1008, reason: 'The connection is refused.' });
  });

  test('somewhere else is refused over HTTP', async () => {
    await expect(open(api.url.replace('/graphql', '/event'))).rejects.toThrow('Unexpected server response: 404');
  });

  test('without asking for a socket is refused over HTTP', async () => {
    const response = await fetch(`${api.url}/realtime`);
    expect(response.status).toBe(426);
    expect(await response.json()).toEqual({ errors: [{ errorType: 'UpgradeRequiredException', message: 'Real time is served over WebSocket.' }] });
  });

  test('with an upgrade to something else is a plain request', async () => {
    const body = JSON.stringify({ query: '{ a }' });
    const answer = await new Promise<string>((resolve, reject) => {
      const request = httpRequest(api.url, {
        method: 'POST', headers: { 'x-api-key': apiKey, 'connection': 'Upgrade, HTTP2-Settings', 'upgrade': 'h2c', 'http2-settings': 'AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA', 'content-length': body.length },
      }, (response) => {
        let text = '';
        response.on('data', (chunk) => { text += chunk; }).on('end', () => resolve(text));
      });
      request.on('error', reject).end(body);
    });
    expect(JSON.parse(answer)).toEqual({ data: { a: null } });
  });
});

test('a subscription from its start to its end', async () => {
  const client = await connect(api.url);
  await subscribe(client, 's1', onCreateTeam);
  await create('1', 'Red');
  expect(await client.next()).toEqual({ type: 'data', id: 's1', payload: { data: { onCreateTeam: { id: '1', name: 'Red' } } } });

  client.send({ type: 'stop', id: 's1' });
  expect(await client.next()).toEqual({ type: 'complete', id: 's1' });
  await create('2');
  await subscribe(client, 's1', onCreateTeam);
  await create('3');
  expect(await client.next()).toMatchObject({ type: 'data', id: 's1', payload: { data: { onCreateTeam: { id: '3' } } } });
  client.socket.close();
});

test('what the resolver of a subscription returns is for nobody', async () => {
  const client = await connect(api.url);
  await subscribe(client, 's1', 'subscription { onReturning { id computed } }');
  await create('told');
  expect(await client.next()).toEqual({ type: 'data', id: 's1', payload: { data: { onReturning: { id: 'told', computed: null } } } });
  client.socket.close();
});

test('a subscription may be started before the connection is acknowledged', async () => {
  const client = await open(api.url);
  await subscribe(client, 's1', onCreateTeam);
  client.socket.close();
});

test('subscriptions of several connections are told apart by their own ids', async () => {
  const [first, second] = [await connect(api.url), await connect(api.url)];
  await subscribe(first, 'same', 'subscription ($name: String) { onCreateTeam(name: $name) { id } }', { name: 'Blue' });
  await subscribe(second, 'same', onCreateTeam);
  await subscribe(second, 'other', 'subscription { team: onCreateTeam(name: "Blue") { key: id } }');
  await create('4', 'Blue');
  expect(await first.next()).toEqual({ type: 'data', id: 'same', payload: { data: { onCreateTeam: { id: '4' } } } });
  expect([await second.next(), await second.next()]).toEqual([
    { type: 'data', id: 'same', payload: { data: { onCreateTeam: { id: '4', name: 'Blue' } } } },
    { type: 'data', id: 'other', payload: { data: { team: { key: '4' } } } },
  ]);
  first.socket.close();
  await create('5', 'Blue');
  expect(await second.next()).toMatchObject({ id: 'same', payload: { data: { onCreateTeam: { id: '5' } } } });
  second.socket.close();
});

test('the resolver of a subscription sees the headers of its start, and of the connection', async () => {
  const client = await connect(api.url, { options: { headers: { 'X-Team': 'connection' } } });
  client.send(start('s1', 'subscription { onRequest { name } }', {}, { 'x-api-key': apiKey, 'X-Team': 'start' }));
  expect(await client.next()).toEqual({ type: 'start_ack', id: 's1' });
  await subscribe(client, 's2', 'subscription { onRequest { name } }');
  await create('6', 'connection');
  expect(await client.next()).toMatchObject({ id: 's2' });
  await create('7', 'start');
  expect(await client.next()).toMatchObject({ id: 's1' });
  client.socket.close();
});

describe('a start that fails', () => {
  const valid = { query: onCreateTeam };
  const message = (payload: unknown, id: unknown = 'x') => ({ type: 'start', id, payload });
  const authorized = (data: unknown) => message({ data: typeof data === 'string' ? data : JSON.stringify(data), extensions: { authorization: { 'x-api-key': apiKey } } });
  const filtered = (filter: unknown) => start('x', 'subscription ($filter: AWSJSON) { onFiltered(filter: $filter) { id } }', { filter: JSON.stringify(filter) });

  test.each<[string, unknown, unknown]>([
    ['without authorization', message({ data: JSON.stringify(valid) }), missing],
    ['with another key', start('x', onCreateTeam, {}, { 'x-api-key': 'da2-other' }), unauthorized],
    ['with authorization that is none', start('x', onCreateTeam, {}, 'x-api-key'), missing],
    ['a document that is none', start('x', 'subscription {'), { errors: [{ errorType: 'MalformedHttpRequestException', message: 'Unable to parse GraphQL query.', errorCode: 400 }] }],
    ['a document that is not valid', start('x', 'subscription { onCreateTeam { x } }'), { errors: [{ message: `Validation error of type FieldUndefined: Field 'x' in type 'Team' is undefined @ 'onCreateTeam/x'`, path: null, locations: [{ line: 1, column: 31, sourceName: null }] }] }],
    ['several fields', start('x', 'subscription { onCreateTeam { id } onSlow { id } }'), { errors: [expect.objectContaining({ message: expect.stringContaining('Validation error of type SubscriptionMultipleRootFields') })] }],
    ['no field', start('x', 'subscription { onCreateTeam @skip(if: true) { id } }'), { errors: [{ message: 'The subscription selects no field.' }] }],
    ['a variable that is not valid', start('x', 'subscription ($name: String!) { onCreateTeam(name: $name) { id } }'), { errors: [expect.objectContaining({ message: `Variable 'name' has coerced Null value for NonNull type 'String!'` })] }],
    ['a query', start('x', '{ a }'), { errors: [{ errorType: 'UnsupportedOperation', message: 'query not supported through the realtime channel', errorCode: 400 }] }],
    ['a mutation', start('x', 'mutation { createTeam(id: "never") { id } }'), { errors: [{ errorType: 'UnsupportedOperation', message: 'mutation not supported through the realtime channel', errorCode: 400 }] }],
    ['an operation that is not there', authorized({ ...valid, operationName: 'Other' }), { errors: [expect.objectContaining({ message: `Unknown operation named 'Other'.` })] }],
    ['a resolver that refuses', start('x', 'subscription { onRefused { id } }'), { errors: [{ errorType: 'Closed', message: 'not today', data: { id: 1 }, errorInfo: { until: 'Monday' } }] }],
    ['a resolver that denies access', start('x', 'subscription { onDenied { id } }'), { errors: [{ errorType: 'Unauthorized', message: 'Not Authorized to access onDenied on type Subscription' }] }],
    ['a resolver that appends an error', start('x', 'subscription { onAppended { id } }'), { errors: [{ errorType: 'Odd', message: 'not quite' }] }],
    ['a filter over its limits', filtered({ filterGroup: [{ filters: [{ fieldName: 'id', operator: 'in', value: [1, 2, 3, 4, 5, 6] }] }] }), { errors: [{ message: 'subscription exceeds maximum value limit 5 for operator `in`.', errorCode: 400 }] }],
    ['a filter that is none', filtered('x'), { errors: [{ message: 'subscription filter is not of the form { filterGroup: [{ filters: [{ fieldName, operator, value }] }] }.', errorCode: 400 }] }],
    ['no payload', message(undefined), unsupported('x').payload],
    ['a payload without data', message({}), unsupported('x').payload],
    ['data that is no JSON', authorized('{'), unsupported('x').payload],
    ['data without a query', authorized({ variables: {} }), unsupported('x').payload],
    ['data that is an object already', message({ data: valid }), unsupported('x').payload],
  ])('%s', async (_, sent, payload) => {
    const client = await connect(api.url);
    client.send(sent);
    expect(await client.next()).toEqual({ type: 'error', id: 'x', payload });
    // The connection is as good as before, and so is the id.
    await subscribe(client, 'x', onCreateTeam);
    client.socket.close();
  });

  test('an id that is taken', async () => {
    const client = await connect(api.url);
    await subscribe(client, 's1', onCreateTeam);
    client.send(start('s1', onCreateTeam));
    expect(await client.next()).toEqual({ type: 'error', id: 's1', payload: { errors: [{ errorType: 'DuplicatedOperationError', message: `Operation 's1' is started already` }] } });
    await create('8');
    expect(await client.next()).toMatchObject({ type: 'data', id: 's1' });
    client.socket.close();
  });

  test('one more than a connection may have', async () => {
    const client = await connect(api.url);
    for (const id of ['1', '2', '3', '4', '5']) await subscribe(client, id, onCreateTeam);
    client.send(start('6', onCreateTeam));
    expect(await client.next()).toEqual({ type: 'error', id: '6', payload: { errors: [{ errorType: 'MaxSubscriptionsReachedError', message: 'Max number of 5 subscriptions reached' }] } });
    client.send({ type: 'stop', id: '1' });
    expect(await client.next()).toEqual({ type: 'complete', id: '1' });
    await subscribe(client, '6', onCreateTeam);
    client.socket.close();
  });
});

test('a subscription that is stopped while its resolver runs does not start', async () => {
  const client = await connect(api.url);
  client.send(start('s1', 'subscription { onSlow { id } }'));
  client.send({ type: 'stop', id: 's1' });
  client.send(start('s2', 'subscription { onSlow { id } }'));
  expect(await client.next()).toEqual({ type: 'complete', id: 's1' });
  expect(await client.next()).toEqual({ type: 'start_ack', id: 's2' });
  client.socket.close();
});

test('a subscription that is stopped and started again while its resolver runs starts once', async () => {
  const client = await connect(api.url);
  const slow = start('s1', 'subscription { onSlow { id } }');
  for (const message of [slow, { type: 'stop', id: 's1' }, slow]) client.send(message);
  expect(await client.next()).toEqual({ type: 'complete', id: 's1' });
  expect(await client.next()).toEqual({ type: 'start_ack', id: 's1' });
  await create('9');
  expect(await client.next()).toMatchObject({ type: 'data', id: 's1' });
  client.socket.close();
});

describe('messages that are no use', () => {
  test.each<[string, unknown, unknown]>([
    ['no JSON', '{', unsupported('')],
    ['nothing', '', unsupported('')],
    ['a text', '"start"', unsupported('')],
    ['null', 'null', unsupported('')],
    ['a list', [], unsupported('')],
    ['no type', {}, unsupported('')],
    ['an unknown type', { type: 'subscribe', id: 'x' }, unsupported('x')],
    ['a type of the server', { type: 'data', id: 'x', payload: {} }, unsupported('x')],
    ['a type that is no text', { type: { start: 1 } }, unsupported('')],
    ['a start without an id', { ...start('', onCreateTeam) }, unsupported('')],
    ['a start whose id is no text', { ...start(1, onCreateTeam) }, unsupported('')],
    ['a stop without an id', { type: 'stop' }, unsupported('')],
    ['a binary message', Buffer.from(JSON.stringify({ type: 'connection_init' })), unsupported('')],
    ['a stop of what was not started', { type: 'stop', id: 'x' }, { type: 'error', id: 'x', payload: { errors: [{ errorType: 'UnknownOperationError', message: `Unknown operation id 'x'` }] } }],
  ])('%s', async (_, sent, answer) => {
    const client = await connect(api.url);
    client.send(sent);
    expect(await client.next()).toEqual(answer);
    await subscribe(client, 's1', onCreateTeam);
    client.socket.close();
  });
});
