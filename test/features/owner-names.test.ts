import { App, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { a, AppSyncData } from 'cdk-appsync-data';
import { LocalApi, type SignedInUser } from 'cdk-appsync-data/local';
import { sendAs } from '../support/graphql';

const schema = a.schema({
  // Everyone's, with a part that is its author's.
  Post: a.model({ title: a.string(), draft: a.string().authorization((allow) => allow.owner()) }).authorization((allow) => allow.authenticated()),
  // Of users who come in by two modes.
  Shared: a.model({ text: a.string(), owner: a.string() }).authorization((allow) => [allow.owner(), allow.owner('oidc')]),
  Single: a.model({ text: a.string(), owner: a.string() }).authorization((allow) => allow.owner('oidc').identityClaim('tenant')),
});

let api: LocalApi;
let ann: SignedInUser;
let outsider: SignedInUser;

beforeAll(async () => {
  const stack = new Stack(new App(), 'Test');
  new AppSyncData(stack, 'Data', { schema, authorizationModes: { default: 'userPool', userPool: new UserPool(stack, 'Users'), openIdConnect: { oidcProvider: 'https://issuer.example' } } });
  api = await LocalApi.fromStack(stack);
  ann = await api.signIn({ username: 'ann' });
  outsider = await api.signIn({ username: 'out', sub: 'ann', provider: 'openIdConnect', claims: { tenant: 'blue' } });
});

afterAll(() => api.close());

const as = async (user: SignedInUser, document: string) => sendAs(api, { authorization: user.accessToken }, document);

test('a record has an owner where a field of it is about owners', async () => {
  expect((await as(ann, 'mutation { createPost(input: { id: "p", title: "t" }) { owner } }')).data).toEqual({ createPost: { owner: 'ann' } });
  expect((await as(ann, 'mutation { updatePost(input: { id: "p", draft: "mine" }) { id } }')).errors).toBeUndefined();
  expect((await as(ann, '{ getPost(id: "p") { draft } }')).data).toEqual({ getPost: { draft: 'mine' } });
  const other = await api.signIn({ username: 'other' });
  expect((await as(other, 'mutation { updatePost(input: { id: "p", title: "changed" }) { title } }')).data).toEqual({ updatePost: { title: 'changed' } });
  expect((await as(other, 'mutation { updatePost(input: { id: "p", draft: "theirs" }) { id } }')).errors).toMatchObject([{ message: 'Not Authorized to access draft' }]);
});

test('names of owners are told whole where another mode has ids that could be the same', async () => {
  expect((await as(ann, 'mutation { createShared(input: { id: "s" }) { owner } }')).data).toEqual({ createShared: { owner: `${ann.sub}::ann` } });
  expect((await as(outsider, 'mutation { createShared(input: { id: "o" }) { owner } }')).data).toEqual({ createShared: { owner: 'ann' } });
  expect((await as(outsider, '{ getShared(id: "s") { id } }')).errors).toMatchObject([{ errorType: 'Unauthorized' }]);
  expect((await as(outsider, 'mutation { createSingle(input: { id: "x" }) { owner } }')).data).toEqual({ createSingle: { owner: 'blue' } });
});
