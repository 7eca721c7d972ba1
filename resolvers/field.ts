import { type Configurations } from '../lib/plan/configuration';
import { toldName } from './shared/access';
import { checkField, isHidden } from './shared/audience';
import { type Item } from './shared/related-records';
import { type Context } from './shared/runtime';

declare const config: Configurations['field'];

export function request() {
  return { payload: null };
}

/** A value that stands in the record already; of owners what Amplify gives, which is a user's name without the id before it. */
export function response(ctx: Context) {
  if (isHidden(ctx, config)) {
    return null;
  }
  checkField(ctx, config);
  const value = (ctx.source as Item)[ctx.info.fieldName] ?? null;
  if (!config.isName || value === null) {
    return value;
  }
  return Array.isArray(value) ? value.map((one) => toldName(one)) : toldName(value);
}
