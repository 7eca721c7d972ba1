import { extensions, type Context } from '@aws-appsync/utils';

export function request() {
  return { payload: null };
}

/** Only what is loud enough. */
export function response(ctx: Context<{ minimum: number }>) {
  extensions.setSubscriptionFilter({ filterGroup: [{ filters: [{ fieldName: 'length', operator: 'ge', value: ctx.args.minimum }] }] });
  return null;
}
