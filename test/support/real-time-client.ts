import { Hub } from 'aws-amplify/utils';
import { WebSocket } from 'ws';
import { eventsOf, type Events } from './events';

/**
 * Lets the real client have real time in Node.js 20, which has no WebSocket of its own. The client leaves timers behind, of up to
 * 15 seconds: they don't keep the tests' process.
 */
export function provideWebSocket(): void {
  const { setTimeout, setInterval } = globalThis;
  Object.assign(globalThis, {
    WebSocket,
    setTimeout: (...args: Parameters<typeof setTimeout>) => setTimeout(...args).unref(),
    setInterval: (...args: Parameters<typeof setInterval>) => setInterval(...args).unref(),
  });
}

interface Observable<Item> {
  subscribe(observer: { next: (item: Item) => void; error: (error: unknown) => void }): { unsubscribe: () => void };
}

/** A subscription of the real client. */
export interface Subscribed<Item> extends Pick<Events<Item>, 'next' | 'until' | 'drain'> {
  unsubscribe(): void;
}

/**
 * Subscribes with the real client, and waits until the server has acknowledged it; the client says so in its hub only.
 * @param acknowledgements how many subscriptions the client makes of it
 */
export async function subscribe<Item>(observable: Observable<Item>, acknowledgements = 1): Promise<Subscribed<Item>> {
  const events = eventsOf<Item>();
  let left = acknowledgements;
  return new Promise((resolve, reject) => {
    const subscribed = (): void => resolve({ next: events.next, until: events.until, drain: events.drain, unsubscribe: () => subscription.unsubscribe() });
    const stop = Hub.listen('api', ({ payload }) => {
      if (payload.event !== 'Subscription ack') return;
      left -= 1;
      if (left > 0) return;
      stop();
      subscribed();
    });
    const subscription = observable.subscribe({
      next: events.add,
      error: (error) => {
        const failure = new Error(JSON.stringify(error));
        events.fail(failure);
        reject(failure);
      },
    });
  });
}
