import { type RawData, type WebSocket } from 'ws';
import { type Authorization } from '../authorization';
import { type GraphQLService, type Invalidation, type Publication, RequestError, type Subscription } from '../graphql';
import { readClientMessage, type StartMessage } from './client-message';
import { type Handshake } from './handshake';
import { type RealTimeLimits } from './limits';
import { Outbox } from './outbox';
import { failureOf, unsupported } from './server-message';

/** What the signature of a subscription is of: it is signed as if it were sent over HTTP. */
const graphqlPath = '/graphql';

/** What connections are for. */
export interface RealTimeApi {
  readonly service: GraphQLService;
  readonly authorization: Authorization;
  readonly limits: RealTimeLimits;
}

/** A subscription, once its resolver has run. */
interface Started { subscription?: Subscription }

/** One client's socket, with the subscriptions that it has started. */
export class Connection {
  private readonly outbox: Outbox;
  /** By the ids that the client gave them. */
  private readonly started = new Map<string, Started>();
  /** Whether the client has answered the last ping. */
  private isAlive = true;

  public constructor(private readonly socket: WebSocket, private readonly handshake: Handshake, private readonly api: RealTimeApi) {
    this.outbox = new Outbox(socket, api.limits);
    socket.on('pong', () => { this.isAlive = true; });
    socket.on('message', (data, isBinary) => this.receive(data, isBinary));
  }

  /** Tells the client that it's still there, and gives up a client that isn't. */
  public keepAlive(): void {
    if (!this.isAlive) return this.socket.terminate();
    this.isAlive = false;
    this.socket.ping();
    this.outbox.send({ type: 'ka' });
  }

  /** Tells the subscriptions that want to know of the fields of a mutation. */
  public publish(publications: readonly Publication[]): void {
    for (const publication of publications) {
      for (const [id, { subscription }] of this.started) {
        if (!subscription?.wants(publication)) continue;
        this.tell(id, subscription, publication);
      }
    }
  }

  /** Ends the subscriptions that a mutation's resolver has said are to end. */
  public invalidate(invalidations: readonly Invalidation[]): void {
    for (const [id, { subscription }] of this.started) {
      if (!invalidations.some((invalidation) => subscription?.isInvalidatedBy(invalidation))) continue;
      this.started.delete(id);
      this.outbox.send({ id, type: 'complete' });
    }
  }

  private receive(data: RawData, isBinary: boolean): void {
    const message = readClientMessage(isBinary ? '' : String(data));
    switch (message.type) {
      case 'connection_init': return this.outbox.send({ type: 'connection_ack', payload: { connectionTimeoutMs: this.api.limits.connectionTimeoutMilliseconds } });
      case 'start': return void this.start(message);
      case 'stop': return this.stop(message.id);
      default: return this.outbox.send(unsupported(message.id));
    }
  }

  private async start(message: StartMessage): Promise<void> {
    const { id } = message;
    const { subscriptionsPerConnection } = this.api.limits;
    if (this.started.has(id)) {
      return this.outbox.send({ id, type: 'error', payload: { errors: [{ errorType: 'DuplicatedOperationError', message: `Operation '${id}' is started already` }] } });
    }
    if (this.started.size >= subscriptionsPerConnection) {
      const message = `Max number of ${subscriptionsPerConnection} subscriptions reached`;
      return this.outbox.send({ id, type: 'error', payload: { errors: [{ errorType: 'MaxSubscriptionsReachedError', message }] } });
    }
    const started: Started = {};
    this.started.set(id, started);
    // It may be stopped while its resolver runs, and another one started by its id.
    const isCurrent = (): boolean => this.started.get(id) === started;
    try {
      started.subscription = await this.subscribe(message);
      if (isCurrent()) this.outbox.send({ id, type: 'start_ack' });
    } catch (error) {
      if (!isCurrent()) return;
      this.started.delete(id);
      this.refuse(id, error as Error);
    }
  }

  private async subscribe({ authorization, data, ...request }: StartMessage): Promise<Subscription> {
    const { headers: own, sourceIp } = this.handshake;
    const headers = { ...own, ...authorization };
    const caller = await this.api.authorization.authorize({ headers: authorization, requestHeaders: headers, path: graphqlPath, body: data, sourceIp });
    return this.api.service.subscribe({ ...request, headers, caller });
  }

  private tell(id: string, subscription: Subscription, publication: Publication): void {
    const { publishedBytes } = this.api.limits;
    const text = JSON.stringify({ id, type: 'data', payload: subscription.respond(publication) });
    if (Buffer.byteLength(text) <= publishedBytes) return this.outbox.sendText(text);
    this.refuse(id, new RequestError(413, 'MessageTooLargeException', `What there is to tell of ${publication.mutation} is larger than ${publishedBytes / 1024} KB.`));
  }

  private stop(id: string): void {
    if (!this.started.delete(id)) {
      return this.outbox.send({ id, type: 'error', payload: { errors: [{ errorType: 'UnknownOperationError', message: `Unknown operation id '${id}'` }] } });
    }
    this.outbox.send({ id, type: 'complete' });
  }

  private refuse(id: string, error: Error): void {
    this.outbox.send({ id, type: 'error', payload: failureOf(error) });
  }
}
