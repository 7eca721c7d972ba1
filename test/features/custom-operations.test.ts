import { Amplify } from 'aws-amplify';
import { generateClient } from 'aws-amplify/data';
import { type ClientSchema } from 'cdk-appsync-data/schema';
import { LocalApi } from 'cdk-appsync-data/local';
import { type customOperations } from '../../integ/schemas/custom-operations';
import { synthesizeApp } from '../support/integ-app';
import { provideWebSocket, subscribe } from '../support/real-time-client';

type Schema = ClientSchema<typeof customOperations>;

const summarize: Schema['summarize']['functionHandler'] = ({ arguments: { postId } }) => Promise.resolve({ words: postId.length });
const decorate: Schema['publish']['functionHandler'] = ({ arguments: { content, color } }) => Promise.resolve({ content: `* ${content} *`, color, length: content.length });
const rebuild: Schema['rebuildIndex']['functionHandler'] = () => Promise.resolve();

let api: LocalApi;
let client: ReturnType<typeof generateClient<Schema>>;
beforeAll(async () => {
  provideWebSocket();
  api = await LocalApi.fromAssembly(synthesizeApp('integ.custom-operations'), {
    stack: 'CustomOperations', functions: { Summarize: summarize, Decorate: decorate, Rebuild: rebuild },
  });
  Amplify.configure(api.outputs as unknown as Parameters<typeof Amplify.configure>[0]);
  client = generateClient<Schema>();
});
afterAll(() => api.close());

test('the client has them by kind', () => {
  expect([client.queries, client.mutations, client.subscriptions].map((operations) => Object.keys(operations).sort())).toEqual([
    ['echo', 'popularPosts', 'summarize'], ['likePost', 'publish', 'rebuildIndex'], ['onLike', 'onPost', 'receive'],
  ]);
});

test('a custom type, an enum among arguments, an inline type', async () => {
  expect((await client.queries.echo({ content: 'hello', color: 'RED' })).data).toEqual({ content: 'hello', color: 'RED', length: 5 });
  expect((await client.queries.summarize({ postId: 'four' })).data).toEqual({ words: 4, longest: null });
  expect((await client.mutations.publish({ content: 'hey' })).data).toEqual({ content: '* hey *', color: null, length: 3 });
  expect((await client.mutations.rebuildIndex({})).data).toEqual({ success: true });
});

test('records come with what loads their related ones', async () => {
  const { data: blog } = await client.models.Blog.create({ name: 'Blog' });
  const { data: post } = await client.models.Post.create({ title: 'Post', blogId: blog!.id });
  const { data: liked } = await client.mutations.likePost({ postId: post!.id });
  expect((await liked!.blog()).data).toMatchObject({ name: 'Blog' });
  const { data: popular } = await client.queries.popularPosts({ likes: 1 });
  expect(popular).toMatchObject([{ title: 'Post' }]);
});

test('subscriptions get what their mutations give', async () => {
  const { data: post } = await client.models.Post.create({ title: 'Post' });
  const liked = await subscribe(client.subscriptions.onLike());
  const received = await subscribe(client.subscriptions.receive({ minimum: 4 }));
  await client.mutations.likePost({ postId: post!.id });
  await client.mutations.publish({ content: 'hey' });
  await client.mutations.publish({ content: 'hello', color: 'BLUE' });
  expect(await liked.next()).toMatchObject({ id: post!.id, likes: 1 });
  expect(await received.next()).toEqual({ content: '* hello *', color: 'BLUE', length: 5 });
  liked.unsubscribe();
  received.unsubscribe();
});
