import { type GetConfiguration } from '../lib/plan/configuration';
import { failOnError } from './shared/errors';
import { keyFrom } from './shared/key';
import { util, type Context } from './shared/runtime';

declare const config: GetConfiguration;

export function request(ctx: Context) {
  return { operation: 'GetItem', key: util.dynamodb.toMapValues(keyFrom(config.key, ctx.args)!) };
}

export function response(ctx: Context) {
  failOnError(ctx);
  return ctx.result;
}
