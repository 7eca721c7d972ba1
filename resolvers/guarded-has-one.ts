import { type Configurations } from '../lib/plan/configuration';
import { request as hasOne, response as found } from './has-one';
import { authorize, isGranted } from './shared/access';
import { audienceOf, checkField, heardBy, isHidden } from './shared/audience';
import { runtime, util, type Context } from './shared/runtime';

declare const config: Configurations['guarded-has-one'];

export function request(ctx: Context) {
  if (isHidden(ctx, config)) {
    runtime.earlyReturn({});
  }
  checkField(ctx, config);
  authorize(ctx, config.access);
  return hasOne(ctx);
}

export function response(ctx: Context) {
  const record = found(ctx);
  if (record && !isGranted(authorize(ctx, config.access), record)) {
    util.unauthorized();
  }
  return heardBy(audienceOf(ctx), record);
}
