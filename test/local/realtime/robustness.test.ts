import { request as httpRequest } from 'node:http';
import { connect as connectSocket, type Socket } from 'node:net';
import { code, resolver } from '../template/api-template';
import { apiKey, connect, headerProtocol, open, start, subscribe } from './real-time-client';
import { serveRealTime, type RealTimeOptions, type RealTimeServed } from './serve-real-time';

const served: RealTimeServed[] = [];
afterEach(async () => { for (const api of served.splice(0)) await api.close(); });

const serve = async (realTime: RealTimeOptions['realTime'] = {}) => {
  const api = await serveRealTime(`
    type Query { a: String }
    type Mutation { say(text: String): Message slow: Message }
    type Subscription { onMessage: Message @aws_subscribe(mutations: ["say", "slow"]) onSlow: Message @aws_subscribe(mutations: ["say"]) }
    type Message { text: String }
  `, {
    Say: resolver('Mutation.say'),
    Slow: resolver('Mutation.slow', code('return { payload: 50 };', 'return { text: "late" };'), { DataSourceName: 'slow' }),
    OnSlow: resolver('Subscription.onSlow', code('return { payload: 50 };'), { DataSourceName: 'slow' }),
  }, { realTime });
  served.push(api);
  return api;
};

const onMessage = 'subscription { onMessage { text } }';
const say = (api: RealTimeServed, text: string) => api.request('mutation ($text: String) { say(text: $text) { text } }', { text });

/** A socket that was upgraded by hand, so that nothing answers for it. */
async function bareSocket(url: string): Promise<Socket> {
  const request = httpRequest(`${url}/realtime`, {
    headers: {
      'connection': 'Upgrade', 'upgrade': 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': Buffer.alloc(16).toString('base64'),
      'sec-websocket-protocol': `graphql-ws, ${headerProtocol({ 'x-api-key': apiKey })}`,
    },
  });
  return new Promise((resolve, reject) => request.on('upgrade', (_, socket) => resolve(socket as Socket)).on('error', reject).end());
}

/** A client's text frame, of up to 64 KB. */
function frame(message: unknown): Buffer {
  const payload = Buffer.from(JSON.stringify(message));
  const head = Buffer.alloc(8);
  head.writeUInt8(0x81, 0);
  head.writeUInt8(0x80 | 126, 1);
  head.writeUInt16BE(payload.length, 2);
  // Masked with zeros.
  return Buffer.concat([head, payload]);
}

test('a connection is kept alive', async () => {
  // Long enough for a busy machine to answer the pings between two beats.
  const client = await connect((await serve({ keepAliveMilliseconds: 300 })).url);
  for (const beat of [1, 2, 3]) expect([beat, await client.nextOfAll()]).toEqual([beat, { type: 'ka' }]);
  client.socket.close();
});

test('a client that answers no pings is given up', async () => {
  const socket = await bareSocket((await serve({ keepAliveMilliseconds: 5 })).url);
  await new Promise<void>((resolve) => socket.on('close', () => resolve()).resume());
});

test('a message that is too large closes the socket', async () => {
  const client = await connect((await serve({ incomingBytes: 1000 })).url);
  client.send(start('s1', onMessage, { text: 'x'.repeat(1000) }));
  expect(await client.closed).toEqual({ code: 1009, reason: '' });
});

test('a result that is too large to be told is an error', async () => {
  const api = await serve();
  const client = await connect(api.url);
  await subscribe(client, 's1', onMessage);
  await say(api, 'x'.repeat(240 * 1024));
  expect(await client.next()).toEqual({ type: 'error', id: 's1', payload: { errors: [{ errorType: 'MessageTooLargeException', message: 'What there is to tell of say is larger than 240 KB.', errorCode: 413 }] } });
  await say(api, 'small');
  expect(await client.next()).toMatchObject({ type: 'data', id: 's1' });
  client.socket.close();
});

describe('a client that reads too slowly', () => {
  test('has its socket closed when too much waits, and others stay', async () => {
    const api = await serve({ waitingBytes: 1_000_000 });
    const other = await connect(api.url);
    await subscribe(other, 's1', onMessage);
    const socket = await bareSocket(api.url);
    socket.write(frame(start('s1', onMessage)));
    await new Promise<void>((resolve) => socket.once('data', () => resolve()));
    socket.pause();
    const text = 'x'.repeat(200_000);
    // As much as the network takes for itself, and then as much as may wait.
    for (let told = 0; told < 200; told += 1) {
      await say(api, text);
      expect(await other.next()).toMatchObject({ type: 'data', payload: { data: { onMessage: { text } } } });
    }
    let end = Buffer.alloc(0);
    let received = 0;
    await new Promise<void>((resolve) => {
      socket.on('data', (chunk) => {
        received += chunk.length;
        end = Buffer.concat([end, chunk]).subarray(-100);
        if (end.includes('The client reads its messages too slowly.')) resolve();
      }).resume();
    });
    socket.destroy();
    expect(received).toBeLessThan(200 * text.length);
    other.socket.close();
  });
});

test('a client that reads gets all that one request publishes', async () => {
  const api = await serve();
  const client = await connect(api.url);
  for (let id = 0; id < 20; id += 1) await subscribe(client, `s${id}`, onMessage);
  const { errors } = await api.request(`mutation { ${Array.from({ length: 100 }, (_, position) => `m${position}: say(text: "${position}") { text }`).join(' ')} }`);
  expect(errors).toBeUndefined();
  for (let told = 0; told < 2_000; told += 1) expect(await client.next()).toMatchObject({ type: 'data' });
  client.socket.close();
});

test('a refused socket whose client keeps its side open is no hindrance to closing', async () => {
  const api = await serve();
  const socket = connectSocket({ port: Number(new URL(api.url).port), host: '127.0.0.1', allowHalfOpen: true });
  socket.write('GET /nope HTTP/1.1\r\nhost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n');
  await new Promise((resolve) => socket.once('data', resolve));
  await api.close();
  socket.destroy();
});

test('frames that break the protocol close the socket, and nothing else', async () => {
  const api = await serve();
  const other = await connect(api.url);
  for (const bytes of [[0x81, 0x01, 0x41], [0xff, 0x80, 0, 0, 0, 0], [0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28], [0x88, 0x81, 0, 0, 0, 0, 1]]) {
    const socket = await bareSocket(api.url);
    socket.write(Buffer.from(bytes));
    await new Promise<void>((resolve) => socket.on('close', () => resolve()).resume());
  }
  await subscribe(other, 's1', onMessage);
  other.socket.close();
});

test('connections that break off leave nothing behind', async () => {
  const api = await serve();
  for (const message of [start('s1', onMessage), start('s1', 'subscription { onSlow { text } }')]) {
    const client = await connect(api.url);
    client.send(message);
    client.socket.terminate();
    await client.closed;
  }
  const { port } = new URL(api.url);
  const socket = connectSocket(Number(port), '127.0.0.1');
  socket.write('GET /graphql/realtime HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\n');
  socket.destroy();
  expect(await say(api, 'still there')).toEqual({ data: { say: { text: 'still there' } } });
});

test('a request for a socket that is none is refused', async () => {
  const api = await serve();
  const socket = connectSocket(Number(new URL(api.url).port), '127.0.0.1');
  const answer = new Promise<string>((resolve) => {
    let text = '';
    socket.on('data', (chunk) => { text += chunk; }).on('close', () => resolve(text));
  });
  socket.write('GET /graphql/realtime HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-key: x\r\n\r\n');
  expect(await answer).toMatch(/^HTTP\/1\.1 400 /);
});

describe('closing', () => {
  test('tells every client, and ends at once whatever they do', async () => {
    const api = await serve();
    const client = await connect(api.url);
    await subscribe(client, 's1', onMessage);
    client.send(start('s2', 'subscription { onSlow { text } }'));
    const idle = await open(api.url);
    const deaf = await bareSocket(api.url);
    const gone = new Promise<void>((resolve) => deaf.on('close', () => resolve()).resume());
    const mutation = api.request('mutation { slow { text } }').catch(() => 'refused');
    await api.close();
    expect(await client.closed).toEqual({ code: 1001, reason: 'The local API is closed.' });
    expect(await idle.closed).toEqual({ code: 1001, reason: 'The local API is closed.' });
    await gone;
    await mutation;
    await expect(open(api.url)).rejects.toThrow('ECONNREFUSED');
  });

  test('while clients connect', async () => {
    const api = await serve();
    const opening = Array.from({ length: 10 }, () => open(api.url).then(({ closed }) => closed, () => undefined));
    await api.close();
    await Promise.all(opening);
  });

  test('twice is as good as once', async () => {
    const api = await serve();
    const client = await connect(api.url);
    await Promise.all([api.close(), api.close()]);
    expect(await client.closed).toMatchObject({ code: 1001 });
  });
});
