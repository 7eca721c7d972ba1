import { util, type Context } from '@aws-appsync/utils';
import { failed } from './failed';

/** Adds one to the likes of a post, in one request. */
export function request(ctx: Context<{ postId: string }>) {
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ id: ctx.args.postId }),
    update: { expression: 'ADD likes :one', expressionValues: util.dynamodb.toMapValues({ ':one': 1 }) },
    condition: { expression: 'attribute_exists(id)' },
  };
}

export function response(ctx: Context) {
  return failed(ctx) ?? ctx.result;
}
