import { LocalApi } from 'cdk-appsync-data/local';
import { send } from '../support/graphql';
import { lambdaFunctions } from './custom-operations-functions';
import { expectCommittedSnapshot, synthesizeApp } from '../support/integ-app';

const name = 'integ.custom-operations';
const outdir = synthesizeApp(name);

test('the template is the one that is committed', () => {
  expectCommittedSnapshot(name, outdir);
});

describe('served locally', () => {
  let api: LocalApi;
  const rebuilt: unknown[] = [];
  beforeAll(async () => {
    api = await LocalApi.fromAssembly(outdir, {
      stack: 'CustomOperations',
      functions: {
        ...lambdaFunctions,
        Rebuild: (event) => {
          rebuilt.push(event);
          throw new Error('nobody waits for this');
        },
      },
    });
  });
  afterAll(() => api.close());

  test('code without a data source answers with its payload', async () => {
    expect(await send(api, '{ echo(content: "hello", color: RED) { content color length } }')).toEqual({ data: { echo: { content: 'hello', color: 'RED', length: 5 } } });
  });

  test('code on a table writes and reads records, whose relationships are resolved', async () => {
    await send(api, 'mutation { createBlog(input: { id: "b", name: "Blog" }) { id } createPost(input: { id: "p", title: "Post", blogId: "b" }) { id } }');
    api.clearRequests();
    expect(await send(api, 'mutation { likePost(postId: "p") { id likes blog { name } } }')).toEqual({ data: { likePost: { id: 'p', likes: 1, blog: { name: 'Blog' } } } });
    expect(api.requests.map(({ operation }) => operation)).toEqual(['UpdateItem', 'GetItem']);
    expect(await send(api, '{ popularPosts(likes: 1) { title blog { name } } none: popularPosts(likes: 2) { id } }')).toEqual({ data: { popularPosts: [{ title: 'Post', blog: { name: 'Blog' } }], none: [] } });
  });

  test('its errors are those of the data source', async () => {
    expect(await send(api, 'mutation { likePost(postId: "none") { id } }')).toMatchObject({ data: { likePost: null }, errors: [{ path: ['likePost'], errorType: 'DynamoDB:ConditionalCheckFailedException' }] });
  });

  test('a step before a generated mutation can refuse it, one after it sees and changes its result', async () => {
    api.clearRequests();
    expect(await send(api, 'mutation { createPost(input: { title: "LOUD" }) { id } }')).toMatchObject({ data: { createPost: null }, errors: [{ message: 'Titles are not to be shouted', errorType: 'Shouting' }] });
    expect(api.requests).toEqual([]);
    expect(await send(api, 'mutation { createPost(input: { id: "q", title: "Quiet" }) { title } }')).toEqual({ data: { createPost: { title: 'Quiet (checked)' } } });
    expect(await send(api, '{ getPost(id: "q") { title } }')).toEqual({ data: { getPost: { title: 'Quiet' } } });
    expect(api.requests.map(({ operation }) => operation)).toEqual(['PutItem', 'GetItem']);
  });

  test('a Lambda function gets the operation, and gives its result', async () => {
    expect(await send(api, '{ summarize(postId: "four") { words longest } }')).toEqual({ data: { summarize: { words: 4, longest: 'summarize' } } });
  });

  test('handlers run one after the other, each with what the one before gave', async () => {
    expect(await send(api, 'mutation { publish(content: "hey") { content length } }')).toEqual({ data: { publish: { content: '* hey *', length: 3 } } });
  });

  test('an asynchronous function is not waited for', async () => {
    const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await send(api, 'mutation { rebuildIndex(reason: "new words") { success } }')).toEqual({ data: { rebuildIndex: { success: true } } });
    expect(rebuilt).toMatchObject([{ typeName: 'Mutation', fieldName: 'rebuildIndex', arguments: { reason: 'new words' } }]);
    error.mockRestore();
  });
});
