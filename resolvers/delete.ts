import { type DeleteConfiguration } from '../lib/plan/configuration';
import { writeCondition } from './shared/condition';
import { failOnError } from './shared/errors';
import { type Filter } from './shared/filter';
import { keyFrom } from './shared/key';
import { type Item } from './shared/related-records';
import { util, type Context } from './shared/runtime';

declare const config: DeleteConfiguration;

export function request(ctx: Context) {
  const { input, condition } = ctx.args;
  return deleteRequest(input, condition);
}

export function response(ctx: Context) {
  failOnError(ctx);
  // AppSync counts the deletion of what is gone already as done.
  if (!ctx.result) {
    util.error('The conditional request failed', 'DynamoDB:ConditionalCheckFailedException');
  }
  return ctx.result;
}

/** The request that deletes a record, if it is there. */
export function deleteRequest(input: Item, condition: Filter | null | undefined) {
  return {
    operation: 'DeleteItem',
    key: util.dynamodb.toMapValues(keyFrom(config.key, input)!),
    condition: writeCondition('attribute_exists', config.key, condition),
  };
}
