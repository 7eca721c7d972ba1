import { type Configurations } from '../lib/plan/configuration';
import { checkField, isHidden } from './shared/audience';
import { type Item } from './shared/related-records';
import { type Context } from './shared/runtime';

declare const config: Configurations['field'];

export function request() {
  return { payload: null };
}

/** A value that stands in the record already. */
export function response(ctx: Context) {
  if (isHidden(ctx, config)) {
    return null;
  }
  checkField(ctx, config);
  return (ctx.source as Item)[ctx.info.fieldName] ?? null;
}
