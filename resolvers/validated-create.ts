import { type ValidatedConfiguration } from '../lib/plan/configuration';
import { request as create } from './create';
import { checkRules } from './shared/rules';
import { type Context } from './shared/runtime';

export { response } from './create';

declare const config: ValidatedConfiguration;

export function request(ctx: Context) {
  checkRules(config.rules, ctx.args.input);
  return create(ctx);
}
