import { generateClient } from 'aws-amplify/data';
import { a, type ClientSchema } from 'cdk-appsync-data';
import { type LocalApi } from 'cdk-appsync-data/local';
import { serve } from '../support/amplify-client';
import { send } from '../support/graphql';

const schema = a.schema({
  Post: a.model({ title: a.string().required(), tags: a.hasMany('PostTag', 'postId').sortBy('place'), tagList: a.manyToMany('Tag', { through: 'PostTag' }).limit(20) }),
  PostTag: a.model({
    postId: a.id().required(), post: a.belongsTo('Post', 'postId'), tagId: a.id(), tag: a.belongsTo('Tag', 'tagId'), place: a.integer().required(),
  }),
  Tag: a.model({ name: a.string().required(), kindId: a.id(), kind: a.belongsTo('Kind', 'kindId'), posts: a.manyToMany('Post', { through: 'PostTag' }) }),
  Kind: a.model({ name: a.string() }),
  User: a.model({ name: a.string(), following: a.manyToMany('User', { through: 'Follow', from: 'follower', to: 'followed' }), followers: a.manyToMany('User', { through: 'Follow', from: 'followed' }) }),
  Follow: a.model({ followerId: a.id().required(), follower: a.belongsTo('User', 'followerId'), followedId: a.id().required(), followed: a.belongsTo('User', 'followedId') }).identifier(['followerId', 'followedId']),
}).authorization((allow) => allow.publicApiKey());

type Schema = ClientSchema<typeof schema>;

let api: LocalApi;
const client = generateClient<Schema>();

const COUNT = 130;

beforeAll(async () => {
  api = await serve(schema);
  const tags = Array.from({ length: COUNT }, (_, place) => `t${place}: createTag(input: { id: "t${place}", name: "tag ${place}", kindId: "k${place % 3}" }) { id } j${place}: createPostTag(input: { id: "j${place}", postId: "p", tagId: "t${place}", place: ${place} }) { id }`);
  const { errors } = await send(api, `mutation { ${tags.join(' ')}
    p: createPost(input: { id: "p", title: "one" }) { id } q: createPost(input: { id: "q", title: "two" }) { id }
    k: createKind(input: { id: "k0", name: "first" }) { id }
    gone: createPostTag(input: { postId: "q", tagId: "gone", place: 1 }) { id } none: createPostTag(input: { postId: "q", place: 2 }) { id } real: createPostTag(input: { postId: "q", tagId: "t1", place: 3 }) { id }
    a: createUser(input: { id: "a" }) { id } b: createUser(input: { id: "b" }) { id } c: createUser(input: { id: "c" }) { id }
    ab: createFollow(input: { followerId: "a", followedId: "b" }) { followerId } ac: createFollow(input: { followerId: "a", followedId: "c" }) { followerId } bc: createFollow(input: { followerId: "b", followedId: "c" }) { followerId }
  }`);
  expect(errors).toBeUndefined();
});

afterAll(() => api.close());

beforeEach(() => api.clearRequests());

interface Page { readonly items: Record<string, unknown>[]; readonly nextToken: string | null }

async function tagList(post: string, args: string, selection = 'id'): Promise<Page> {
  const { data, errors } = await send(api, `{ getPost(id: "${post}") { tagList${args} { items { ${selection} } nextToken } } }`);
  expect(errors).toBeUndefined();
  return (data!.getPost as { tagList: Page }).tagList;
}

test('the records themselves come, two requests a page, in the order of the join records', async () => {
  expect((await tagList('p', '')).items).toEqual(Array.from({ length: 20 }, (_, place) => ({ id: `t${place}` })));
  expect(api.requests.map(({ operation, itemsRead }) => [operation, itemsRead])).toEqual([['GetItem', 1], ['Query', 20], ['BatchGetItem', 20]]);
});

test('the order can be turned', async () => {
  expect((await tagList('p', '(limit: 2, sortDirection: DESC)')).items).toEqual([{ id: 't129' }, { id: 't128' }]);
});

test('pages go on, and no page is longer than one batch', async () => {
  const ids: unknown[] = [];
  const lengths: number[] = [];
  let token: string | null = null;
  do {
    const { items, nextToken }: Page = await tagList('p', `(limit: 1000, nextToken: ${JSON.stringify(token)})`);
    ids.push(...items.map(({ id }) => id));
    lengths.push(items.length);
    token = nextToken;
  } while (token);
  expect(ids).toEqual(Array.from({ length: COUNT }, (_, place) => `t${place}`));
  expect(lengths).toEqual([100, 30]);
});

test('what the records belong to comes in one request more', async () => {
  expect((await tagList('p', '(limit: 5)', 'id kind { name }')).items.map(({ kind }) => kind)).toEqual([{ name: 'first' }, null, null, { name: 'first' }, null]);
  expect(api.requests.map(({ operation }) => operation)).toEqual(['GetItem', 'Query', 'BatchGetItem', 'BatchGetItem']);
});

test('join records that lead nowhere are left out', async () => {
  expect(await tagList('q', '')).toEqual({ items: [{ id: 't1' }], nextToken: null });
  expect((await tagList('q', '(limit: 1)')).items).toEqual([]);
});

test('it can be read from both sides, and from records to others of their kind', async () => {
  const { data } = await send(api, '{ getTag(id: "t1") { posts { items { title } } } getUser(id: "a") { following { items { id followers { items { id } } } } followers { items { id } } } }');
  const titles = (data!.getTag as { posts: { items: { title: string }[] } }).posts.items.map(({ title }) => title);
  expect(titles.sort()).toEqual(['one', 'two']);
  expect(data!.getUser).toEqual({ following: { items: [{ id: 'b', followers: { items: [{ id: 'a' }] } }, { id: 'c', followers: { items: expect.arrayContaining([{ id: 'a' }, { id: 'b' }]) } }] }, followers: { items: [] } });
});

test('Amplify\'s client reads it through a selection set, and has no loader for it', async () => {
  const { data: post, errors } = await client.models.Post.get({ id: 'q' }, { selectionSet: ['title', 'tagList.name'] });
  expect(errors).toBeUndefined();
  expect(post).toEqual({ title: 'two', tagList: [{ name: 'tag 1' }] });
  const { data: whole } = await client.models.Post.get({ id: 'q' });
  expect(whole).not.toHaveProperty('tagList');
  // @ts-expect-error there is no loader
  expect(whole!.tagList).toBeUndefined();
  expect((await whole!.tags()).data).toHaveLength(3);
  const { data: created } = await client.models.Post.create({ title: 'three' }, { selectionSet: ['id', 'tagList.id'] });
  expect(created).toEqual({ id: expect.any(String), tagList: [] });
});
