export function request(ctx) {
  return { operation: 'Invoke', invocationType: 'Event', payload: ctx.args };
}

export function response(ctx) {
  return ctx.result === null;
}
