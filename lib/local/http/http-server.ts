import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Authorization } from '../authorization';
import { RequestError, type GraphQLService } from '../graphql';
import { type RealTimeServer } from '../realtime';
import { readBody, readGraphQLRequest } from './read-body';
import { asksForSocket, ignoreUpgrade, refuseSocket } from './upgrade';

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

/** Serves a GraphQL API over HTTP as AppSync does: `POST /graphql`, answers and refusals in its form; real time beside it. */
export class HttpServer {
  private constructor(private readonly server: Server, private readonly host: string, private readonly realTime: RealTimeServer) {}

  /** @throws Error when the port is in use */
  public static async start(service: GraphQLService, { host, port, authorization, realTime }: HttpServerOptions): Promise<HttpServer> {
    const server = createServer((request, response) => {
      route(service, authorization, request)
        .then((answer) => send(request, response, answer))
        .catch((error) => send(request, response, refusal(error)));
    });
    server.on('upgrade', (request, stream, head) => {
      const path = pathOf(request);
      if (!asksForSocket(request)) ignoreUpgrade(server, request, stream, head);
      else if (path === realTimePath) realTime.accept(request, stream, head);
      else refuseSocket(stream, '404 Not Found', refusal(new RequestError(404, 'UnknownOperationException', `No sockets are served at ${path}, only at ${realTimePath}.`)).body);
    });
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
  if (pathname === realTimePath) throw new RequestError(426, 'UpgradeRequiredException', 'Real time is served over WebSocket.');
  if (pathname !== graphqlPath) throw new RequestError(404, 'UnknownOperationException', `Nothing is served at ${pathname}, only at /graphql.`);
  if (request.method !== 'POST') throw new RequestError(405, 'MethodNotAllowedException', `${request.method} is not supported, only POST.`);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const text = await readBody(request);
  const caller = await authorization.authorize({ headers, requestHeaders: headers, path: request.url!, body: text, sourceIp: request.socket.remoteAddress ?? '' });
  const response = await service.execute({ ...readGraphQLRequest(text), headers, caller });
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
