import { type IncomingMessage } from 'node:http';
import { headersIn, objectIn } from './client-message';

/** The sub-protocol of AppSync's real time. It is not that of the package graphql-ws. */
export const PROTOCOL = 'graphql-ws';

const HEADER_PROTOCOL = 'header-';

/** What a client asks for when it connects. */
export interface Handshake {
  readonly hasProtocol: boolean;
  /** The headers that authorize the connection, by name in lower case. */
  readonly authorization: Readonly<Record<string, string>>;
  /** The headers of the HTTP request that the socket was made of. */
  readonly headers: Readonly<Record<string, string>>;
  /** The address that it came from. */
  readonly sourceIp: string;
}

/** A browser can set no headers on a socket: the client sends them as a sub-protocol, older ones in the URL. */
export function readHandshake({ headers, url = '/', socket }: IncomingMessage): Handshake {
  const protocols = (headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim());
  const encoded = protocols.find((protocol) => protocol.startsWith(HEADER_PROTOCOL))?.slice(HEADER_PROTOCOL.length);
  return {
    hasProtocol: protocols.includes(PROTOCOL),
    // Buffers read base64 and base64url alike, with and without padding.
    authorization: headersIn(objectIn(Buffer.from(encoded ?? queryOf(url).get('header') ?? '', 'base64').toString('utf8'))),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    sourceIp: socket.remoteAddress ?? '',
  };
}

function queryOf(url: string): URLSearchParams {
  // A plus sign of base64 is a space to URLs.
  return new URLSearchParams((url.split('?')[1] ?? '').replaceAll('+', '%2B'));
}
