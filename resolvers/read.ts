import { failOnError } from './shared/errors';
import { pageRequest } from './shared/page-request';
import { runtime, type Context } from './shared/runtime';

/**
 * Makes the request that a resolver has described, for a record or for a page; all fields that read a table share it. Of a page it is
 * the part that can repeat: as long as a filter has left records out and there are more, it reads on.
 */
export function request(ctx: Context) {
  const { stash, prev } = ctx;
  if (stash.read) {
    stash.request = pageRequest(stash.read);
    stash.wanted = stash.read.limit;
    stash.read = null;
  }
  if (!stash.request) {
    runtime.earlyReturn(prev?.result, { skipTo: stash.isRelatedPending ? 'NEXT' : 'END' });
  }
  return stash.request;
}

export function response(ctx: Context) {
  const { stash, prev, result } = ctx;
  failOnError(ctx);
  if (!stash.wanted) {
    return result;
  }
  const { nextToken } = result;
  const items = [...(prev?.result.items ?? []), ...result.items];
  const limit = stash.wanted - items.length;
  // A page of as many as are missing can be given whole, so that its token goes on after the last record that is given.
  stash.request = stash.request.filter && nextToken && limit > 0 ? { ...stash.request, limit, nextToken } : null;
  return { items, nextToken };
}
