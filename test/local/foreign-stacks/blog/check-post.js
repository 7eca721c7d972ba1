import { util } from '@aws-appsync/utils';

export function request(ctx) {
  return { payload: ctx.prev.result };
}

export function response(ctx) {
  const post = ctx.result;
  if (!post) {
    util.error(`There is no post '${ctx.args.id}'.`, 'NotFound');
  }
  if (post.publishedAt) {
    util.error(`'${post.title}' is published already.`, 'Conflict', post);
  }
  ctx.stash.now = util.time.nowISO8601();
  return post;
}
