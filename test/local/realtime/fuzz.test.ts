import fc from 'fast-check';
import { code, resolver } from '../template/api-template';
import { apiKey, connect, headerProtocol, open, start, subscribe, type Message } from './real-time-client';
import { serveRealTime, type RealTimeServed } from './serve-real-time';

let api: RealTimeServed;

beforeAll(async () => {
  api = await serveRealTime(`
    type Query { a(text: String): String }
    type Mutation { createTeam(id: ID!, name: String, details: AWSJSON): Team }
    type Subscription { onCreateTeam(id: ID, name: String): Team @aws_subscribe(mutations: ["createTeam"]) onFiltered(filter: AWSJSON): Team @aws_subscribe(mutations: ["createTeam"]) }
    type Team { id: ID! name: String details: AWSJSON }
  `, {
    Create: resolver('Mutation.createTeam'),
    A: resolver('Query.a', code('return { payload: ctx.args.text };')),
    Filtered: resolver('Subscription.onFiltered', code('return {};', 'extensions.setSubscriptionFilter(ctx.args.filter); return null;')),
  });
});
afterAll(() => api.close());

const words = ['connection_init', 'start', 'stop', 'data', 'ka', 'complete', 'connection_terminate', '__proto__', 'constructor', ''];
const documents = [
  'subscription { onCreateTeam { id } }', 'subscription ($id: ID) { onCreateTeam(id: $id) { id name } }', 'subscription ($filter: AWSJSON) { onFiltered(filter: $filter) { id } }',
  'subscription { onFiltered(filter: "[1]") { id } }', 'query { a }', 'mutation { createTeam(id: 1) { id } }', '{', '', 'fragment F on Team { id }', 'subscription { __typename }', 'subscription { onCreateTeam { ...F } }',
];
const json = fc.jsonValue({ maxDepth: 3 });
const id = fc.oneof(fc.constantFrom<unknown>('a', 'b', 'c', '', null, 1), json);
const request = fc.oneof(fc.record({ query: fc.oneof(fc.constantFrom(...documents), fc.string(), json), variables: fc.oneof(json, fc.record({ id, filter: fc.json() })), operationName: json }, { requiredKeys: [] }), json);
const message = fc.oneof(
  fc.record({ type: fc.oneof(fc.constantFrom(...words), json), id, payload: json }, { requiredKeys: [] }).map((value) => JSON.stringify(value)),
  fc.tuple(id, request, fc.oneof(fc.constant({ 'x-api-key': apiKey }), json)).map(([ofId, of, authorization]) =>
    JSON.stringify({ type: 'start', id: ofId, payload: { data: JSON.stringify(of), extensions: { authorization } } })),
  json.map((value) => JSON.stringify(value)),
  fc.string({ unit: 'binary' }),
  fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes)),
);

/** What a message of the server may look like. */
function expectOfTheProtocol(received: Message): void {
  expect(['connection_ack', 'start_ack', 'data', 'complete', 'error']).toContain(received.type);
  if (received.type !== 'connection_ack') expect(typeof received.id).toBe('string');
  if (received.type !== 'error') return;
  const errors = received.payload!.errors as { message: unknown }[];
  expect(errors.length).toBeGreaterThan(0);
  for (const error of errors) expect(error).toMatchObject({ message: expect.stringMatching(/./) });
}

/** Reads what a client is still to be told, all of the protocol, and breaks its connection off. */
async function readToTheEnd(client: Awaited<ReturnType<typeof connect>>): Promise<void> {
  // Messages are read in order, so that the answer to this one tells that all were.
  client.send({ type: 'stop', id: 'the last one' });
  for (;;) {
    const received = await client.next();
    expectOfTheProtocol(received);
    if (received.id === 'the last one') break;
  }
  client.socket.terminate();
}

test('whatever a client sends, it gets answers in the form of AppSync', async () => {
  await fc.assert(fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 20 }), async (messages) => {
    const client = await connect(api.url);
    for (const sent of messages) client.send(sent);
    await readToTheEnd(client);
  }), { numRuns: 200 });
  const other = await connect(api.url);
  await subscribe(other, 's1', 'subscription { onCreateTeam { id } }');
  await api.request('mutation { createTeam(id: "still there") { id } }');
  expect(await other.next()).toMatchObject({ type: 'data' });
  other.socket.close();
});

test('whatever a client connects with, it is let in or told why not', async () => {
  const token = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'abcxyzABC0189-_.!~'), minLength: 1 }).map((text) => `header-${text}`),
    json.map(headerProtocol),
    fc.record({ 'x-api-key': fc.oneof(fc.constant(apiKey), json), 'host': json }).map(headerProtocol),
  );
  await fc.assert(fc.asyncProperty(fc.uniqueArray(token, { maxLength: 2 }), fc.webQueryParameters(), async (tokens, query) => {
    const client = await open(api.url, { protocols: ['graphql-ws', ...tokens], query: `?header=${query}` });
    client.send({ type: 'connection_init' });
    const answer = await client.next();
    if (answer.type === 'connection_ack') return client.socket.terminate();
    expect(answer).toEqual({ type: 'connection_error', payload: { errors: [{ errorType: 'UnauthorizedException', message: expect.stringMatching(/^(You are not authorized to make this call|Valid authorization header not provided)\.$/), errorCode: 401 }] } });
    expect(await client.closed).toMatchObject({ code: 1008 });
  }), { numRuns: 100 });
});

test('whatever a filter is, a subscription starts with it or not, and hears of mutations or not', async () => {
  const operator = fc.constantFrom('eq', 'ne', 'le', 'lt', 'ge', 'gt', 'contains', 'notContains', 'beginsWith', 'in', 'notIn', 'between', 'containsAny', 'like');
  const condition = fc.record({ fieldName: fc.constantFrom('id', 'name', 'details', 'id.x', 'toString', ''), operator, value: fc.oneof(fc.string(), fc.integer(), fc.array(fc.string(), { maxLength: 7 }), json) });
  const filter = fc.oneof(fc.record({ filterGroup: fc.array(fc.record({ filters: fc.array(condition, { maxLength: 6 }) }), { maxLength: 11 }) }), json);
  await fc.assert(fc.asyncProperty(filter, fc.string(), json, async (value, name, details) => {
    const client = await connect(api.url);
    client.send(start('s1', 'subscription ($filter: AWSJSON) { onFiltered(filter: $filter) { id name } }', { filter: JSON.stringify(value) }));
    expectOfTheProtocol(await client.next());
    const { errors } = await api.request('mutation ($name: String, $details: AWSJSON) { createTeam(id: "1", name: $name, details: $details) { id name details } }', { name, details: JSON.stringify(details) });
    expect(errors).toBeUndefined();
    await readToTheEnd(client);
  }), { numRuns: 200 });
});
