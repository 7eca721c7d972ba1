import { generateClient, type SelectionSet } from 'aws-amplify/data';
import { a, type ClientSchema, type ResolverName } from 'cdk-appsync-data/schema';
import { same, typeOf } from './assert';
import { type ImpliedFields } from './implied-fields';

// A model that lists records of another through a join model, itself among them.

const types = {
  Post: a.model({ title: a.string(), tagList: a.manyToMany('Tag', { through: 'PostTag' }), tags: a.hasMany('PostTag', 'postId') }),
  Tag: a.model({ name: a.string().required(), posts: a.manyToMany('Post', { through: 'PostTag', from: 'tag', to: 'post' }).limit(20) }),
  PostTag: a.model({ postId: a.id().required(), tagId: a.id().required(), post: a.belongsTo('Post', 'postId'), tag: a.belongsTo('Tag', 'tagId') }),
  User: a.model({
    name: a.string(),
    following: a.manyToMany('User', { through: 'Follow', from: 'follower', to: 'followed' }),
    followers: a.manyToMany('User', { through: 'Follow', from: 'followed' }),
  }),
  Follow: a.model({ followerId: a.id(), followedId: a.id(), follower: a.belongsTo('User', 'followerId'), followed: a.belongsTo('User', 'followedId') }),
};
export const schema = a.schema(types);

type Schema = ClientSchema<typeof schema>;
const { models } = generateClient<Schema>();

// The client loads it with a record, and never later.
same<keyof Schema['Tag']['type'], 'name' | keyof ImpliedFields>(true);
same<keyof Schema['Post']['type'], 'title' | 'tags' | keyof ImpliedFields>(true);
same<Schema['Post']['createType'], { id?: string; title?: string | null }>(true);
same<Schema['Post']['updateType'], { id: string; title?: string | null }>(true);
same<Extract<ResolverName<typeof types>, `Post.${string}` | `User.${string}`>, 'Post.tagList' | 'Post.tags' | 'User.following' | 'User.followers'>(true);

const selectionSet = ['title', 'tagList.name', 'tagList.posts.tagList.name'] as const;
interface Expected {
  readonly title: string | null;
  readonly tagList: { readonly name: string; readonly posts: { readonly tagList: { readonly name: string }[] }[] }[];
}
same<SelectionSet<Schema['Post'], typeof selectionSet>, Expected>(true);

export async function eagerly() {
  const { data: posts } = await models.Post.list({ selectionSet });
  typeOf(posts).is<Expected[]>(true);
  const { data: post } = await models.Post.get({ id: 'p1' }, { selectionSet: ['tagList.*'] });
  typeOf(post).is<{ readonly tagList: { readonly name: string; readonly id: string; readonly createdAt: string; readonly updatedAt: string }[] } | null>(true);
  const { data: user } = await models.User.get({ id: 'u1' }, { selectionSet: ['following.followers.name'] });
  typeOf(user!.following[0]!.followers).is<{ readonly name: string | null }[]>(true);
  // @ts-expect-error a tag has no such field
  await models.Post.list({ selectionSet: ['tagList.title'] });
}

export async function refused(post: Schema['Post']['type']) {
  // @ts-expect-error there is no request that would load it
  await post.tagList();
  // @ts-expect-error records are joined by join records
  await models.Post.create({ title: 'Relationships', tagList: ['g1'] });
  // @ts-expect-error it is no part of a filter
  await models.Post.list({ filter: { tagList: { name: { eq: 'cdk' } } } });
}

// A relationship that is sorted and paged is what it is otherwise.
const member = { name: a.string().required(), teamId: a.id(), team: a.belongsTo('Team', 'teamId') };
export const plain = a.schema({ Team: a.model({ members: a.hasMany('Member', 'teamId') }), Member: a.model(member) });
export const sorted = a.schema({ Team: a.model({ members: a.hasMany('Member', 'teamId').sortBy('name').limit(20) }).limit(50), Member: a.model(member).limit(50) });
same<ClientSchema<typeof sorted>['Team']['type'], ClientSchema<typeof plain>['Team']['type']>(true);
same<ClientSchema<typeof sorted>['Team']['__meta']['flatModel'], ClientSchema<typeof plain>['Team']['__meta']['flatModel']>(true);
same<keyof ClientSchema<typeof sorted>['Team']['type'], 'members' | keyof ImpliedFields>(true);
