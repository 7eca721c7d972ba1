import { refuse } from './errors';
import { MAX_ELEMENTS } from './limits';
import { type Context } from './runtime';

const DEFAULT_LIMIT = 100;

/** Stands in a token between the name of what it goes on with and AppSync's own token, which does not have it. */
const SEPARATOR = ':';

/**
 * Which page of the records that the arguments ask for is to be read.
 *
 * @param pageSize how many records a page has where a client does not say; 100 where that is not said either
 * @param source the name of the index that is queried; empty for the table, undefined for a Scan
 */
export function page(ctx: Context, pageSize: number | undefined, source: string | undefined) {
  const { args, stash } = ctx;
  const limit = args.limit ?? pageSize ?? DEFAULT_LIMIT;
  if (limit < 1) {
    refuse(`'limit' is ${limit}, but a page holds at least one record`);
  }
  const [token, name] = args.nextToken ? args.nextToken.split(SEPARATOR).reverse() : [null, source];
  if (name !== source) {
    refuse("'nextToken' is of a list with other arguments: give it with those that it came with");
  }
  stash.source = source;
  return { limit: limit > MAX_ELEMENTS ? MAX_ELEMENTS : limit, nextToken: token, descending: args.sortDirection === 'DESC' };
}

/** What has been read, as the API returns it. */
export function connection(ctx: Context) {
  const { prev, stash } = ctx;
  const { items, nextToken } = prev?.result ?? {};
  const isOfKey = (stash.source ?? null) !== null;
  return { items: items ?? [], nextToken: nextToken && isOfKey ? stash.source + SEPARATOR + nextToken : nextToken ?? null };
}
