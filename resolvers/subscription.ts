import { type Configurations } from '../lib/plan/configuration';
import { type Context } from './shared/runtime';
import { stashOf } from './shared/stash';

declare const config: Configurations['subscription'];

/** Tells the function that all subscriptions share what this one is about. */
export function request(ctx: Context) {
  const stash = stashOf(ctx);
  stash.access = config.access;
  stash.fieldAccess = config.fields;
  return {};
}

export function response() {
  return null;
}
