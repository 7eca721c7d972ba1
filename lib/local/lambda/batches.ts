import { type Asker } from '../data-source';

/** https://docs.aws.amazon.com/appsync/latest/devguide/tutorial-lambda-resolvers-js.html: what a BatchInvoke holds where nothing is configured. */
const defaultBatchSize = 5;

interface Entry { readonly payload: unknown; readonly resolve: (result: unknown) => void; readonly reject: (error: unknown) => void }

/** Gathers what one step asks for in one GraphQL request, for many parents, and sends it on when a batch is full or nothing more comes. */
export class Batches {
  private readonly open = new WeakMap<object, Map<object, Entry[]>>();

  /** @param send answers a batch: with as many results, in the same order */
  public constructor(private readonly send: (payloads: readonly unknown[]) => Promise<readonly unknown[]>) {}

  public add(payload: unknown, { step, graphqlRequest }: Asker): Promise<unknown> {
    const batches = this.open.get(graphqlRequest) ?? new Map<object, Entry[]>();
    this.open.set(graphqlRequest, batches);
    const flush = (batch: readonly Entry[]): void => {
      if (batches.get(step) !== batch) return;
      batches.delete(step);
      void this.settle(batch);
    };
    return new Promise((resolve, reject) => {
      const batch = batches.get(step) ?? [];
      batch.push({ payload, resolve, reject });
      if (batch.length === 1) {
        batches.set(step, batch);
        // After all that is resolved together: parents of one list have their fields resolved without anything in between.
        setImmediate(flush, batch);
      }
      if (batch.length === (step.maxBatchSize ?? defaultBatchSize)) flush(batch);
    });
  }

  private async settle(batch: readonly Entry[]): Promise<void> {
    try {
      const results = await this.send(batch.map(({ payload }) => payload));
      batch.forEach(({ resolve }, index) => resolve(results[index]));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
