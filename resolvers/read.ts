import { isGranted } from './shared/access';
import { failOnError } from './shared/errors';
import { FULL_PAGE_SIZE } from './shared/limits';
import { pageRequest } from './shared/page-request';
import { type Item } from './shared/related-records';
import { runtime, type Context } from './shared/runtime';
import { sizeInBytes } from './shared/size';
import { stashOf } from './shared/stash';

/**
 * Makes the request that a resolver has described, for a record or for a page; all fields that read a table share it. For a page with a
 * filter it has several turns: a page that is short and has more after it is read on.
 */
export function request(ctx: Context) {
  const { prev } = ctx;
  const stash = stashOf(ctx);
  if (stash.read) {
    stash.request = pageRequest(stash.read);
    stash.wanted = stash.read.limit;
    stash.read = null;
  }
  if (!stash.request) {
    runtime.earlyReturn(prev?.result, { skipTo: stash.isRelatedPending || stash.stepsAfter ? 'NEXT' : 'END' });
  }
  return stash.request;
}

export function response(ctx: Context) {
  const { prev, result } = ctx;
  const stash = stashOf(ctx);
  const { checks } = stash;
  failOnError(ctx);
  if (!stash.wanted) {
    return result;
  }
  const { nextToken } = result;
  const read: Item[] = checks ? result.items.filter((item: Item) => checks.every((grants) => isGranted(grants, item))) : result.items;
  // What is given to the first turn is not of this page: a step of the user's own may stand before it.
  const items = stash.isReadingOn ? [...prev?.result.items, ...read] : read;
  const limit = stash.wanted - items.length;
  // A page of as many as are missing can be given whole, so that its token goes on after the last record that is given. DynamoDB ends a
  // page of large records at 1 MB: that is no reason to go on. Join records have one turn: the next step reads what they lead to.
  const readsOn = (stash.request?.filter || checks) && !stash.through && nextToken && limit > 0 && sizeInBytes(items) < FULL_PAGE_SIZE;
  stash.isReadingOn = true;
  stash.request = readsOn ? { ...stash.request, limit, nextToken } : null;
  return { items, nextToken };
}
