import { generateClient, type Client } from 'aws-amplify/data';
import { type ClientSchema } from 'cdk-appsync-data';
import { type LocalApi } from 'cdk-appsync-data/local';
import { schemas } from '../../integ/schemas/relationships';
import { serve } from '../support/amplify-client';
import { lazyLoadTwoRelationships } from './snippets';

type Schema = ClientSchema<typeof schemas.SeveralRelationships>;

let api: LocalApi;
let client: Client<Schema>;

beforeAll(async () => {
  api = await serve(schemas.SeveralRelationships);
  client = generateClient<Schema>();
  await client.models.Person.create({ id: 'ann', name: 'Ann' });
  await client.models.Person.create({ id: 'bob', name: 'Bob' });
  await client.models.Post.create({ id: 'SOME_POST_ID', title: 'First', content: 'text', authorId: 'ann', editorId: 'bob' });
  await client.models.Post.create({ id: 'own', title: 'Second', content: 'text', authorId: 'bob', editorId: 'bob' });
});

afterAll(() => api.close());

test('author and editor of a post, lazily', async () => {
  const { author, editor } = await lazyLoadTwoRelationships(client);

  expect(author).toMatchObject({ id: 'ann', name: 'Ann' });
  expect(editor).toMatchObject({ id: 'bob', name: 'Bob' });
});

test('author and editor of a post, eagerly', async () => {
  const { data } = await client.models.Post.get({ id: 'SOME_POST_ID' }, { selectionSet: ['author.name', 'editor.name'] });
  expect(data).toEqual({ author: { name: 'Ann' }, editor: { name: 'Bob' } });
});

test('the two relationships of a person are kept apart', async () => {
  const { data: bob } = await client.models.Person.get({ id: 'bob' }, { selectionSet: ['id', 'authoredPosts.id', 'editedPosts.id'] });
  expect(bob!.authoredPosts).toEqual([{ id: 'own' }]);
  expect(bob!.editedPosts).toHaveLength(2);

  const { data: ann } = await client.models.Person.get({ id: 'ann' });
  expect((await ann!.authoredPosts()).data).toMatchObject([{ id: 'SOME_POST_ID' }]);
  expect((await ann!.editedPosts()).data).toEqual([]);
});

test('one of them is taken away, the other stays', async () => {
  const { data } = await client.models.Post.update({ id: 'own', editorId: null }, { selectionSet: ['author.id', 'editor.id'] });
  expect(data).toEqual({ author: { id: 'bob' }, editor: null });
});
