import { generateClient, type Client } from 'aws-amplify/data';
import { type ClientSchema } from 'cdk-appsync-data';
import { type LocalApi } from 'cdk-appsync-data/local';
import { schemas } from '../../integ/schemas/relationships';
import { serve } from '../support/amplify-client';

type Schema = ClientSchema<typeof schemas.RequiredAndOptional>;

let api: LocalApi;
let client: Client<Schema>;

beforeAll(async () => {
  api = await serve(schemas.RequiredAndOptional);
  client = generateClient<Schema>();
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
  // @ts-expect-error a post without an author is none
  const { data, errors } = await client.models.Post.create({ title: 'Third', content: 'text' });
  expect(data).toBeNull();
  expect(errors![0]!.message).toMatch(/coerced Null value for NonNull type 'ID!'/);
});

test('the required reference cannot be set to null, and nothing is written', async () => {
  const { data: before } = await client.models.Post.get({ id: 'post' });
  api.clearRequests();
  // @ts-expect-error an author can't be taken away
  const { data, errors } = await client.models.Post.update({ id: 'post', authorId: null, title: 'Changed' });

  expect(data).toBeNull();
  expect(errors).toMatchObject([{ errorType: 'InvalidArgumentsError', message: "'authorId' is required and can't be null" }]);
  expect(api.requests).toEqual([]);
  expect((await client.models.Post.get({ id: 'post' })).data).toMatchObject({ title: 'First', updatedAt: before!.updatedAt });
});
