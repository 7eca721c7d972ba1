import { App } from 'aws-cdk-lib';
import { LocalApi } from '../../../lib/local';
import { send } from '../../support/graphql';
import { BlogStack } from './blog/blog-stack';

let api: LocalApi;
beforeAll(async () => { api = await LocalApi.fromStack(new BlogStack(new App(), 'Blog')); });
afterAll(() => api.close());

const addPost = async (title: string, author: string): Promise<string> => {
  const { data } = await send(api, 'mutation ($input: PostInput!) { addPost(input: $input) { id } }', { input: { title, author } });
  return (data!.addPost as { id: string }).id;
};

test('a unit resolver writes, another one reads; fields have resolvers of their own', async () => {
  const id = await addPost('Hello World', 'ann');
  expect(await send(api, 'query ($id: ID!) { getPost(id: $id) { id title author publishedAt slug } }', { id }))
    .toEqual({ data: { getPost: { id, title: 'Hello World', author: 'ann', publishedAt: null, slug: 'hello-world' } } });
  expect(await send(api, '{ getPost(id: "none") { id } }')).toEqual({ data: { getPost: null } });
});

test('an index is queried, page by page', async () => {
  for (const title of ['B', 'C', 'A']) await addPost(title, 'ben');
  api.clearRequests();
  const page = async (nextToken?: string) => (await send(api, `query ($nextToken: String) {
    postsByAuthor(author: "ben", limit: 2, nextToken: $nextToken) { items { title } nextToken } }`, { nextToken })).data!.postsByAuthor as { items: unknown[]; nextToken: string };
  const { items, nextToken } = await page();
  expect(items).toEqual([{ title: 'A' }, { title: 'B' }]);
  expect((await page(nextToken)).items).toEqual([{ title: 'C' }]);
  expect(api.requests).toEqual([1, 2].map(() => ({ operation: 'Query', table: expect.stringMatching(/^Blog-Posts/), index: 'by-author', itemsRead: expect.any(Number) })));
});

test('a pipeline reads, checks and writes, and ends where a function fails', async () => {
  const id = await addPost('Draft', 'cem');
  const publish = () => send(api, 'mutation ($id: ID!) { publishPost(id: $id) { title publishedAt } }', { id });
  const { data } = await publish();
  expect(data).toEqual({ publishPost: { title: 'Draft', publishedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) } });
  expect(await publish()).toMatchObject({
    data: null, errors: [{ path: ['publishPost'], errorType: 'Conflict', message: `'Draft' is published already.`, data: { title: 'Draft' } }],
  });
  expect((await send(api, 'mutation { publishPost(id: "none") { title } }')).errors).toMatchObject([{ errorType: 'NotFound', message: `There is no post 'none'.` }]);
});

test('environment variables have the names that were synthesized', async () => {
  expect(await send(api, '{ about }')).toEqual({ data: { about: expect.stringMatching(/^The blog keeps its posts in Blog-Posts\w+$/) } });
});
