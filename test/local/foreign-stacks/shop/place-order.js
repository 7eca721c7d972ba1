import * as ddb from '@aws-appsync/utils/dynamodb';

export function request(ctx) {
  const { customerId, number, total } = ctx.args;
  return ddb.put({ key: { customerId, number }, item: { total } });
}

export function response(ctx) {
  return ctx.result;
}
