import { refuse } from './errors';

/** Arrays are iterated up to this length only, so no page is longer. */
const MAX_LIMIT = 1000;
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
  return { limit: limit > MAX_LIMIT ? MAX_LIMIT : limit, nextToken: args.nextToken ?? null };
}

/** What a page of records is returned as. */
export function connection(result: { items: unknown[]; nextToken?: string | null } | null | undefined) {
  return { items: result?.items ?? [], nextToken: result?.nextToken ?? null };
}
