import { util, type Context } from '@aws-appsync/utils';
import { failed } from './failed';

/** The posts with at least as many likes. */
export function request(ctx: Context<{ likes: number }>) {
  return { operation: 'Scan', filter: { expression: 'likes >= :likes', expressionValues: util.dynamodb.toMapValues({ ':likes': ctx.args.likes }) } };
}

export function response(ctx: Context) {
  return failed(ctx) ?? ctx.result.items;
}
