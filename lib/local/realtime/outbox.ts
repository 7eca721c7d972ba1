import { WebSocket } from 'ws';
import { type RealTimeLimits } from './limits';
import { type ServerMessage } from './server-message';

/** https://www.iana.org/assignments/websocket/websocket.xhtml */
const TRY_AGAIN_LATER = 1013;

/** What is on its way to a client: no more than a client that reads slowly may let wait. */
export class Outbox {
  private waiting = 0;

  public constructor(private readonly socket: WebSocket, private readonly limits: Pick<RealTimeLimits, 'waitingMessages' | 'waitingBytes'>) {}

  /** Sends a message, or closes the socket of a client that has let too many wait. */
  public send(message: ServerMessage): void {
    this.sendText(JSON.stringify(message));
  }

  public sendText(text: string): void {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    if (this.waiting >= this.limits.waitingMessages || this.socket.bufferedAmount > this.limits.waitingBytes) {
      this.socket.close(TRY_AGAIN_LATER, 'The client reads its messages too slowly.');
      return;
    }
    this.waiting += 1;
    this.socket.send(text, () => { this.waiting -= 1; });
  }
}
