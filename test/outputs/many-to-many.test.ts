import { Amplify } from 'aws-amplify';
import { generateClient } from 'aws-amplify/data';
import { buildSchema, parse, validate } from 'graphql';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { a, type ClientSchema } from 'cdk-appsync-data/schema';
import { printSchema } from '../../lib/graphql';
import { resolveSchema } from '../../lib/model';
import { amplifyOutputs } from '../../lib/outputs';

const schema = a.schema({
  Post: a.model({ title: a.string(), tagList: a.manyToMany('Tag', { through: 'PostTag' }) }),
  Tag: a.model({ name: a.string().required(), postList: a.manyToMany('Post', { through: 'PostTag' }) }),
  PostTag: a.model({ postId: a.id(), tagId: a.id(), post: a.belongsTo('Post', 'postId'), tag: a.belongsTo('Tag', 'tagId') }),
}).authorization((allow) => allow.publicApiKey());
const model = resolveSchema(schema);
const sdl = buildSchema(printSchema(model).replace(/ @aws_subscribe\(.*\)/g, '') + 'scalar AWSDateTime');

/** What the real client sends, and what it is answered. */
let documents: string[] = [];
let answer: object = {};
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => void text(request).then((body) => {
    documents.push((JSON.parse(body) as { query: string }).query);
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: answer }));
  }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const outputs = amplifyOutputs(model, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, region: 'eu-west-1', apiKey: 'key' });
  Amplify.configure(outputs as unknown as Parameters<typeof Amplify.configure>[0]);
});
beforeEach(() => { documents = []; });
afterAll(() => new Promise((resolve) => server.close(resolve)));

const client = () => generateClient<ClientSchema<typeof schema>>().models;

test('the introspection has a list of records, and no association', () => {
  const { fields } = amplifyOutputs(model, { url: '', region: '', apiKey: '' }).data.model_introspection.models.Post!;
  expect(Object.keys(fields)).toEqual(['id', 'title', 'tagList', 'createdAt', 'updatedAt']);
  expect(fields.tagList).toStrictEqual({ name: 'tagList', isArray: true, type: { model: 'Tag' }, isRequired: false, attributes: [], isArrayNullable: true });
});

describe('the real client', () => {
  test('selects the records of a page, and takes them out of it', async () => {
    answer = { getPost: { title: 'Relationships', tagList: { items: [{ name: 'cdk', postList: { items: [{ title: 'Relationships' }] } }, { name: 'graphql', postList: { items: [] } }] } } };
    const { data } = await client().Post.get({ id: 'p1' }, { selectionSet: ['title', 'tagList.name', 'tagList.postList.title'] });
    expect(documents[0]!.replace(/\s+/g, ' ')).toContain('getPost(id: $id) { title tagList { items { name postList { items { title } } } } }');
    expect(validate(sdl, parse(documents[0]!))).toEqual([]);
    expect(data).toEqual({ title: 'Relationships', tagList: [{ name: 'cdk', postList: [{ title: 'Relationships' }] }, { name: 'graphql', postList: [] }] });
  });

  test('selects whole records', async () => {
    answer = { listPosts: { items: [], nextToken: null } };
    expect((await client().Post.list({ selectionSet: ['tagList.*'] })).data).toEqual([]);
    expect(documents[0]!.replace(/\s+/g, ' ')).toContain('items { tagList { items { id name createdAt updatedAt } } }');
    expect(validate(sdl, parse(documents[0]!))).toEqual([]);
  });

  test('does not select it by default, and makes no loader of it', async () => {
    answer = { createPost: { id: 'p1', title: 'Relationships' } };
    const { data } = await client().Post.create({ title: 'Relationships' });
    expect(documents[0]).not.toContain('tagList');
    expect(data).toEqual({ id: 'p1', title: 'Relationships' });
  });
});
