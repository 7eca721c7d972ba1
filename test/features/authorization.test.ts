import { App, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { a, AppSyncData } from 'cdk-appsync-data';
import { LocalApi, type SignedInUser } from 'cdk-appsync-data/local';
import { sendAs } from '../support/graphql';

const schema = a.schema({
  Note: a.model({
    text: a.string().required(),
    status: a.string(),
    secret: a.string().authorization((allow) => [allow.owner()]),
    bookId: a.id(),
    book: a.belongsTo('Book', 'bookId'),
  }).secondaryIndexes((index) => [index('status')]).authorization((allow) => [allow.owner(), allow.group('Admins')]),
  Book: a.model({ title: a.string(), notes: a.hasMany('Note', 'bookId'), group: a.string() }).authorization((allow) => [allow.groupDefinedIn('group'), allow.group('Admins')]),
});

let api: LocalApi;
let one: SignedInUser;
let other: SignedInUser;
let admin: SignedInUser;

beforeAll(async () => {
  const stack = new Stack(new App(), 'Test');
  new AppSyncData(stack, 'Data', { schema, authorizationModes: { userPool: new UserPool(stack, 'Users') } });
  api = await LocalApi.fromStack(stack);
  one = await api.signIn({ username: 'one', groups: ['Readers'] });
  other = await api.signIn({ username: 'other' });
  admin = await api.signIn({ username: 'admin', groups: ['Admins'] });
});

afterAll(() => api.close());

test('smoke', async () => {
  const as = (user: SignedInUser) => (document: string) => sendAs(api, { authorization: user.accessToken }, document);
  const log = async (user: SignedInUser, document: string) => { api.clearRequests(); console.log(document, JSON.stringify(await as(user)(document)), api.requests.map((r) => r.operation + ' ' + JSON.stringify((r as any).input ?? r)).join('\n')); };
  await log(admin, 'mutation { createBook(input: { id: "b", title: "t", group: "Readers" }) { id notes { items { id } } } }');
  await log(one, 'mutation { createNote(input: { id: "n1", text: "mine", secret: "s", bookId: "b", status: "x" }) { id owner secret book { id } } }');
  await log(other, 'mutation { createNote(input: { id: "n2", text: "theirs", secret: "t", bookId: "b", status: "x" }) { id owner secret } }');
  for (const user of [one, other, admin]) {
    await log(user, '{ getNote(id: "n1") { id secret book { id notes { items { id secret } } } } listNotes { items { id secret book { id } } } listNoteByStatus(status: "x") { items { id } } byBook: listNotes(filter: { bookId: { eq: "b" } }) { items { id } } s: listNotes(filter: { secret: { eq: "t" } }) { items { id } } listBooks { items { id notes { items { id } } } } }');
    await log(user, 'mutation { updateNote(input: { id: "n1", text: "changed" }) { id text } }');
    await log(user, 'mutation { updateNote(input: { id: "n1", secret: "changed" }) { id secret } }');
    await log(user, 'mutation { updateNote(input: { id: "n1", text: "changed" }, condition: { text: { eq: "x" } }) { id text } }');
    await log(user, 'mutation { deleteNote(input: { id: "n3" }) { id text } }');
  }
});
