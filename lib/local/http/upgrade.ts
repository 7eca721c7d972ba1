import { type IncomingMessage, type Server } from 'node:http';
import { type Duplex } from 'node:stream';

const upgradeHeaders = ['upgrade', 'connection', 'http2-settings'];

/** What asks for a socket; other protocols, such as HTTP/2, may be asked for too, and a server may ignore that. */
export function asksForSocket({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket';
}

/** Reads a request again, as one that asks for no other protocol. */
export function ignoreUpgrade(server: Server, { method, url, httpVersion, rawHeaders }: IncomingMessage, stream: Duplex, head: Buffer): void {
  const lines = rawHeaders.flatMap((name, i) => (i % 2 === 0 && !upgradeHeaders.includes(name.toLowerCase()) ? [`${name}: ${rawHeaders[i + 1]}`] : []));
  stream.unshift(Buffer.concat([Buffer.from(`${[`${method} ${url} HTTP/${httpVersion}`, ...lines].join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', stream);
}

/** Answers a request for a socket that isn't made. */
export function refuseSocket(stream: Duplex, status: string, body: string): void {
  stream.on('error', () => stream.destroy());
  // A client that keeps its side open would keep the server from closing.
  stream.once('finish', () => stream.destroy());
  stream.end([
    `HTTP/1.1 ${status}`, 'content-type: application/json; charset=utf-8', `content-length: ${Buffer.byteLength(body)}`, 'connection: close', '', body,
  ].join('\r\n'));
}
