import * as ddb from '@aws-appsync/utils/dynamodb';

export function request(ctx) {
  const { author, limit = 20, nextToken } = ctx.args;
  return ddb.query({ query: { author: { eq: author } }, index: 'by-author', limit, nextToken });
}

export function response(ctx) {
  const { items, nextToken } = ctx.result;
  return { items, nextToken };
}
