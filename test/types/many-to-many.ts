import { generateClient, type SelectionSet } from 'aws-amplify/data';
import { type ClientSchema } from 'cdk-appsync-data/schema';
import { type schemas } from '../../integ/schemas/relationships';
import { same, typeOf } from './assert';
import { type ImpliedFields } from './implied-fields';

type Schema = ClientSchema<typeof schemas.ManyToMany>;
const { models } = generateClient<Schema>();

interface Post extends ImpliedFields { title: string | null; content: string | null; tags: Schema['Post']['type']['tags'] }
interface PostTag extends ImpliedFields { postId: string; tagId: string; post: Schema['PostTag']['type']['post']; tag: Schema['PostTag']['type']['tag'] }

same<Schema['PostTag']['createType'], { id?: string; postId: string; tagId: string }>(true);
same<Schema['PostTag']['updateType'], { id: string; postId?: string; tagId?: string }>(true);
// Nothing of a link is optional: as it is stored, so a loader gives it.
same<Schema['PostTag']['type'], PostTag>(true);
same<Schema['Tag']['createType'], { id?: string; name?: string | null }>(true);

export async function mutations() {
  const { data: post } = await models.Post.create({ title: 'Relationships' });
  typeOf(post).is<Post | null>(true);
  const { data: link } = await models.PostTag.create({ postId: post!.id, tagId: 'g1' });
  typeOf(link).is<PostTag | null>(true);
  const { data: unlinked } = await models.PostTag.delete({ id: link!.id });
  typeOf(unlinked).is<PostTag | null>(true);
  // @ts-expect-error a link leads to two records
  await models.PostTag.create({ postId: 'p1' });
  // @ts-expect-error and to no other
  await models.PostTag.create({ postId: 'p1', tagId: 'g1', personId: 'a1' });
  // @ts-expect-error a link always leads somewhere
  await models.PostTag.update({ id: 'l1', tagId: null });
  // @ts-expect-error a link has an id of its own
  await models.PostTag.delete({ postId: 'p1', tagId: 'g1' });
  // @ts-expect-error links are records
  await models.Post.create({ title: 'Relationships', tags: ['g1'] });
}

export async function lazily(post: Post, link: PostTag) {
  const { data: links } = await post.tags({ limit: 100 });
  typeOf(links).is<PostTag[]>(true);
  const { data: tag } = await links[0]!.tag();
  typeOf(tag).is<Schema['Tag']['type'] | null>(true);
  const { data: back } = await tag!.posts();
  typeOf(back).is<PostTag[]>(true);
  const { data: linked } = await link.post();
  typeOf(linked).is<Schema['Post']['type'] | null>(true);
  // @ts-expect-error a link is no tag
  void links[0]!.name;
  // @ts-expect-error a tag leads to links, and they to posts
  void back[0]!.title;
}

export async function eagerly() {
  const selectionSet = ['title', 'tags.tag.name', 'tags.tag.posts.post.title'] as const;
  interface Expected {
    readonly title: string | null;
    readonly tags: { readonly tag: { readonly name: string | null; readonly posts: { readonly post: { readonly title: string | null } }[] } }[];
  }
  same<SelectionSet<Schema['Post'], typeof selectionSet>, Expected>(true);
  const { data: posts } = await models.Post.list({ selectionSet });
  typeOf(posts).is<Expected[]>(true);
  const { data: link } = await models.PostTag.get({ id: 'l1' }, { selectionSet: ['id', 'post.content', 'tag.*'] });
  interface ExpectedLink {
    readonly id: string;
    readonly post: { readonly content: string | null };
    readonly tag: { readonly name: string | null; readonly id: string; readonly createdAt: string; readonly updatedAt: string };
  }
  typeOf(link).is<ExpectedLink | null>(true);
  // @ts-expect-error the link is between
  await models.Post.list({ selectionSet: ['tags.name'] });
  // @ts-expect-error a link has one tag
  await models.Post.list({ selectionSet: ['tags.tags.*'] });
}

export async function filters() {
  await models.PostTag.list({ filter: { and: [{ postId: { eq: 'p1' } }, { or: [{ tagId: { eq: 'g1' } }, { tagId: { eq: 'g2' } }] }] } });
  // @ts-expect-error relationships are no part of a filter
  await models.Post.list({ filter: { tags: { tagId: { eq: 'g1' } } } });
  // @ts-expect-error nor those of a link
  await models.PostTag.list({ filter: { not: { tag: { name: { eq: 'cdk' } } } } });
}

export function subscriptions() {
  models.PostTag.onCreate({ filter: { postId: { eq: 'p1' }, tagId: { notIn: ['g1'] } } }).subscribe((link) => typeOf(link).is<PostTag>(true));
  models.PostTag.observeQuery({ filter: { tagId: { eq: 'g1' } }, selectionSet: ['post.title'] }).subscribe(({ items }) => {
    typeOf(items).is<{ readonly post: { readonly title: string | null } }[]>(true);
  });
  // @ts-expect-error relationships are no part of a filter
  models.PostTag.onDelete({ filter: { post: { eq: 'p1' } } });
}
