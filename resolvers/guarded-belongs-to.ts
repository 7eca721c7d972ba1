import { type Configurations } from '../lib/plan/configuration';
import { request as belongsTo, response as found } from './belongs-to';
import { authorize, isGranted } from './shared/access';
import { audienceOf, checkField, heardBy, isHidden } from './shared/audience';
import { referenceFrom } from './shared/key';
import { type Item } from './shared/related-records';
import { runtime, util, type Context } from './shared/runtime';

declare const config: Configurations['guarded-belongs-to'];

/** A record that came along with the page is asked for here too: the page's rules are those of another model. */
export function request(ctx: Context) {
  if (isHidden(ctx, config)) {
    runtime.earlyReturn(null);
  }
  checkField(ctx, config);
  if (referenceFrom(config.key, ctx.source as Item)) {
    authorize(ctx, config.access);
  }
  return belongsTo(ctx);
}

export function response(ctx: Context) {
  const record = isHidden(ctx, config) ? null : found(ctx);
  if (record && !isGranted(authorize(ctx, config.access), record)) {
    util.unauthorized();
  }
  return heardBy(audienceOf(ctx), record);
}
