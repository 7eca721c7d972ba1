import { generateClient, type SelectionSet } from 'aws-amplify/data';
import { type ClientSchema } from 'cdk-appsync-data/schema';
import { type schemas } from '../../integ/schemas/relationships';
import { same, typeOf } from './assert';
import { type ImpliedFields } from './implied-fields';

type Schema = ClientSchema<typeof schemas.SeveralRelationships>;
const { models } = generateClient<Schema>();

interface Post extends ImpliedFields {
  title: string;
  content: string;
  authorId: string | null;
  editorId: string | null;
  author: Schema['Post']['type']['author'];
  editor: Schema['Post']['type']['editor'];
}
interface Person extends ImpliedFields {
  name: string | null;
  editedPosts: Schema['Person']['type']['editedPosts'];
  authoredPosts: Schema['Person']['type']['authoredPosts'];
}

same<Schema['Post']['createType'], { id?: string; title: string; content: string; authorId?: string | null; editorId?: string | null }>(true);
same<Schema['Post']['updateType'], { id: string; title?: string; content?: string; authorId?: string | null; editorId?: string | null }>(true);
same<Schema['Person']['updateType'], { id: string; name?: string | null }>(true);
// Both ways lead to the same model.
same<Schema['Post']['type']['author'], Schema['Post']['type']['editor']>(true);
same<Schema['Person']['type']['authoredPosts'], Schema['Person']['type']['editedPosts']>(true);

export async function mutations() {
  const { data: person } = await models.Person.create({ name: 'Ann' });
  typeOf(person).is<Person | null>(true);
  const { data: post } = await models.Post.create({ title: 'One', content: 'Two', authorId: person!.id, editorId: null });
  typeOf(post).is<Post | null>(true);
  // @ts-expect-error content is missing
  await models.Post.create({ title: 'One', authorId: 'a1' });
  // @ts-expect-error there is no such reference
  await models.Post.create({ title: 'One', content: 'Two', personId: 'a1' });
  // @ts-expect-error a reference is an id
  await models.Post.update({ id: 'p1', editorId: { id: 'a1' } });
  // @ts-expect-error posts hold the references
  await models.Person.update({ id: 'a1', authoredPosts: ['p1'] });
}

export async function lazily(post: Post, person: Person) {
  const [{ data: author }, { data: editor }] = await Promise.all([post.author(), post.editor()]);
  typeOf(author).is<Schema['Person']['type'] | null>(true);
  typeOf(editor).is<Schema['Person']['type'] | null>(true);
  const { data: edited } = await person.editedPosts({ limit: 5 });
  typeOf(edited).is<Schema['Post']['type'][]>(true);
  const { data: authored } = await editor!.authoredPosts();
  typeOf(authored).is<Schema['Post']['type'][]>(true);
  // @ts-expect-error a post may have no author
  await author.authoredPosts();
  // @ts-expect-error there is no such relationship
  await person.posts();
}

export async function eagerly() {
  const selectionSet = ['title', 'author.name', 'editor.*', 'editor.authoredPosts.title'] as const;
  interface Expected {
    readonly title: string;
    readonly author: { readonly name: string | null };
    readonly editor: {
      readonly name: string | null; readonly id: string; readonly createdAt: string; readonly updatedAt: string;
      readonly authoredPosts: { readonly title: string }[];
    };
  }
  same<SelectionSet<Schema['Post'], typeof selectionSet>, Expected>(true);
  const { data: posts } = await models.Post.list({ selectionSet });
  typeOf(posts).is<Expected[]>(true);
  const { data: updated } = await models.Person.update({ id: 'a1', name: 'Ann' }, { selectionSet: ['editedPosts.author.id', 'authoredPosts.editorId'] });
  typeOf(updated).is<{ readonly editedPosts: { readonly author: { readonly id: string } }[]; readonly authoredPosts: { readonly editorId: string | null }[] } | null>(true);
  // @ts-expect-error an author has no title
  await models.Post.list({ selectionSet: ['title', 'author.title'] });
  // @ts-expect-error what was not selected is not there
  void posts[0]!.author.id;
}

export async function filters() {
  await models.Post.list({ filter: { authorId: { eq: 'a1' }, or: [{ editorId: { ne: 'a1' } }, { title: { notContains: 'draft' } }] } });
  // @ts-expect-error relationships are no part of a filter
  await models.Post.list({ filter: { authorId: { eq: 'a1' }, editor: { name: { eq: 'Ann' } } } });
  // @ts-expect-error nor those to many
  await models.Person.list({ filter: { editedPosts: { size: { gt: 1 } } } });
}

export function subscriptions() {
  models.Post.onUpdate({ filter: { authorId: { eq: 'a1' }, editorId: { in: ['a2', 'a3'] } }, selectionSet: ['title', 'editorId'] }).subscribe((post) => {
    typeOf(post).is<{ readonly title: string; readonly editorId: string | null }>(true);
  });
  models.Person.observeQuery().subscribe(({ items }) => typeOf(items).is<Person[]>(true));
  // @ts-expect-error relationships are no part of a filter
  models.Post.onCreate({ filter: { author: { eq: 'a1' } } });
}
