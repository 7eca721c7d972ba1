import { util } from '@aws-appsync/utils';

export function request(ctx) {
  const product = ctx.args.product ?? `order-${ctx.source.number}`;
  return {
    method: 'GET',
    resourcePath: `/prices/${util.urlEncode(product)}`,
    params: {
      query: { currency: ctx.args.currency ?? 'EUR' },
      headers: { 'Content-Type': 'application/json' },
    },
  };
}

export function response(ctx) {
  if (ctx.error) {
    return util.error(ctx.error.message, ctx.error.type);
  }
  const { statusCode, body } = ctx.result;
  if (statusCode === 200) {
    return JSON.parse(body);
  }
  return util.appendError(body, `${statusCode}`);
}
