import * as ddb from '@aws-appsync/utils/dynamodb';

export function request(ctx) {
  const { id, name } = ctx.args;
  return ctx.info.parentTypeName === 'Mutation' ? ddb.put({ key: { id }, item: { name } }) : ddb.get({ key: { id } });
}

export function response(ctx) {
  return ctx.result;
}
