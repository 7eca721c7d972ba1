import { generateClient, type Client } from 'aws-amplify/data';
import { type ClientSchema } from 'cdk-appsync-data';
import { type LocalApi } from 'cdk-appsync-data/local';
import { schemas } from '../../integ/schemas/relationships';
import { serve } from '../support/amplify-client';

type Schema = ClientSchema<typeof schemas.ManyToMany>;

let api: LocalApi;
let client: Client<Schema>;

beforeAll(async () => {
  api = await serve(schemas.ManyToMany);
  client = generateClient<Schema>();
  for (const id of ['sea', 'sky', 'sun']) await client.models.Tag.create({ id, name: `the ${id}` });
  for (const id of ['one', 'two']) await client.models.Post.create({ id, title: `Post ${id}`, content: '' });
  for (const [postId, tagId] of [['one', 'sea'], ['one', 'sky'], ['two', 'sky']] as const) await client.models.PostTag.create({ id: `${postId}-${tagId}`, postId, tagId });
});

afterAll(() => api.close());

test('the tags of a post, eagerly', async () => {
  const { data: post } = await client.models.Post.get({ id: 'one' }, { selectionSet: ['title', 'tags.tag.name'] });
  expect(post!.title).toBe('Post one');
  expect(post!.tags).toHaveLength(2);
  expect(post!.tags).toEqual(expect.arrayContaining([{ tag: { name: 'the sea' } }, { tag: { name: 'the sky' } }]));
});

test('the posts of a tag, lazily', async () => {
  const { data: tag } = await client.models.Tag.get({ id: 'sky' });
  const { data: links } = await tag!.posts();
  const posts = await Promise.all(links.map(async (link) => (await link.post()).data!.title));
  expect(posts.sort()).toEqual(['Post one', 'Post two']);
});

test('a tag without posts', async () => {
  expect((await client.models.Tag.get({ id: 'sun' }, { selectionSet: ['id', 'posts.*'] })).data).toEqual({ id: 'sun', posts: [] });
});

test('a link has both ends', async () => {
  // @ts-expect-error a link without a tag is none
  const { data, errors } = await client.models.PostTag.create({ postId: 'one' });
  expect(data).toBeNull();
  expect(errors![0]!.message).toMatch(/coerced Null value for NonNull type 'ID!'/);
});

test('a link is taken away by deleting its record', async () => {
  await client.models.PostTag.delete({ id: 'one-sky' });
  expect((await client.models.Post.get({ id: 'one' }, { selectionSet: ['tags.tagId'] })).data).toEqual({ tags: [{ tagId: 'sea' }] });
  expect((await client.models.Tag.get({ id: 'sky' }, { selectionSet: ['posts.postId'] })).data).toEqual({ posts: [{ postId: 'two' }] });
});
