import { type PageConfiguration } from '../../lib/plan/configuration';
import { refuse } from './errors';
import { MAX_ELEMENTS } from './limits';
import { type PageRead } from './page-request';
import { type Context } from './runtime';
import { stashOf } from './stash';

const DEFAULT_LIMIT = 100;

/** Stands in a token between the name of what it goes on with and AppSync's own token, which does not have it. */
const SEPARATOR = ':';

/**
 * Which page of the records that the arguments ask for is to be read.
 *
 * @param read the index that is queried, or the table where it has none; or a Scan, where it has no key
 */
export function page(ctx: Context, config: PageConfiguration, read: Pick<PageRead, 'index' | 'key' | 'filter'>) {
  const { args } = ctx;
  const stash = stashOf(ctx);
  const limit = args.limit ?? config.pageSize ?? DEFAULT_LIMIT;
  if (limit < 1) {
    refuse(`'limit' is ${limit}, but a page holds at least one record`);
  }
  const prefix = read.key ? (read.index ?? '') + SEPARATOR : '';
  const given: string = args.nextToken || prefix;
  const end = given.indexOf(SEPARATOR) + 1;
  if (given.slice(0, end) !== prefix) {
    refuse("'nextToken' is of a list with other arguments: give it with those that it came with");
  }
  stash.tokenPrefix = prefix;
  stash.stepsAfter = config.stepsAfter;
  return { limit: limit > MAX_ELEMENTS ? MAX_ELEMENTS : limit, nextToken: given.slice(end) || null, descending: args.sortDirection === 'DESC' };
}

/** What has been read, as the API returns it. */
export function connection(ctx: Context) {
  const { items, nextToken } = ctx.prev?.result ?? {};
  return { items: items ?? [], nextToken: nextToken ? stashOf(ctx).tokenPrefix + nextToken : null };
}
