import { util, type Context } from '@aws-appsync/utils';

/** Runs before a post is created. */
export function request(ctx: Context) {
  const { title } = ctx.args.input;
  if (title === title.toUpperCase()) {
    util.error('Titles are not to be shouted', 'Shouting');
  }
  ctx.stash.checked = true;
  return { payload: null };
}

export function response() {
  return null;
}
