import { type IncomingMessage } from 'node:http';
import { type Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { Connection, type RealTimeApi } from './connection';
import { PROTOCOL, readHandshake, type Handshake } from './handshake';
import { failureOf, type ServerMessage } from './server-message';

/** https://www.iana.org/assignments/websocket/websocket.xhtml */
const GOING_AWAY = 1001;
const POLICY_VIOLATION = 1008;

/** What the signature of a connection is of: it is signed as if it were a request to here. */
const connectPath = '/graphql/connect';
const connectBody = '{}';

/** How long a client may take to say goodbye. */
const GOODBYE_MILLISECONDS = 100;

/** AppSync's real-time endpoint: takes over the sockets of an HTTP server, and tells their subscriptions of mutations. */
export class RealTimeServer {
  private readonly sockets: WebSocketServer;
  private readonly connections = new Map<WebSocket, Connection>();
  private readonly timer: NodeJS.Timeout;
  private isClosed = false;

  public constructor(private readonly api: RealTimeApi) {
    this.sockets = new WebSocketServer({
      noServer: true,
      maxPayload: api.limits.incomingBytes,
      handleProtocols: (protocols) => (protocols.has(PROTOCOL) ? PROTOCOL : false),
    });
    this.timer = setInterval(() => this.connections.forEach((connection) => connection.keepAlive()), api.limits.keepAliveMilliseconds);
    api.service.onMutation((publications, invalidations) => {
      for (const connection of this.connections.values()) {
        connection.publish(publications);
        connection.invalidate(invalidations);
      }
    });
  }

  /** Makes a socket of an HTTP request. A refusal is said over the socket, as browsers show nothing else. */
  public accept(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    if (this.isClosed) return void stream.destroy();
    const handshake = readHandshake(request);
    this.sockets.handleUpgrade(request, stream, head, (socket) => {
      // What a client does wrong closes its socket, and is nobody else's business.
      socket.on('error', () => socket.terminate());
      socket.on('close', () => this.connections.delete(socket));
      void this.connect(socket, handshake);
    });
  }

  /** Ends all connections. */
  public async close(): Promise<void> {
    this.isClosed = true;
    clearInterval(this.timer);
    await Promise.all([...this.sockets.clients].map((socket) => goodbye(socket, GOING_AWAY, 'The local API is closed.')));
    this.sockets.close();
  }

  private async connect(socket: WebSocket, handshake: Handshake): Promise<void> {
    if (!handshake.hasProtocol) {
      return refuse(socket, { type: 'connection_error', payload: { errors: [{ message: 'NoProtocolError', errorCode: 400 }] } });
    }
    // What the client has to say waits until it is known who it is.
    socket.pause();
    try {
      const { authorization: headers, headers: own, sourceIp } = handshake;
      await this.api.authorization.authorize({ headers, requestHeaders: { ...own, ...headers }, path: connectPath, body: connectBody, sourceIp });
      socket.resume();
      if (socket.readyState === socket.OPEN) this.connections.set(socket, new Connection(socket, handshake, this.api));
    } catch (error) {
      socket.resume();
      refuse(socket, { type: 'connection_error', payload: failureOf(error as Error) });
    }
  }
}

function refuse(socket: WebSocket, message: ServerMessage): void {
  socket.send(JSON.stringify(message));
  void goodbye(socket, POLICY_VIOLATION, 'The connection is refused.');
}

/** Closes a socket with a reason, and in any case soon. */
async function goodbye(socket: WebSocket, code: number, reason: string): Promise<void> {
  if (socket.readyState === socket.CLOSED) return;
  const timer = setTimeout(() => socket.terminate(), GOODBYE_MILLISECONDS);
  await new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
    socket.close(code, reason);
  });
  clearTimeout(timer);
}
