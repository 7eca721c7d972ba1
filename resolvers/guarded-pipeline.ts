import { type Configurations } from '../lib/plan/configuration';
import { authorize } from './shared/access';
import { heardBy } from './shared/audience';
import { type Context } from './shared/runtime';
import { stashOf } from './shared/stash';

declare const config: Configurations['guarded-pipeline'];

/** A resolver whose functions do all there is to do, once it is known that the caller may ask for it. */
export function request(ctx: Context) {
  if (config.access) {
    authorize(ctx, config.access);
  }
  // What all subscriptions run sets a filter for those of models.
  stashOf(ctx).isCustom = true;
  return {};
}

export function response(ctx: Context) {
  return heardBy(config.audience, ctx.prev?.result);
}
