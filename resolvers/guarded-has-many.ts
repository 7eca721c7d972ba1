import { type Configurations } from '../lib/plan/configuration';
import { request as hasMany, response as found } from './has-many';
import { audienceOf, enterField, heardBy } from './shared/audience';
import { type Context } from './shared/runtime';

declare const config: Configurations['guarded-has-many'];

/** Which of the records the caller may read, the function that reads them knows. */
export function request(ctx: Context) {
  enterField(ctx, config);
  return hasMany(ctx);
}

export function response(ctx: Context) {
  const { items, nextToken } = found(ctx);
  return { items: heardBy(audienceOf(ctx), items), nextToken };
}
