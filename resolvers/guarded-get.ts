import { type Configurations } from '../lib/plan/configuration';
import { request as get, response as found } from './get';
import { authorize, isGranted } from './shared/access';
import { util, type Context } from './shared/runtime';

declare const config: Configurations['guarded-get'];

export function request(ctx: Context) {
  authorize(ctx, config.access);
  return get(ctx);
}

/** What is not there is no secret: it is nothing, as where everyone may read. */
export function response(ctx: Context) {
  const record = found(ctx);
  if (record && !isGranted(authorize(ctx, config.access), record)) {
    util.unauthorized();
  }
  return record;
}
