import { type LocalApi } from 'cdk-appsync-data/local';
import { schemas } from '../../integ/schemas/relationships';
import { serve, type Client } from '../support/amplify-client';

let api: LocalApi;
let client: Client;

beforeAll(async () => {
  ({ api, client } = await serve(schemas.RequiredAndOptional));
  await client.models.Person.create({ id: 'ann', name: 'Ann' });
});

afterAll(() => api.close());

test('the optional reference may be left out, be null, and be set to null', async () => {
  const { data: without } = await client.models.Post.create({ id: 'post', title: 'First', content: 'text', authorId: 'ann' });
  expect(without).toMatchObject({ authorId: 'ann', editorId: null });

  const { data: withNull, errors } = await client.models.Post.create({ title: 'Second', content: 'text', authorId: 'ann', editorId: null });
  expect(errors).toBeUndefined();
  expect(withNull).toMatchObject({ editorId: null });

  await client.models.Post.update({ id: 'post', editorId: 'ann' });
  const { data } = await client.models.Post.update({ id: 'post', editorId: null }, { selectionSet: ['author.name', 'editor.name'] });
  expect(data).toEqual({ author: { name: 'Ann' }, editor: null });
});

test('the required reference has to be given', async () => {
  const { data, errors } = await client.models.Post.create({ title: 'Third', content: 'text' });
  expect(data).toBeNull();
  expect(errors[0].message).toMatch(/coerced Null value for NonNull type 'ID!'/);
});

test('the required reference cannot be set to null, and nothing is written', async () => {
  const { data: before } = await client.models.Post.get({ id: 'post' });
  api.clearRequests();
  const { data, errors } = await client.models.Post.update({ id: 'post', authorId: null, title: 'Changed' });

  expect(data).toBeNull();
  expect(errors).toMatchObject([{ errorType: 'InvalidArgumentsError', message: "'authorId' is required and can't be null" }]);
  expect(api.requests).toEqual([]);
  expect((await client.models.Post.get({ id: 'post' })).data).toMatchObject({ title: 'First', updatedAt: before.updatedAt });
});
