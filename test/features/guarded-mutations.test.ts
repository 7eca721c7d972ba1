import { App, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Function } from 'aws-cdk-lib/aws-lambda';
import { a, AppSyncData } from 'cdk-appsync-data';
import { LocalApi, type SignedInUser } from 'cdk-appsync-data/local';
import { connect, headerProtocol, start } from '../local/realtime/real-time-client';
import { sendAs, type GraphqlResponse } from '../support/graphql';

const schema = a.schema({
  Drop: a.model({ text: a.string() }).disableOperations(['subscriptions']).authorization((allow) => [allow.authenticated().to(['create']), allow.group('Admins')]),
  Report: a.model({ text: a.string(), source: a.string().authorization((allow) => [allow.authenticated().to(['create']), allow.group('Admins')]) })
    .disableOperations(['subscriptions']).authorization((allow) => allow.authenticated()),
  Note: a.model({ secret: a.string().authorization((allow) => allow.group('Admins')), draft: a.string().authorization((allow) => allow.ownersDefinedIn('editors')) }).authorization((allow) => allow.authenticated()),
  // As Amplify's documentation has it: nobody gives a record to somebody else.
  Todo: a.model({
    owner: a.string().authorization((allow) => allow.owner().to(['read', 'delete'])), previousId: a.id(), previous: a.belongsTo('Todo', 'previousId'),
  }).authorization((allow) => [allow.owner(), allow.authenticated().to(['get'])]),
  announce: a.mutation().returns(a.ref('Note').array()).handler(a.handler.function('announcer')).authorization((allow) => allow.authenticated()),
  find: a.query().returns(a.ref('Note').array()).handler(a.handler.function('announcer')).authorization((allow) => allow.authenticated()),
  announced: a.subscription().for(a.ref('announce')).authorization((allow) => allow.authenticated()),
});

let api: LocalApi;
let user: SignedInUser;
let admin: SignedInUser;

beforeAll(async () => {
  const stack = new Stack(new App(), 'Test');
  new AppSyncData(stack, 'Data', { schema, authorizationModes: { userPool: new UserPool(stack, 'Users') }, functions: { announcer: Function.fromFunctionName(stack, 'Announcer', 'announcer') } });
  api = await LocalApi.fromStack(stack, { functions: { announcer: () => [{ id: 'one', secret: 's' }, null, { id: 'odd', draft: 'd', editors: 'user' }] } });
  [user, admin] = await Promise.all([api.signIn({ username: 'user' }), api.signIn({ username: 'admin', groups: ['Admins'] })]);
});

afterAll(() => api.close());

async function as({ accessToken }: SignedInUser, document: string): Promise<GraphqlResponse> {
  return sendAs(api, { authorization: accessToken }, document);
}

test.each([
  ['a record that the caller may not read', 'Drop', 'text'],
  ['a field that the caller may not read', 'Report', 'source'],
])('a create that fails does not tell of what is there: %s', async (_, model, field) => {
  await as(admin, `mutation { create${model}(input: { id: "taken", ${field}: "hidden" }) { id } }`);
  const { data, errors } = await as(user, `mutation { create${model}(input: { id: "taken" }) { id ${field} } }`);
  expect(data).toEqual({ [`create${model}`]: null });
  expect(errors).toMatchObject([{ errorType: 'DynamoDB:ConditionalCheckFailedException', data: null }]);
});

test('what is missing in the list of an announcement stays null', async () => {
  expect(await as(user, 'mutation { announce { id secret } }')).toEqual({ data: { announce: [{ id: 'one', secret: null }, null, { id: 'odd', secret: null }] } });
});

test('a text where a list of owners should be names nobody', async () => {
  const { data, errors } = await as(user, '{ find { draft } }');
  expect(data).toEqual({ find: [{ draft: null }, null, { draft: null }] });
  expect(errors).toMatchObject([{ path: ['find', 0, 'draft'], errorType: 'Unauthorized' }, { path: ['find', 2, 'draft'], errorType: 'Unauthorized' }]);
});

describe('a field that the one whom it names may read', () => {
  test('is told to them, and to no other of a record that theirs leads to', async () => {
    const headers = { authorization: user.accessToken };
    const client = await connect(api.url, { protocols: ['graphql-ws', headerProtocol(headers)] });
    client.send(start('todos', 'subscription { onCreateTodo { id owner previous { id owner } } }', {}, headers));
    expect(await client.next()).toEqual({ type: 'start_ack', id: 'todos' });
    const owner = 'user';
    const selection = '{ id owner previous { id owner } }';
    await as(admin, `mutation { createTodo(input: { id: "first" }) ${selection} }`);
    const created = { id: 'second', owner, previous: { id: 'first', owner: null } };
    expect(await as(user, `mutation { createTodo(input: { id: "second", previousId: "first" }) ${selection} }`)).toEqual({ data: { createTodo: created } });
    expect((await client.next()).payload!.data).toEqual({ onCreateTodo: created });
    expect((await as(user, `mutation { updateTodo(input: { id: "second", owner: "admin" }) { id } }`)).errors).toMatchObject([{ errorType: 'Unauthorized' }]);
    client.socket.terminate();
  });
});
