import { DynamoDbError, type DynamoDbOutput } from '../engine';
import { constraintError } from './actions';

const MAX_TOKEN_LENGTH = 36;
const MILLISECONDS = 10 * 60 * 1000;

/** The transactions of the last ten minutes that came with a token: one that comes again is not done again. */
export class RecentTransactions {
  private readonly known = new Map<string, { readonly items: string; readonly end: number }>();

  /** @throws DynamoDbError when the token has been another transaction's */
  public async once({ ClientRequestToken: token, TransactItems }: Record<string, unknown>, run: () => Promise<DynamoDbOutput>): Promise<DynamoDbOutput> {
    if (typeof token !== 'string') return run();
    if (token.length < 1 || token.length > MAX_TOKEN_LENGTH) {
      throw constraintError(`'${token}'`, 'clientRequestToken', `Member must have length ${token ? `less than or equal to ${MAX_TOKEN_LENGTH}` : 'greater than or equal to 1'}`);
    }
    this.forgetOld();
    const items = JSON.stringify(TransactItems);
    const done = this.known.get(token);
    if (done && done.items !== items) {
      throw new DynamoDbError('IdempotentParameterMismatchException', 'Request uses the same client token as a previous, but non-identical request');
    }
    if (done) return {};
    const output = await run();
    this.known.set(token, { items, end: Date.now() + MILLISECONDS });
    return output;
  }

  private forgetOld(): void {
    for (const [token, { end }] of this.known) {
      if (end < Date.now()) this.known.delete(token);
    }
  }
}
