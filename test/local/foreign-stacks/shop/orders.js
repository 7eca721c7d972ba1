import * as ddb from '@aws-appsync/utils/dynamodb';

export function request(ctx) {
  return ddb.query({ query: { customerId: { eq: ctx.args.customerId } } });
}

export function response(ctx) {
  return ctx.result.items;
}
