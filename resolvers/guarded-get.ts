import { type Configurations } from '../lib/plan/configuration';
import { request as get, response as found } from './get';
import { authorize, checked } from './shared/access';
import { type Context } from './shared/runtime';

declare const config: Configurations['guarded-get'];

export function request(ctx: Context) {
  authorize(ctx, config.access);
  return get(ctx);
}

/** What is not there is no secret: it is nothing, as where everyone may read. */
export function response(ctx: Context) {
  return checked(ctx, config.access, found(ctx));
}
