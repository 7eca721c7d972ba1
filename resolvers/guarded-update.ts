import { type Configurations } from '../lib/plan/configuration';
import { heardBy } from './shared/audience';
import { conditionWith, demandsOf, failOnRefusal } from './shared/guarded-mutation';
import { checkRules } from './shared/rules';
import { type Context } from './shared/runtime';
import { updateRequest } from './update';

declare const config: Configurations['guarded-update'];

export function request(ctx: Context) {
  const { input, condition } = ctx.args;
  checkRules(config.rules ?? [], input);
  return updateRequest(input, conditionWith(condition, demandsOf(ctx, config, input)));
}

export function response(ctx: Context) {
  failOnRefusal(ctx, config, ctx.args.input);
  return heardBy(config.audience, ctx.result);
}
