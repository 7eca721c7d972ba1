import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Duplex } from 'node:stream';
import { type Authorization } from '../authorization';
import { RequestError, type GraphQLService } from '../graphql';
import { type RealTimeServer } from '../real-time';
import { readGraphQLRequest } from './read-body';

interface HttpServerOptions {
  readonly host: string;
  /** 0 for a free one. */
  readonly port: number;
  readonly authorization: Authorization;
  /** Takes over what asks to become a socket. */
  readonly realTime: RealTimeServer;
}

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const largestResponse = 5 * 1024 * 1024;

const graphqlPath = '/graphql';
const realTimePath = '/graphql/realtime';

/** Serves a GraphQL API over HTTP as AppSync does: `POST /graphql` with an API key, answers and refusals in its form; real time beside it. */
export class HttpServer {
  private constructor(private readonly server: Server, private readonly host: string, private readonly realTime: RealTimeServer) {}

  /** @throws Error when the port is in use */
  public static async start(service: GraphQLService, { host, port, authorization, realTime }: HttpServerOptions): Promise<HttpServer> {
    const server = createServer((request, response) => {
      route(service, authorization, request)
        .then((answer) => send(request, response, answer))
        .catch((error) => send(request, response, refusal(error)));
    });
    server.on('upgrade', (request, stream, head) => upgrade(realTime, request, stream, head));
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => {
        reject(error.code === 'EADDRINUSE' ? new Error(`port ${port} is in use: choose another one with --port`) : error);
      });
      server.listen(port, host, resolve);
    });
    return new HttpServer(server, host, realTime);
  }

  /** Host and port, as in a URL. */
  public get authority(): string {
    return `${this.host.includes(':') ? `[${this.host}]` : this.host}:${(this.server.address() as AddressInfo).port}`;
  }

  /** Ends at once: connections that clients keep open are closed. */
  public async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
    await this.realTime.close();
    await closed;
  }
}

function refusal(error: Error): Answer {
  const { status, type, message } = error instanceof RequestError ? error : new RequestError(500, 'InternalFailure', error.message);
  return { status, body: JSON.stringify({ errors: [{ errorType: type, message }] }), headers: { 'x-amzn-errortype': type } };
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return URL.canParse(url, 'http://localhost') ? new URL(url, 'http://localhost').pathname : url;
}

function upgrade(realTime: RealTimeServer, request: IncomingMessage, stream: Duplex, head: Buffer): void {
  if (pathOf(request) === realTimePath) return realTime.accept(request, stream, head);
  stream.on('error', () => stream.destroy());
  const { status, body } = refusal(new RequestError(404, 'UnknownOperationException', `No sockets are served at ${pathOf(request)}, only at ${realTimePath}.`));
  stream.end(`HTTP/1.1 ${status} Not Found\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`);
}

async function route(service: GraphQLService, authorization: Authorization, request: IncomingMessage): Promise<Answer> {
  const pathname = pathOf(request);
  if (request.method === 'OPTIONS') return { status: 204, body: '' };
  if (pathname === '/' && request.method === 'GET') {
    return {
      status: 200,
      body: 'This is the local API of cdk-appsync-data: an AWS AppSync API, run from its template. It answers POST /graphql.\n',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    };
  }
  if (pathname !== graphqlPath) throw new RequestError(404, 'UnknownOperationException', `Nothing is served at ${pathname}, only at /graphql.`);
  if (request.method !== 'POST') throw new RequestError(405, 'MethodNotAllowedException', `${request.method} is not supported, only POST.`);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const identity = await authorization.authorize(headers);
  const response = await service.execute({ ...await readGraphQLRequest(request), headers, identity });
  const body = JSON.stringify(response.body);
  if (Buffer.byteLength(body) > largestResponse) throw new RequestError(400, 'ResponseTooLargeException', 'The response is larger than 5 MB.');
  return { status: 200, body, headers: response.headers };
}

function send(request: IncomingMessage, response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'POST, OPTIONS',
    'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '*',
    'access-control-expose-headers': '*',
    'access-control-max-age': '86400',
    ...headers,
    // What is left of a refused body would be taken for the next request.
    ...(!request.complete && { connection: 'close' }),
  });
  response.end(body);
}
