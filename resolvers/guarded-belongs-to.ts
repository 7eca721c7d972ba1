import { type Configurations } from '../lib/plan/configuration';
import { request as belongsTo, response as found } from './belongs-to';
import { authorize, checked } from './shared/access';
import { audienceOf, enterField, heardBy, isHidden } from './shared/audience';
import { referenceFrom } from './shared/key';
import { type Item } from './shared/related-records';
import { type Context } from './shared/runtime';

declare const config: Configurations['guarded-belongs-to'];

/** A record that came along with the page is asked for here too: the page's rules are those of another model. */
export function request(ctx: Context) {
  enterField(ctx, config);
  if (referenceFrom(config.key, ctx.source as Item)) {
    authorize(ctx, config.access);
  }
  return belongsTo(ctx);
}

export function response(ctx: Context) {
  return heardBy(audienceOf(ctx), isHidden(ctx, config) ? null : checked(ctx, config.access, found(ctx)));
}
