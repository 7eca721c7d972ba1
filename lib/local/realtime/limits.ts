/** AppSync's limits for real time, https://docs.aws.amazon.com/general/latest/gr/appsync.html, and what protects the server where AppSync says nothing. */
export interface RealTimeLimits {
  readonly connectionTimeoutMilliseconds: number;
  /** Between two messages that keep the connection alive, and between two pings of the socket. */
  readonly keepAliveMilliseconds: number;
  readonly subscriptionsPerConnection: number;
  /** The largest message that a client may send, in bytes; a larger one closes the socket. */
  readonly incomingBytes: number;
  /** The largest message about a mutation, in bytes. */
  readonly publishedBytes: number;
  /** How many bytes may wait for a client that reads slowly; beyond it the socket is closed. */
  readonly waitingBytes: number;
}

export const appSyncRealTimeLimits: RealTimeLimits = {
  connectionTimeoutMilliseconds: 300_000,
  keepAliveMilliseconds: 60_000,
  subscriptionsPerConnection: 100,
  incomingBytes: 1024 * 1024,
  publishedBytes: 240 * 1024,
  waitingBytes: 8 * 1024 * 1024,
};
