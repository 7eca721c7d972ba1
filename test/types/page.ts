import { generateClient, type SelectionSet } from 'aws-amplify/data';
import { type ClientSchema } from 'cdk-appsync-data/schema';
import { type schemas } from '../../integ/schemas/relationships';
import { same, typeOf } from './assert';
import { type ImpliedFields } from './implied-fields';

type Schema = ClientSchema<typeof schemas.Page>;
type Part = ClientSchema<typeof schemas.OneToMany> & ClientSchema<typeof schemas.OneToOne>;
const client = generateClient<Schema>();
const { models } = client;

interface Post extends ImpliedFields {
  title: string;
  content: string;
  authorId: string | null;
  editorId: string | null;
  tags: Schema['Post']['type']['tags'];
  author: Schema['Post']['type']['author'];
  editor: Schema['Post']['type']['editor'];
}

same<keyof Schema, 'Member' | 'Team' | 'Cart' | 'Customer' | 'Post' | 'Tag' | 'PostTag' | 'Person'>(true);
same<keyof typeof models, keyof Schema>(true);
same<keyof typeof client.enums, never>(true);
// A model is the same whatever else the schema has.
same<Schema['Team']['type'], Part['Team']['type']>(true);
same<Schema['Member']['createType'], Part['Member']['createType']>(true);
same<Schema['Cart']['type'], Part['Cart']['type']>(true);
same<Schema['Post']['createType'], { id?: string; title: string; content: string; authorId?: string | null; editorId?: string | null }>(true);
same<Schema['Post']['updateType'], { id: string; title?: string; content?: string; authorId?: string | null; editorId?: string | null }>(true);

export async function mutations() {
  const { data: post } = await models.Post.create({ title: 'One', content: 'Two', editorId: 'a1' });
  typeOf(post).is<Post | null>(true);
  const { data: deleted } = await models.Post.delete({ id: 'p1' });
  typeOf(deleted).is<Post | null>(true);
  // @ts-expect-error there is no such model
  await models.Comment.create({ content: 'Three' });
  // @ts-expect-error content is missing
  await models.Post.create({ title: 'One' });
  // @ts-expect-error content is required
  await models.Post.update({ id: 'p1', content: null });
  // @ts-expect-error links are records
  await models.Post.update({ id: 'p1', tags: [] });
}

export async function lazily(post: Post) {
  const [{ data: tags }, { data: author }, { data: editor }] = await Promise.all([post.tags(), post.author(), post.editor()]);
  typeOf(tags).is<Schema['PostTag']['type'][]>(true);
  typeOf(author).is<Schema['Person']['type'] | null>(true);
  const { data: edited } = await editor!.editedPosts();
  const { data: links } = await edited[0]!.tags();
  const { data: tag } = await links[0]!.tag();
  const { data: others } = await tag!.posts();
  const { data: other } = await others[0]!.post();
  typeOf(other).is<Schema['Post']['type'] | null>(true);
  // @ts-expect-error the related record may be gone
  await other.author();
  // @ts-expect-error one model does not lead to all others
  await post.team();
}

export async function eagerly() {
  const selectionSet = ['title', 'tags.tag.name', 'author.name', 'editor.editedPosts.tags.tag.posts.tagId'] as const;
  interface Expected {
    readonly title: string;
    readonly tags: { readonly tag: { readonly name: string | null } }[];
    readonly author: { readonly name: string | null };
    readonly editor: { readonly editedPosts: { readonly tags: { readonly tag: { readonly posts: { readonly tagId: string }[] } }[] }[] };
  }
  same<SelectionSet<Schema['Post'], typeof selectionSet>, Expected>(true);
  const { data: post } = await models.Post.get({ id: 'p1' }, { selectionSet });
  typeOf(post).is<Expected | null>(true);
  // @ts-expect-error six relationships are too many
  await models.Post.get({ id: 'p1' }, { selectionSet: ['editor.editedPosts.tags.tag.posts.post.title'] });
  // @ts-expect-error there is no such field
  await models.Post.list({ selectionSet: ['title', 'tags.tag.title'] });
  // @ts-expect-error nor such a model on the way
  await models.Cart.list({ selectionSet: ['customer.team.*'] });
}

export async function filters() {
  await models.Post.list({ filter: { or: [{ authorId: { eq: 'a1' } }, { editorId: { eq: 'a1' } }], title: { size: { between: [1, 40] } } } });
  await models.Team.list({ filter: { not: { mantra: { eq: 'Go!' } } } });
  // @ts-expect-error a filter of another model
  await models.Team.list({ filter: { title: { eq: 'Go!' } } });
  // @ts-expect-error relationships are no part of a filter
  await models.Post.list({ filter: { tags: { tagId: { eq: 'g1' } } } });
}

export function subscriptions() {
  models.Post.onCreate().subscribe((post) => typeOf(post).is<Post>(true));
  models.Cart.observeQuery({ selectionSet: ['customer.name'] }).subscribe(({ items }) => {
    typeOf(items).is<{ readonly customer: { readonly name: string | null } }[]>(true);
  });
  // @ts-expect-error there is no such subscription
  models.Post.onChange();
}
