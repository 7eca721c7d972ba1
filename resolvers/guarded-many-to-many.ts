import { type Configurations } from '../lib/plan/configuration';
import { request as manyToMany, response as found } from './many-to-many';
import { authorize, isGranted } from './shared/access';
import { audienceOf, enterField, heardBy } from './shared/audience';
import { type Item } from './shared/related-records';
import { type Context } from './shared/runtime';

declare const config: Configurations['guarded-many-to-many'];

/** The function that reads the join records knows which of those the caller may read, and not to whom it is that they lead. */
export function request(ctx: Context) {
  enterField(ctx, config);
  authorize(ctx, config.access);
  return manyToMany(ctx);
}

export function response(ctx: Context) {
  const { items, nextToken } = found(ctx);
  const grants = authorize(ctx, config.access);
  return { items: heardBy(audienceOf(ctx), items.filter((record: Item) => isGranted(grants, record))), nextToken };
}
