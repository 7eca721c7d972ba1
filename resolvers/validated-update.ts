import { type ValidatedConfiguration } from '../lib/plan/configuration';
import { request as update } from './update';
import { checkRules } from './shared/rules';
import { type Context } from './shared/runtime';

export { response } from './update';

declare const config: ValidatedConfiguration;

export function request(ctx: Context) {
  checkRules(config.rules, ctx.args.input);
  return update(ctx);
}
