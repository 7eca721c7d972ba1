import { type Message, type RealTimeClient } from '../local/realtime/real-time-client';
import { type Caller } from './callers';
import { type Served } from './served';

/** What has come of a subscription. */
export interface Heard { readonly refusal: string | undefined; readonly ids: readonly string[] }

/** A caller on a connection, who hears of the end of all publications as everyone does. */
export class Listener {
  private constructor(private readonly served: Served, public readonly caller: Caller, private readonly client: RealTimeClient) {}

  public static async of(served: Served, caller: Caller): Promise<Listener> {
    const listener = new Listener(served, caller, await served.connect(caller));
    await listener.start('end', 'onUpdateHub { id }');
    return listener;
  }

  /** Starts subscriptions, by their ids. Gives those that were refused, with the types of their errors. */
  public async startAll(fields: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
    for (const [id, field] of Object.entries(fields)) await this.send(id, field);
    const refusals: Record<string, string> = {};
    for (let left = Object.keys(fields).length; left > 0; left--) {
      const { type, id, payload } = await this.client.next();
      if (type === 'error') refusals[id!] = (payload!.errors as readonly { errorType: string }[]).map(({ errorType }) => errorType).join();
      else expect(type).toBe('start_ack');
    }
    return refusals;
  }

  /** The ids that each subscription has heard of, up to the end. */
  public async heard(): Promise<Readonly<Record<string, readonly string[]>>> {
    const ids: Record<string, string[]> = {};
    for (;;) {
      const { type, id, payload } = await this.client.next();
      expect(type).toBe('data');
      if (id === 'end') return ids;
      const [record] = Object.values(payload!.data as Readonly<Record<string, { readonly id: string }>>);
      (ids[id!] ??= []).push(record!.id);
    }
  }

  public async stopAll(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.client.send({ type: 'stop', id });
    for (const id of ids) expect(await this.client.next()).toEqual({ type: 'complete', id } satisfies Message);
  }

  public close(): void {
    this.client.socket.close();
  }

  private async start(id: string, field: string): Promise<void> {
    expect(await this.startAll({ [id]: field })).toEqual({});
  }

  private async send(id: string, field: string): Promise<void> {
    await this.served.start(this.client, this.caller, id, field.includes(' { id }') ? `subscription { ${field} }` : `subscription { ${field} { id } }`);
  }
}
