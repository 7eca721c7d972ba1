import { type Configurations } from '../lib/plan/configuration';
import { request as hasOne, response as found } from './has-one';
import { authorize, checked } from './shared/access';
import { audienceOf, enterField, heardBy } from './shared/audience';
import { type Context } from './shared/runtime';

declare const config: Configurations['guarded-has-one'];

export function request(ctx: Context) {
  enterField(ctx, config);
  authorize(ctx, config.access);
  return hasOne(ctx);
}

export function response(ctx: Context) {
  return heardBy(audienceOf(ctx), checked(ctx, config.access, found(ctx)));
}
