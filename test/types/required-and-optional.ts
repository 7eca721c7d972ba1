import { generateClient, type SelectionSet } from 'aws-amplify/data';
import { type ClientSchema } from 'cdk-appsync-data/schema';
import { type schemas } from '../../integ/schemas/relationships';
import { same, typeOf } from './assert';
import { type ImpliedFields } from './implied-fields';

type Schema = ClientSchema<typeof schemas.RequiredAndOptional>;
const { models } = generateClient<Schema>();

interface Post extends ImpliedFields {
  title: string;
  content: string;
  authorId: string;
  editorId: string | null;
  author: Schema['Post']['type']['author'];
  editor: Schema['Post']['type']['editor'];
}

same<Schema['Post']['createType'], { id?: string; title: string; content: string; authorId: string; editorId?: string | null }>(true);
same<Schema['Post']['updateType'], { id: string; title?: string; content?: string; authorId?: string; editorId?: string | null }>(true);
// A required reference may lead to a record that is gone: the loader is the same.
same<Schema['Post']['type']['author'], Schema['Post']['type']['editor']>(true);

export async function mutations() {
  const { data: post } = await models.Post.create({ title: 'One', content: 'Two', authorId: 'a1' });
  typeOf(post).is<Post | null>(true);
  const { data: unedited } = await models.Post.update({ id: 'p1', editorId: null });
  typeOf(unedited).is<Post | null>(true);
  await models.Post.update({ id: 'p1', authorId: 'a2' });
  // @ts-expect-error a post has an author
  await models.Post.create({ title: 'One', content: 'Two', editorId: 'a1' });
  // @ts-expect-error a post has an author, known by an id
  await models.Post.create({ title: 'One', content: 'Two', authorId: null });
  // @ts-expect-error and keeps it
  await models.Post.update({ id: 'p1', authorId: null });
  // @ts-expect-error an id is a string
  await models.Post.update({ id: 'p1', editorId: 1 });
}

export async function reads(post: Post) {
  typeOf(post.authorId.length).is<number>(true);
  const { data: author } = await post.author();
  typeOf(author).is<Schema['Person']['type'] | null>(true);
  const { data: posts } = await author!.authoredPosts();
  typeOf(posts[0]!.authorId).is<string>(true);
  typeOf(posts[0]!.editorId).is<string | null | undefined>(true);
  // @ts-expect-error a post may have no editor
  void post.editorId.length;
  // @ts-expect-error the author's record may be gone
  void author.name;
}

export async function eagerly() {
  const selectionSet = ['authorId', 'editorId', 'author.name', 'editor.name'] as const;
  interface Expected {
    readonly authorId: string;
    readonly editorId: string | null;
    readonly author: { readonly name: string | null };
    readonly editor: { readonly name: string | null };
  }
  same<SelectionSet<Schema['Post'], typeof selectionSet>, Expected>(true);
  const { data: posts } = await models.Post.list({ selectionSet });
  typeOf(posts).is<Expected[]>(true);
  const { data: person } = await models.Person.get({ id: 'a1' }, { selectionSet: ['authoredPosts.authorId', 'editedPosts.editorId'] });
  typeOf(person).is<{ readonly authoredPosts: { readonly authorId: string }[]; readonly editedPosts: { readonly editorId: string | null }[] } | null>(true);
  // @ts-expect-error a name may be missing
  void posts[0]!.author.name.length;
  // @ts-expect-error there is no such path
  await models.Person.list({ selectionSet: ['authoredPosts.authors.*'] });
}

export async function filters() {
  await models.Post.list({ filter: { authorId: { eq: 'a1' }, editorId: { attributeExists: false } } });
  // @ts-expect-error null is no string
  await models.Post.list({ filter: { editorId: { eq: null } } });
  // @ts-expect-error relationships are no part of a filter
  await models.Post.list({ filter: { author: { id: { eq: 'a1' } } } });
}

export function subscriptions() {
  models.Post.onDelete({ filter: { authorId: { eq: 'a1' } } }).subscribe((post) => typeOf(post).is<Post>(true));
  models.Post.observeQuery({ selectionSet: ['authorId'] }).subscribe(({ items }) => typeOf(items).is<{ readonly authorId: string }[]>(true));
  // @ts-expect-error relationships are no part of a filter
  models.Post.observeQuery({ filter: { editor: { id: { eq: 'a1' } } } });
}
