import * as ddb from '@aws-appsync/utils/dynamodb';

export function request(ctx) {
  return ddb.update({ key: { id: ctx.args.id }, update: { publishedAt: ctx.stash.now } });
}

export function response(ctx) {
  return ctx.result;
}
