import { type Context } from '@aws-appsync/utils';

/** A step that keeps something for those after it, under whatever names. */
export function request(ctx: Context) {
  ctx.stash.request = 'mine';
  ctx.stash.through = 'the door';
  ctx.stash.room = 'lobby';
  return { payload: null };
}

export function response() {
  return null;
}
