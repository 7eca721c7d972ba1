import { App, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { a, AppSyncData } from 'cdk-appsync-data';
import { LocalApi, type SignedInUser } from 'cdk-appsync-data/local';
import { sendAs, type GraphqlResponse } from '../support/graphql';

/** Posts and tags of everyone, that are joined by records of their owners. Tags belong to something themselves, so that they have a step to read it. */
const schema = a.schema({
  Post: a.model({ tags: a.manyToMany('Tag', { through: 'PostTag' }), labels: a.manyToMany('Label', { through: 'PostLabel' }) }).authorization((allow) => allow.authenticated()),
  Tag: a.model({ kindId: a.id(), kind: a.belongsTo('Tag', 'kindId') }).authorization((allow) => allow.authenticated()),
  PostTag: a.model({ postId: a.id(), tagId: a.id(), post: a.belongsTo('Post', 'postId'), tag: a.belongsTo('Tag', 'tagId') }).authorization((allow) => allow.owner()),
  Label: a.model({ text: a.string() }).authorization((allow) => allow.authenticated()),
  PostLabel: a.model({ postId: a.id().required(), labelId: a.id(), owner: a.string().required(), post: a.belongsTo('Post', 'postId'), label: a.belongsTo('Label', 'labelId') })
    .secondaryIndexes((index) => [index('postId').sortKeys(['owner'])]).authorization((allow) => allow.owner()),
});

let api: LocalApi;
let one: SignedInUser;
let other: SignedInUser;

beforeAll(async () => {
  const stack = new Stack(new App(), 'Test');
  new AppSyncData(stack, 'Data', { schema, authorizationModes: { userPool: new UserPool(stack, 'Users') } });
  api = await LocalApi.fromStack(stack);
  [one, other] = await Promise.all([api.signIn({ username: 'one' }), api.signIn({ username: 'other' })]);
  await as(one, 'mutation { p: createPost(input: { id: "p" }) { id } k: createTag(input: { id: "kind" }) { id } }');
  for (const [user, start] of [[one, 0], [other, 1]] as const) {
    const { errors } = await as(user, `mutation { ${[0, 2, 4, 6, 8].map((position) => position + start).map((number) => `
      t${number}: createTag(input: { id: "t${number}", kindId: "kind" }) { id } pt${number}: createPostTag(input: { postId: "p", tagId: "t${number}" }) { id }
      l${number}: createLabel(input: { id: "l${number}" }) { id } pl${number}: createPostLabel(input: { postId: "p", labelId: "l${number}", owner: "${user.username}" }) { id }`).join('')} }`);
    expect(errors).toBeUndefined();
  }
});

afterAll(() => api.close());

async function as(user: SignedInUser, document: string): Promise<GraphqlResponse> {
  return sendAs(api, { authorization: user.accessToken }, document);
}

interface Page { readonly items: readonly { readonly id: string }[]; readonly nextToken: string | null }

/** All that a field of the post leads to, page by page. */
async function readAll(user: SignedInUser, field: string, selection: string): Promise<Page['items']> {
  const found: Page['items'][number][] = [];
  for (let token: string | null = null, pages = 0; pages === 0 || token; pages += 1) {
    const { data, errors } = await as(user, `{ getPost(id: "p") { page: ${field}(limit: 3, nextToken: ${JSON.stringify(token)}) { items { ${selection} } nextToken } } }`);
    expect(errors).toBeUndefined();
    const { items, nextToken } = (data!.getPost as { page: Page }).page;
    found.push(...items);
    token = nextToken;
  }
  return found;
}

const numbered = (letter: string, ...numbers: number[]): string[] => numbers.map((number) => `${letter}${number}`);

describe('records that are joined by others, of which the caller may read some, are found page by page', () => {
  test('also where they have something to read beside', async () => {
    const found = await readAll(one, 'tags', 'id kind { id }');
    expect(found.map(({ id }) => id).sort()).toEqual(numbered('t', 0, 2, 4, 6, 8));
    expect(found[0]).toMatchObject({ kind: { id: 'kind' } });
  });

  test('also by an index that is sorted by the owner, which no filter can be about', async () => {
    expect((await readAll(other, 'labels', 'id')).map(({ id }) => id).sort()).toEqual(numbered('l', 1, 3, 5, 7, 9));
  });
});
