import { LocalApi } from 'cdk-appsync-data/local';
import { send } from '../support/graphql';
import { expectCommittedSnapshot, synthesizeApp } from '../support/integ-app';

const name = 'integ.reads';
const outdir = synthesizeApp(name);

test('the template is the one that is committed', () => {
  expectCommittedSnapshot(name, outdir);
});

test('comments are read in order, tags themselves, each in as few requests as there are', async () => {
  const api = await LocalApi.fromAssembly(outdir, { stack: 'Reads' });
  try {
    await send(api, `mutation {
      p: createPost(input: { id: "p" }) { id } t: createTag(input: { id: "t", name: "new" }) { id } j: createPostTag(input: { postId: "p", tagId: "t" }) { id }
      ${[3, 1, 2].map((day) => `c${day}: createComment(input: { id: "c${day}", postId: "p", writtenAt: "2026-01-0${day}T00:00:00Z" }) { id }`).join(' ')}
    }`);
    api.clearRequests();
    const { data } = await send(api, '{ getPost(id: "p") { comments(writtenAt: { ge: "2026-01-02" }, sortDirection: DESC) { items { id } } tagList { items { name } } } }');
    expect(data).toEqual({ getPost: { comments: { items: [{ id: 'c3' }, { id: 'c2' }] }, tagList: { items: [{ name: 'new' }] } } });
    expect(api.requests.map(({ operation, itemsRead }) => `${operation} ${itemsRead}`).sort()).toEqual(['BatchGetItem 1', 'GetItem 1', 'Query 1', 'Query 2']);
  } finally {
    await api.close();
  }
});
