import { App, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Function } from 'aws-cdk-lib/aws-lambda';
import { a, AppSyncData } from 'cdk-appsync-data';
import { LocalApi, type SignedInUser } from 'cdk-appsync-data/local';
import { connect, headerProtocol, start } from '../local/realtime/real-time-client';
import { sendAs } from '../support/graphql';

const step = a.handler.function('step');

const schema = a.schema({
  Note: a.model({ text: a.string(), bookId: a.id(), book: a.belongsTo('Book', 'bookId'), tags: a.hasMany('Tag', 'noteId') })
    .authorization((allow) => [allow.group('Writers'), allow.group('Readers').to(['read'])]),
  Book: a.model({ notes: a.hasMany('Note', 'bookId') }).authorization((allow) => allow.owner()),
  Tag: a.model({ noteId: a.id(), note: a.belongsTo('Note', 'noteId') }).authorization((allow) => allow.authenticated()),
  announce: a.mutation().returns(a.ref('Note')).handler(step).authorization((allow) => allow.group('Writers')),
  announced: a.subscription().for(a.ref('announce')).authorization((allow) => allow.authenticated()),
});

let api: LocalApi;
let writer: SignedInUser;
let nobody: SignedInUser;
const calls: string[] = [];

/** What a step gives: what it has got, as an object of its own. */
function stepped({ fieldName, prev, arguments: given }: { fieldName: string; prev: { result: object } | null; arguments: object }): unknown {
  calls.push(fieldName);
  if (fieldName === 'announce') return { id: 'none', text: 'news', bookId: 'b' };
  return prev?.result && Object.keys(prev.result).length > 0 ? { ...prev.result } : given;
}

beforeAll(async () => {
  const stack = new Stack(new App(), 'Test');
  new AppSyncData(stack, 'Data', {
    schema,
    authorizationModes: { userPool: new UserPool(stack, 'Users') },
    functions: { step: Function.fromFunctionName(stack, 'Step', 'step') },
    before: { 'Query.listNotes': step, 'Query.getNote': step, 'Mutation.createNote': step },
    after: { 'Query.listNotes': step, 'Mutation.createNote': step },
  });
  api = await LocalApi.fromStack(stack, { functions: { step: stepped } });
  [writer, nobody] = await Promise.all([api.signIn({ username: 'writer', groups: ['Writers'] }), api.signIn({ username: 'nobody' })]);
});

afterAll(() => api.close());

beforeEach(() => { calls.length = 0; });

test.each([
  ['{ listNotes { items { id } } }'], ['{ getNote(id: "n") { id } }'], ['mutation { createNote(input: { text: "x" }) { id } }'], ['mutation { announce { id } }'],
])('no step runs for who may not: %s', async (document) => {
  expect((await sendAs(api, { authorization: nobody.accessToken }, document)).errors).toMatchObject([{ errorType: 'Unauthorized' }]);
  expect(calls).toEqual([]);
});

test('steps run for who may', async () => {
  const as = async (document: string) => (await sendAs(api, { authorization: writer.accessToken }, document));
  expect((await as('mutation { createNote(input: { id: "n", text: "x" }) { id text } }')).data).toEqual({ createNote: { id: 'n', text: 'x' } });
  expect((await as('{ listNotes { items { id } } }')).data).toEqual({ listNotes: { items: [{ id: 'n' }] } });
  expect(calls).toEqual(['createNote', 'createNote', 'listNotes', 'listNotes']);
});

test('what a step gives subscribers leads on to nothing that one of them may not read, and no more than that is kept', async () => {
  const as = async (document: string) => (await sendAs(api, { authorization: writer.accessToken }, document));
  await as('mutation { createBook(input: { id: "b" }) { id } createTag(input: { noteId: "n2" }) { id } }');
  const selection = '{ text book { id } tags { items { noteId note { text } } } }';
  // Readers and writers hear of a note; both are signed in, and see tags, and notes from there on, and not a book of somebody's.
  expect(await as(`mutation { createNote(input: { id: "n2", text: "y", bookId: "b" }) ${selection} }`)).toEqual({ data: { createNote: { text: 'y', book: null, tags: { items: [{ noteId: 'n2', note: { text: 'y' } }] } } } });
  // Anybody who has signed in hears of what is announced, and may read tags alone.
  expect(await as('mutation { announce { text book { id } tags { items { id } } } }')).toEqual({ data: { announce: { text: 'news', book: null, tags: { items: [] } } } });
  // To who asks, and is its owner, a book is shown.
  expect((await as('{ getNote(id: "n2") { book { id } } }')).data).toEqual({ getNote: { book: { id: 'b' } } });
});

test('an argument of a custom subscription that is named as the filter of models is its own', async () => {
  const stack = new Stack(new App(), 'Filtered');
  new AppSyncData(stack, 'Data', {
    schema: a.schema({
      Note: a.model({ text: a.string() }).authorization((allow) => allow.owner()),
      Said: a.customType({ filter: a.string() }),
      say: a.mutation().arguments({ filter: a.string() }).returns(a.ref('Said')).handler(step).authorization((allow) => allow.group('Writers')),
      heard: a.subscription().for(a.ref('say')).arguments({ filter: a.string() }).authorization((allow) => allow.group('Writers')),
    }),
    authorizationModes: { userPool: new UserPool(stack, 'Users') },
    functions: { step: Function.fromFunctionName(stack, 'Step', 'step') },
  });
  const custom = await LocalApi.fromStack(stack, { functions: { step: stepped } });
  try {
    const [{ accessToken }, other] = await Promise.all([custom.signIn({ username: 'writer', groups: ['Writers'] }), custom.signIn({ username: 'other' })]);
    const headers = { host: new URL(custom.url).host, authorization: accessToken };
    const client = await connect(custom.url, { protocols: ['graphql-ws', headerProtocol(headers)] });
    client.send(start('heard', 'subscription { heard(filter: "news") { filter } }', {}, headers));
    expect(await client.next()).toMatchObject({ type: 'start_ack' });
    for (const filter of ['weather', 'news']) await sendAs(custom, { authorization: accessToken }, `mutation { say(filter: "${filter}") { filter } }`);
    expect((await client.next()).payload!.data).toEqual({ heard: { filter: 'news' } });
    client.send(start('refused', 'subscription { heard(filter: "news") { filter } }', {}, { ...headers, authorization: other.accessToken }));
    expect(await client.next()).toMatchObject({ type: 'error', id: 'refused' });
    client.socket.terminate();
  } finally {
    await custom.close();
  }
});
