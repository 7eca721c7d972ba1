import { type ManyToManyConfiguration } from '../lib/plan/configuration';
import { conditionsFrom } from './shared/key';
import { MAX_KEYS } from './shared/limits';
import { connection, page } from './shared/page';
import { runtime, type Context } from './shared/runtime';
import { stashOf } from './shared/stash';

declare const config: ManyToManyConfiguration;

/** Reads a page of join records, and of them those that they lead to: all at once, so that a page is no longer than that takes. */
export function request(ctx: Context) {
  const { index, sortedBy, through } = config;
  const key = conditionsFrom(config.key, ctx.source as Record<string, unknown>);
  if (key.length === 0) {
    runtime.earlyReturn({});
  }
  const keyAttributes = [...key.map(([attribute]) => attribute), ...(sortedBy ? [sortedBy] : [])];
  const read = page(ctx, config, { index, key });
  const stash = stashOf(ctx);
  stash.read = { index, key, keyAttributes, ...read, limit: read.limit > MAX_KEYS ? MAX_KEYS : read.limit };
  stash.through = through;
  return {};
}

export function response(ctx: Context) {
  const { items, nextToken } = connection(ctx);
  // Join records that lead nowhere have not been gone through.
  return { items: stashOf(ctx).through ? [] : items, nextToken };
}
