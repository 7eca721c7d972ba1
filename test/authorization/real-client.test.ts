import { Amplify } from 'aws-amplify';
import { generateClient, type Client } from 'aws-amplify/data';
import { App, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { a, AppSyncData, type ClientSchema } from 'cdk-appsync-data';
import { LocalApi, type SignedInUser } from 'cdk-appsync-data/local';
import { provideWebSocket, subscribe, type Subscribed } from '../support/real-time-client';

const schema = a.schema({
  Note: a.model({ text: a.string().required(), bookId: a.id(), book: a.belongsTo('Book', 'bookId'), remarks: a.hasMany('Remark', 'noteId') }).authorization((allow) => allow.owner()),
  /** Everyone may read it, and its owner alone may change it. */
  Book: a.model({ title: a.string(), notes: a.hasMany('Note', 'bookId') }).authorization((allow) => [allow.owner(), allow.authenticated().to(['read'])]),
  Remark: a.model({ text: a.string(), noteId: a.id(), note: a.belongsTo('Note', 'noteId') }).authorization((allow) => allow.owner()),
});

type Schema = ClientSchema<typeof schema>;
type Note = Schema['Note']['type'];

let api: LocalApi;
let client: Client<Schema>;
let users: Readonly<Record<'alice' | 'bob', SignedInUser>>;
/** Who uses the client: it has one configuration. */
let current: SignedInUser;
const started: { unsubscribe(): void }[] = [];

beforeAll(async () => {
  provideWebSocket();
  const stack = new Stack(new App(), 'Page');
  const userPool = new UserPool(stack, 'Users');
  new AppSyncData(stack, 'Data', { schema, authorizationModes: { userPool, userPoolClient: userPool.addClient('Web') } });
  api = await LocalApi.fromStack(stack);
  users = { alice: await api.signIn({ username: 'alice' }), bob: await api.signIn({ username: 'bob' }) };
  Amplify.configure(api.outputs as unknown as Parameters<typeof Amplify.configure>[0], { Auth: { tokenProvider: { getTokens: () => current.tokenProvider.getTokens() } } });
  client = generateClient<Schema>();
});

afterEach(() => { for (const subscription of started.splice(0)) subscription.unsubscribe(); });
afterAll(() => api.close());

function as(name: keyof typeof users): Client<Schema>['models'] {
  current = users[name];
  return client.models;
}

async function listen<Item>(observable: Parameters<typeof subscribe<Item>>[0], acknowledgements?: number): Promise<Subscribed<Item>> {
  const subscribed = await subscribe<Item>(observable, acknowledgements);
  started.push(subscribed);
  return subscribed;
}

async function note(name: keyof typeof users, input: Schema['Note']['createType']): Promise<Note> {
  const { data, errors } = await as(name).Note.create(input);
  expect(errors).toBeUndefined();
  return data!;
}

const unauthorized = [expect.objectContaining({ errorType: 'Unauthorized', message: expect.stringMatching(/^Not Authorized to access/) })];
const owner = ({ sub, username }: SignedInUser): string => `${sub}::${username}`;

test('each of two users has records of their own', async () => {
  const mine = await note('alice', { text: 'mine' });
  const his = await note('bob', { text: 'his' });
  expect([mine.owner, his.owner]).toEqual(['alice', 'bob']);
  expect((await as('alice').Note.list()).data.map(({ id }) => id)).toEqual([mine.id]);
  expect((await as('bob').Note.list({ filter: { owner: { eq: owner(users.alice) } } })).data).toEqual([]);
  expect(await as('alice').Note.get({ id: mine.id })).toMatchObject({ data: { id: mine.id, text: 'mine' } });
  expect(await as('bob').Note.get({ id: mine.id })).toMatchObject({ data: null, errors: unauthorized });
  expect(await as('bob').Note.get({ id: 'gone' })).toEqual({ data: null, extensions: undefined });

  expect(await as('bob').Note.update({ id: mine.id, text: 'x' })).toMatchObject({ data: null, errors: unauthorized });
  expect(await as('bob').Note.delete({ id: mine.id })).toMatchObject({ data: null, errors: unauthorized });
  expect(await as('alice').Note.update({ id: mine.id, text: 'changed' })).toMatchObject({ data: { text: 'changed', owner: 'alice' } });
  expect((await as('alice').Note.delete({ id: mine.id })).data).toMatchObject({ id: mine.id, text: 'changed' });
  expect((await as('alice').Note.list()).data).toEqual([]);
  expect((await as('bob').Note.delete({ id: his.id })).data).toMatchObject({ id: his.id });
});

test('pages are full of the own records, whatever stands between them', async () => {
  for (let number = 0; number < 6; number++) {
    await note('alice', { text: String(number) });
    await note('bob', { text: String(number) });
  }
  const first = await as('bob').Note.list({ limit: 4 });
  const second = await as('bob').Note.list({ limit: 4, nextToken: first.nextToken ?? null });
  expect([first.data.length, second.data.length, second.nextToken ?? null]).toEqual([4, 2, null]);
  expect(new Set([...first.data, ...second.data].map((one) => one.owner))).toEqual(new Set(['bob']));
  for (const name of ['alice', 'bob'] as const) for (const { id } of (await as(name).Note.list()).data) await as(name).Note.delete({ id });
});

test('what everyone may read, its owner alone changes', async () => {
  const book = (await as('alice').Book.create({ title: 'hers' })).data!;
  expect(await as('bob').Book.get({ id: book.id })).toMatchObject({ data: { title: 'hers' } });
  expect(await as('bob').Book.update({ id: book.id, title: 'x' })).toMatchObject({ data: null, errors: unauthorized });
  expect(await as('alice').Book.update({ id: book.id, title: 'still hers' })).toMatchObject({ data: { title: 'still hers' } });
});

test('lazy loads and selection sets follow relationships to the own records', async () => {
  const book = (await as('alice').Book.create({ title: 'shared' })).data!;
  const mine = await note('alice', { text: 'mine', bookId: book.id });
  const his = await note('bob', { text: 'his', bookId: book.id });
  const remark = (await as('bob').Remark.create({ text: 'of another\'s', noteId: mine.id })).data!;

  const found = (await as('bob').Book.get({ id: book.id })).data!;
  expect((await found.notes()).data.map(({ id }) => id)).toEqual([his.id]);
  expect((await his.book()).data).toMatchObject({ title: 'shared' });
  expect(await remark.note()).toMatchObject({ data: null, errors: unauthorized });

  const selected = await as('bob').Book.get({ id: book.id }, { selectionSet: ['title', 'notes.*', 'notes.book.title'] });
  expect(selected).toMatchObject({ data: { title: 'shared', notes: [{ id: his.id, text: 'his', book: { title: 'shared' } }] } });
  const nested = await as('alice').Note.list({ selectionSet: ['id', 'book.notes.text', 'remarks.text'] });
  expect(nested).toMatchObject({ data: [{ id: mine.id, book: { notes: [{ text: 'mine' }] }, remarks: [] }] });
  const refused = await as('bob').Remark.get({ id: remark.id }, { selectionSet: ['text', 'note.text'] });
  expect(refused).toMatchObject({ errors: unauthorized });
  expect(JSON.stringify(refused)).not.toContain('mine');
  for (const [name, { id }] of [['alice', mine], ['bob', his]] as const) await as(name).Note.delete({ id });
});

test('subscriptions tell each of their own', async () => {
  as('alice');
  const hers = await listen<Note>(client.models.Note.onCreate());
  as('bob');
  const his = await listen<Note>(client.models.Note.onCreate({ filter: { text: { beginsWith: 'a' } } }));
  await note('alice', { text: 'a from her' });
  await note('bob', { text: 'b from him' });
  await note('bob', { text: 'a from him' });
  await note('alice', { text: 'b from her' });
  expect([(await hers.next()).text, (await hers.next()).text]).toEqual(['a from her', 'b from her']);
  expect((await his.next()).text).toBe('a from him');
  for (const name of ['alice', 'bob'] as const) for (const { id } of (await as(name).Note.list()).data) await as(name).Note.delete({ id });
});

test('observeQuery shows each of two users their own records only', async () => {
  const before = { alice: await note('alice', { text: 'hers' }), bob: await note('bob', { text: 'his' }) };
  const texts = ({ items }: { items: Note[] }): string[] => items.map(({ text }) => text).sort();
  const observe = async (name: keyof typeof users): Promise<Subscribed<{ items: Note[]; isSynced: boolean }>> => {
    as(name);
    const observed = await listen<{ items: Note[]; isSynced: boolean }>(client.models.Note.observeQuery() as never, 3);
    expect(texts(await observed.until(({ isSynced }) => isSynced))).toEqual([before[name].text]);
    return observed;
  };
  const [hers, his] = [await observe('alice'), await observe('bob')];

  const more = { alice: await note('alice', { text: 'hers too' }), bob: await note('bob', { text: 'his too' }) };
  expect(texts(await hers.next())).toEqual(['hers', 'hers too']);
  expect(texts(await his.next())).toEqual(['his', 'his too']);
  await as('alice').Note.update({ id: before.alice.id, text: 'hers, changed' });
  await as('bob').Note.update({ id: before.bob.id, text: 'his, changed' });
  expect(texts(await hers.next())).toEqual(['hers too', 'hers, changed']);
  expect(texts(await his.next())).toEqual(['his too', 'his, changed']);
  await as('alice').Note.delete({ id: more.alice.id });
  await as('bob').Note.delete({ id: more.bob.id });
  expect(texts(await hers.next())).toEqual(['hers, changed']);
  expect(texts(await his.next())).toEqual(['his, changed']);
  // Nothing else has arrived in between.
  expect([hers.drain(), his.drain()]).toEqual([[], []]);
});
