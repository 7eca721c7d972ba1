import { type LocalApi } from 'cdk-appsync-data/local';
import { schemas } from '../../integ/schemas/relationships';
import { serve, type Client } from '../support/amplify-client';

let api: LocalApi;
let client: Client;

beforeAll(async () => {
  ({ api, client } = await serve(schemas.SeveralRelationships));
  await client.models.Person.create({ id: 'ann', name: 'Ann' });
  await client.models.Person.create({ id: 'bob', name: 'Bob' });
  await client.models.Post.create({ id: 'SOME_POST_ID', title: 'First', content: 'text', authorId: 'ann', editorId: 'bob' });
  await client.models.Post.create({ id: 'own', title: 'Second', content: 'text', authorId: 'bob', editorId: 'bob' });
});

afterAll(() => api.close());

test('author and editor of a post, lazily', async () => {
  const { data: post } = await client.models.Post.get({ id: "SOME_POST_ID" });

  const { data: author } = await post?.author();
  const { data: editor } = await post?.editor();

  expect(author).toMatchObject({ id: 'ann', name: 'Ann' });
  expect(editor).toMatchObject({ id: 'bob', name: 'Bob' });
});

test('author and editor of a post, eagerly', async () => {
  const { data } = await client.models.Post.get({ id: 'SOME_POST_ID' }, { selectionSet: ['author.name', 'editor.name'] });
  expect(data).toEqual({ author: { name: 'Ann' }, editor: { name: 'Bob' } });
});

test('the two relationships of a person are kept apart', async () => {
  const { data: bob } = await client.models.Person.get({ id: 'bob' }, { selectionSet: ['id', 'authoredPosts.id', 'editedPosts.id'] });
  expect(bob.authoredPosts).toEqual([{ id: 'own' }]);
  expect(bob.editedPosts).toHaveLength(2);

  const { data: ann } = await client.models.Person.get({ id: 'ann' });
  expect((await ann.authoredPosts()).data).toMatchObject([{ id: 'SOME_POST_ID' }]);
  expect((await ann.editedPosts()).data).toEqual([]);
});

test('one of them is taken away, the other stays', async () => {
  const { data } = await client.models.Post.update({ id: 'own', editorId: null }, { selectionSet: ['author.id', 'editor.id'] });
  expect(data).toEqual({ author: { id: 'bob' }, editor: null });
});
