import { WebSocket } from 'ws';
import { type RealTimeLimits } from './limits';
import { type ServerMessage } from './server-message';

/** https://www.iana.org/assignments/websocket/websocket.xhtml */
const TRY_AGAIN_LATER = 1013;

/** What is on its way to a client: no more than a client that reads slowly may let wait. */
export class Outbox {
  public constructor(private readonly socket: WebSocket, private readonly limits: Pick<RealTimeLimits, 'waitingBytes'>) {}

  /** Sends a message, or closes the socket of a client that lets too much wait. */
  public send(message: ServerMessage): void {
    this.sendText(JSON.stringify(message));
  }

  public sendText(text: string): void {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    // Counted are bytes that the network has not taken, not messages: one mutation may tell a client of more than it can have read by then.
    if (this.socket.bufferedAmount > this.limits.waitingBytes) {
      this.socket.close(TRY_AGAIN_LATER, 'The client reads its messages too slowly.');
      return;
    }
    this.socket.send(text);
  }
}
