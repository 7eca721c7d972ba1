import { LocalApi, type SignedInUser } from 'cdk-appsync-data/local';
import { sendAs, type GraphqlResponse } from '../support/graphql';
import { expectCommittedSnapshot, synthesizeApp } from '../support/integ-app';

const name = 'integ.authorization';
const outdir = synthesizeApp(name);

let api: LocalApi;
let author: SignedInUser;
let reader: SignedInUser;
let editor: SignedInUser;

beforeAll(async () => {
  api = await LocalApi.fromAssembly(outdir, {
    stack: 'Authorization',
    functions: { Partners: ({ authorizationToken }: { authorizationToken: string }) => ({ isAuthorized: authorizationToken === 'partner' }) },
  });
  [author, reader, editor] = await Promise.all([api.signIn({ username: 'ann' }), api.signIn({ username: 'bob', groups: ['Politics'] }), api.signIn({ username: 'eve', groups: ['Editors'] })]);
});

afterAll(() => api.close());

const as = (token: string) => async (document: string): Promise<GraphqlResponse> => sendAs(api, { authorization: token }, document);

test('the template is the one that is committed', () => {
  expectCommittedSnapshot(name, outdir);
});

test('authors write, editors change, readers read, and nobody sees more', async () => {
  const written = await as(author.accessToken)('mutation { createArticle(input: { id: "a", title: "News", fee: 100, author: "Ann" }) { id owner title fee } }');
  // What it gives is what subscribers hear of: the fee is not for them.
  expect(written.data).toEqual({ createArticle: { id: 'a', owner: 'ann', title: 'News', fee: null } });
  const document = '{ getArticle(id: "a") { title fee } }';
  expect((await as(author.accessToken)(document)).data).toEqual({ getArticle: { title: 'News', fee: 100 } });
  expect((await as(editor.accessToken)(document)).data).toEqual({ getArticle: { title: 'News', fee: 100 } });
  expect(await as(reader.accessToken)(document)).toMatchObject({ data: { getArticle: { title: 'News', fee: null } }, errors: [{ message: 'Not Authorized to access fee on type Article', path: ['getArticle', 'fee'] }] });
  expect(await sendAs(api, { 'x-api-key': api.apiKey! }, document)).toMatchObject({ data: { getArticle: { title: 'News', fee: null } }, errors: [{ errorType: 'Unauthorized' }] });

  const change = 'mutation { updateArticle(input: { id: "a", title: "More news" }) { title } }';
  expect(await as(reader.accessToken)(change)).toMatchObject({ data: { updateArticle: null }, errors: [{ errorType: 'Unauthorized' }] });
  expect((await as(editor.accessToken)(change)).data).toEqual({ updateArticle: { title: 'More news' } });
});

test('drafts are those of their writers', async () => {
  await as(author.accessToken)(`mutation { createDraft(input: { id: "d", articleId: "a", writers: ["ann", "${reader.sub}"] }) { id } }`);
  const document = '{ getDraft(id: "d") { id } listDrafts { items { id } } getArticle(id: "a") { draft { id } } }';
  for (const { accessToken } of [author, reader]) expect((await as(accessToken)(document)).data).toEqual({ getDraft: { id: 'd' }, listDrafts: { items: [{ id: 'd' }] }, getArticle: { draft: { id: 'd' } } });
  expect(await as(editor.accessToken)(document)).toMatchObject({ data: { getDraft: null, listDrafts: { items: [] }, getArticle: { draft: null } }, errors: [{ errorType: 'Unauthorized' }, { errorType: 'Unauthorized' }] });
});

test('a desk keeps its section, a partner comments, an editor publishes', async () => {
  expect((await as(reader.accessToken)('mutation { createSection(input: { id: "s", name: "World", desk: "Politics" }) { id } }')).data).toEqual({ createSection: { id: 's' } });
  expect((await as(author.accessToken)('mutation { updateSection(input: { id: "s", name: "Home" }) { id } }')).errors).toMatchObject([{ errorType: 'Unauthorized' }]);
  expect((await as('partner')('mutation { createComment(input: { id: "c", text: "well", articleId: "a" }) { owner text } }')).data).toEqual({ createComment: { owner: null, text: 'well' } });
  expect((await as('partner')('{ listComments { items { id } } }')).data).toEqual({ listComments: { items: [{ id: 'c' }] } });
  expect((await as(author.accessToken)('{ getArticle(id: "a") { comments { items { id } } } }')).data).toEqual({ getArticle: { comments: { items: [] } } });
  const publish = 'mutation { publish(title: "News") { title fee } }';
  expect((await as(author.accessToken)(publish)).errors).toMatchObject([{ errorType: 'Unauthorized', message: 'Not Authorized to access publish on type Mutation' }]);
  expect(await as(editor.accessToken)(publish)).toEqual({ data: { publish: { title: 'News', fee: null } } });
});
