import { type Configurations } from '../lib/plan/configuration';
import { deleteRequest, response as deleted } from './delete';
import { heardBy } from './shared/audience';
import { conditionWith, demandsOf, failOnRefusal } from './shared/guarded-mutation';
import { type Context } from './shared/runtime';

declare const config: Configurations['guarded-delete'];

export function request(ctx: Context) {
  const { input, condition } = ctx.args;
  return deleteRequest(input, conditionWith(condition, demandsOf(ctx, config, {})));
}

export function response(ctx: Context) {
  failOnRefusal(ctx, config, {});
  return heardBy(config.audience, deleted(ctx));
}
