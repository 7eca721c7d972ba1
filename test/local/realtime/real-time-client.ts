import { WebSocket, type ClientOptions, type RawData } from 'ws';
import { eventsOf } from '../../support/events';

export const apiKey = 'da2-test';

export interface Message { readonly type: string; readonly id?: string; readonly payload?: Record<string, unknown> & { readonly data?: unknown; readonly errors?: unknown } }

/** A client that speaks the protocol frame by frame. */
export interface RealTimeClient {
  readonly socket: WebSocket;
  /** Sends text and buffers as they are, anything else as JSON. */
  send(message: unknown): void;
  /** The next message but for those that keep the connection alive. */
  next(): Promise<Message>;
  /** Any next message. */
  nextOfAll(): Promise<Message>;
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
}

export interface ConnectOptions {
  readonly protocols?: string[];
  readonly query?: string;
  readonly options?: ClientOptions;
}

/** The sub-protocol that carries headers. */
export const headerProtocol = (headers: unknown): string => `header-${Buffer.from(JSON.stringify(headers)).toString('base64url')}`;

/** A start message with a document and its variables. */
export const start = (id: unknown, query: string, variables?: Record<string, unknown>, authorization: unknown = { 'x-api-key': apiKey }) =>
  ({ type: 'start', id, payload: { data: JSON.stringify({ query, variables }), extensions: { authorization } } });

/** Opens a socket, by default as the official clients do. */
export async function open(url: string, { protocols = ['graphql-ws', headerProtocol({ 'host': 'localhost', 'x-api-key': apiKey })], query = '', options }: ConnectOptions = {}): Promise<RealTimeClient> {
  const socket = new WebSocket(`${url}/realtime${query}`, protocols, options);
  const messages = eventsOf<Message>();
  socket.on('message', (data: RawData) => messages.add(JSON.parse(String(data))));
  const closed = new Promise<{ code: number; reason: string }>((resolve) => socket.once('close', (code, reason) => resolve({ code, reason: String(reason) })));
  void closed.then(({ code, reason }) => messages.fail(new Error(`the socket was closed: ${code} ${reason}`)));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => undefined);
  return {
    socket,
    send: (message) => socket.send(typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message)),
    next: () => messages.until(({ type }) => type !== 'ka'),
    nextOfAll: messages.next,
    closed,
  };
}

/** Opens a socket and has its connection acknowledged. */
export async function connect(url: string, options?: ConnectOptions): Promise<RealTimeClient> {
  const client = await open(url, options);
  client.send({ type: 'connection_init' });
  expect(await client.next()).toEqual({ type: 'connection_ack', payload: { connectionTimeoutMs: 300_000 } });
  return client;
}

/** Starts a subscription that has to start. */
export async function subscribe(client: RealTimeClient, id: string, query: string, variables?: Record<string, unknown>): Promise<void> {
  client.send(start(id, query, variables));
  expect(await client.next()).toEqual({ type: 'start_ack', id });
}
