import { refuse } from './errors';
import { MAX_ELEMENTS } from './limits';

const DEFAULT_LIMIT = 100;

interface PageArguments {
  readonly limit?: number | null;
  readonly nextToken?: string | null;
  readonly sortDirection?: string | null;
}

/** The part of a Query or Scan that says which page of records to read. */
export function page(args: PageArguments) {
  const limit = args.limit ?? DEFAULT_LIMIT;
  if (limit < 1) {
    refuse(`'limit' is ${limit}, but a page holds at least one record`);
  }
  return { limit: limit > MAX_ELEMENTS ? MAX_ELEMENTS : limit, nextToken: args.nextToken };
}

/** What a page of records is returned as. */
export function connection(result: { items: unknown[]; nextToken?: string | null } | null | undefined) {
  return { items: result?.items ?? [], nextToken: result?.nextToken ?? null };
}
