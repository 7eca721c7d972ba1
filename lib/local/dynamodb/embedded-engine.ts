import { join } from 'node:path';
import { promisify } from 'node:util';
import { createStore, dynamoDbError, runOperation } from './dynalite';
import { type DynaliteStore } from './dynalite-types';
import { type DynamoDbEngine, type DynamoDbOperation, type DynamoDbOutput } from './engine';
import { updateGlobalIndexes } from './global-index-updates';
import { RecentTransactions, transactGetItems, transactWriteItems } from './transactions';

/** Where the embedded engine keeps its data. */
interface EmbeddedEngineProps {
  /** The data is kept in this directory, for one process at a time. Without it, the data is in memory and ends with the engine. */
  readonly directory?: string;
}

/** DynamoDB in this process: dynalite, without its HTTP server, with what it does differently from DynamoDB put right. */
export class EmbeddedEngine implements DynamoDbEngine {
  private readonly store: DynaliteStore;
  private readonly running = new Set<Promise<unknown>>();
  /** While it is set, nothing else may start: it settles when that is over. It stays rejected if the data cannot be opened. */
  private exclusive: Promise<void> | undefined;
  private readonly recentTransactions = new RecentTransactions();
  /** What nothing else may run beside. */
  private readonly exclusiveOperations: { readonly [Operation in DynamoDbOperation]?: (input: Record<string, unknown>) => Promise<DynamoDbOutput> } = {
    UpdateTable: (input) => updateGlobalIndexes(this.store, input).catch((error) => { throw dynamoDbError(error); }),
    TransactGetItems: (input) => transactGetItems(this.store, input),
    TransactWriteItems: (input) => this.recentTransactions.once(input, () => transactWriteItems(this.store, input)),
  };

  public constructor({ directory }: EmbeddedEngineProps = {}) {
    this.store = createStore(directory && join(directory, 'dynamodb'));
    this.exclusive = this.store.db.open().then(() => { this.exclusive = undefined; }, (error) => { throw openingError(error, directory); });
    this.exclusive.catch(() => undefined);
  }

  public async request(operation: DynamoDbOperation, input: Record<string, unknown>): Promise<DynamoDbOutput> {
    while (this.exclusive) {
      await this.exclusive;
    }
    const exclusiveWork = this.exclusiveOperations[operation];
    return exclusiveWork ? this.exclusively(() => exclusiveWork(input)) : this.tracked(runOperation(this.store, operation, input));
  }

  public async close(): Promise<void> {
    await Promise.allSettled([...this.running, this.exclusive]);
    await promisify(this.store.db.close.bind(this.store.db))();
  }

  private tracked(outcome: Promise<DynamoDbOutput>): Promise<DynamoDbOutput> {
    const settled: Promise<unknown> = outcome.catch(() => undefined).then(() => this.running.delete(settled));
    this.running.add(settled);
    return outcome;
  }

  private exclusively(work: () => Promise<DynamoDbOutput>): Promise<DynamoDbOutput> {
    const outcome = Promise.all(this.running).then(work);
    const free = (): void => { this.exclusive = undefined; };
    this.exclusive = outcome.then(free, free);
    return outcome;
  }
}

function openingError(error: Error & { cause?: { code?: string } }, directory: string | undefined): Error {
  return error.cause?.code === 'LEVEL_LOCKED'
    ? new Error(`another process uses the data directory ${directory}: end it, or choose another directory`)
    : new Error(`cannot open the data directory ${directory}: ${error.cause ?? error}`);
}
