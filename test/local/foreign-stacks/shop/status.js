import { util } from '@aws-appsync/utils';

export function request(ctx) {
  return { operation: 'BatchInvoke', payload: { number: ctx.source.number } };
}

export function response(ctx) {
  const { errorMessage, errorType, data } = ctx.result;
  if (errorMessage) {
    util.appendError(errorMessage, errorType);
  }
  return data;
}
