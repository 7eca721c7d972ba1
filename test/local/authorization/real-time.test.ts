import { type LocalApi } from '../../../lib/local';
import { connect, headerProtocol, open as openSocket, start, type RealTimeClient } from '../realtime/real-time-client';
import { code } from '../template/api-template';
import { apiKey, ask, bearing, closeAll, iam, lambda, open, stackOf, userPool, type Mode } from './modes-api';
import { sign } from './signer';

const clients: RealTimeClient[] = [];
afterEach(async () => {
  for (const { socket } of clients.splice(0)) socket.terminate();
  await closeAll();
});

const everyone = '@aws_api_key @aws_iam @aws_cognito_user_pools @aws_lambda';
const schema = `
  type Secret { id: ID }
  type Note ${everyone} { id: ID! text: String @aws_cognito_user_pools(cognito_groups: ["admin"]) secret: Secret }
  type Query { a: ID }
  type Mutation { write: Note ${everyone} }
  type Subscription {
    written: Note ${everyone} @aws_subscribe(mutations: ["write"])
    keyOnly: Note @aws_subscribe(mutations: ["write"])
    admin: Note @aws_cognito_user_pools(cognito_groups: ["admin"]) @aws_subscribe(mutations: ["write"])
  }`;
const resolvers = {
  'Mutation.write': code('return { payload: { id: "1", text: "x", secret: { id: "s" } } };'),
  'Subscription.written': code('return { payload: extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter({ id: { eq: ctx.identity?.username === "bob" ? "2" : "1" } })) };'),
};
const query = 'subscription { written { id text secret { id } } }';

async function serve(modes: readonly Mode[], events: unknown[] = []): Promise<LocalApi> {
  const functions = { authorize: (event: { authorizationToken: string }) => { events.push(event); return { isAuthorized: event.authorizationToken !== 'no', deniedFields: ['Note.id'] }; } };
  return open(stackOf(modes, schema, resolvers), modes.includes(authorizer) ? { functions } : {});
}
const authorizer = lambda();

async function connected({ url }: LocalApi, authorization: Record<string, string>): Promise<RealTimeClient> {
  const client = await connect(url, { protocols: ['graphql-ws', headerProtocol(authorization)] });
  clients.push(client);
  return client;
}

/** The first thing that is said to a client that may not connect. */
async function refusal({ url }: LocalApi, authorization: Record<string, string>): Promise<unknown> {
  const client = await openSocket(url, { protocols: ['graphql-ws', headerProtocol(authorization)] });
  clients.push(client);
  return (await client.next()).payload;
}

async function answerOf(client: RealTimeClient, id: string, authorization: Record<string, string>, document = query): Promise<unknown> {
  client.send(start(id, document, {}, authorization));
  return client.next();
}

const tokenOf = async (api: LocalApi, username = 'alice', ...groups: string[]) => bearing((await api.signIn({ username, ...(groups.length > 0 && { groups }) })).accessToken);
const error = (errorType: string, message: string, errorCode?: number) => ({ errors: [{ errorType, message, ...(errorCode && { errorCode }) }] });

test('each subscription is authorized by itself, whoever has connected', async () => {
  const api = await serve([apiKey, userPool()]);
  const key = { 'x-api-key': api.apiKey! };
  const client = await connected(api, key);
  expect(await answerOf(client, 'holder', key)).toEqual({ type: 'start_ack', id: 'holder' });
  expect(await answerOf(client, 'alice', await tokenOf(api))).toEqual({ type: 'start_ack', id: 'alice' });
  expect(await answerOf(client, 'admin', await tokenOf(api, 'carol', 'admin'))).toEqual({ type: 'start_ack', id: 'admin' });
  expect(await answerOf(client, 'bob', await tokenOf(api, 'bob'))).toEqual({ type: 'start_ack', id: 'bob' });
  const over = bearing((await api.signIn({ username: 'alice', expiresIn: -1 })).accessToken);
  expect(await answerOf(client, 'over', over)).toEqual({ type: 'error', id: 'over', payload: error('UnauthorizedException', 'Token has expired.', 401) });
  expect(await answerOf(client, 'none', {})).toEqual({ type: 'error', id: 'none', payload: error('UnauthorizedException', 'Valid authorization header not provided.', 401) });

  const written = { id: '1', text: 'x', secret: { id: 's' } };
  expect(await ask(api, 'mutation { write { id text secret { id } } }', key)).toMatchObject({ data: { write: { ...written, text: null } } });
  const told = [await client.next(), await client.next(), await client.next()];
  // What a mutation has selected and was refused itself is null for everyone.
  expect(told.map(({ id }) => id)).toEqual(['holder', 'alice', 'admin']);
});

test('a subscriber is told nothing that it may not ask for', async () => {
  const api = await serve([apiKey, userPool()]);
  const key = { 'x-api-key': api.apiKey! };
  const client = await connected(api, await tokenOf(api));
  const [alice, carol] = [await tokenOf(api), await tokenOf(api, 'carol', 'admin')];
  expect(await answerOf(client, 'alice', alice)).toMatchObject({ type: 'start_ack' });
  expect(await answerOf(client, 'holder', key)).toMatchObject({ type: 'start_ack' });
  expect(await answerOf(client, 'carol', carol)).toMatchObject({ type: 'start_ack' });
  await ask(api, 'mutation { write { id text secret { id } } }', carol);
  const refused = (field: string, type: string, ...path: string[]) => ({ message: `Not Authorized to access ${field} on type ${type}`, path: ['written', ...path] });
  // Carol may write the text, but not select what is in the secret: so nobody hears of that.
  expect([await client.next(), await client.next(), await client.next()]).toEqual([
    { type: 'data', id: 'alice', payload: { data: { written: { id: '1', text: null, secret: { id: null } } }, errors: [refused('text', 'Note', 'text'), refused('id', 'Secret', 'secret', 'id')] } },
    { type: 'data', id: 'holder', payload: { data: { written: { id: '1', text: null, secret: { id: null } } }, errors: [refused('text', 'Note', 'text')] } },
    { type: 'data', id: 'carol', payload: { data: { written: { id: '1', text: 'x', secret: { id: null } } }, errors: [refused('id', 'Secret', 'secret', 'id')] } },
  ]);
});

test('directives refuse subscriptions at their start', async () => {
  const api = await serve([apiKey, userPool()]);
  const client = await connected(api, { 'x-api-key': api.apiKey! });
  const alice = await tokenOf(api);
  for (const field of ['keyOnly', 'admin']) {
    expect(await answerOf(client, field, alice, `subscription { ${field} { id } }`)).toEqual({ type: 'error', id: field, payload: error('Unauthorized', `Not Authorized to access ${field} on type Subscription`) });
  }
  expect(await answerOf(client, 'ok', await tokenOf(api, 'carol', 'admin'), 'subscription { admin { id } }')).toEqual({ type: 'start_ack', id: 'ok' });
});

test('IAM: the connection and each subscription have signatures of their own', async () => {
  const api = await serve([iam]);
  const credentials = api.credentials('guest');
  const connecting = { credentials, path: '/graphql/connect', body: '{}' };
  const client = await connected(api, await sign(api, connecting));
  const body = JSON.stringify({ query, variables: {} });
  expect(await answerOf(client, 'a', await sign(api, { credentials, body }))).toEqual({ type: 'start_ack', id: 'a' });
  expect(await answerOf(client, 'b', await sign(api, { credentials, body: '{}', hasChecksum: false }))).toMatchObject({ type: 'error', payload: { errors: [{ errorType: 'InvalidSignatureException', errorCode: 403 }] } });
  expect(await answerOf(client, 'c', await sign(api, connecting))).toMatchObject({ type: 'error', payload: { errors: [{ errorType: 'InvalidSignatureException' }] } });
  expect(await refusal(api, await sign(api, { credentials, body }))).toMatchObject({ errors: [{ errorType: 'InvalidSignatureException', errorCode: 403 }] });
  expect(await refusal(api, await sign(api, { ...connecting, credentials: { ...credentials, accessKeyId: 'ASIAX' } }))).toMatchObject({ errors: [{ errorType: 'UnrecognizedClientException' }] });
});

test('a Lambda authorizer is asked for the connection, and for each subscription', async () => {
  const events: { requestContext: { queryString: string } }[] = [];
  const api = await serve([authorizer], events);
  const client = await connected(api, bearing('yes'));
  expect(await answerOf(client, 'a', bearing('yes'))).toEqual({ type: 'start_ack', id: 'a' });
  expect(await answerOf(client, 'b', bearing('no'))).toEqual({ type: 'error', id: 'b', payload: error('UnauthorizedException', 'You are not authorized to make this call.', 401) });
  expect(await refusal(api, bearing('no'))).toEqual(error('UnauthorizedException', 'You are not authorized to make this call.', 401));
  expect(events.map(({ requestContext }) => requestContext.queryString)).toEqual(['', query, query, '']);
});
