import { generateClient, type Client } from 'aws-amplify/data';
import { a, type ClientSchema } from 'cdk-appsync-data';
import { type LocalApi } from 'cdk-appsync-data/local';
import { serve } from '../../support/amplify-client';
import { provideWebSocket, subscribe, type Subscribed } from '../../support/real-time-client';

const schema = a.schema({
  Task: a.model({
    text: a.string().required(),
    stars: a.integer(),
    price: a.float(),
    done: a.boolean(),
    tags: a.string().array(),
    state: a.enum(['OPEN', 'CLOSED']),
    listId: a.id(),
    list: a.belongsTo('List', 'listId'),
  }),
  List: a.model({ name: a.string(), tasks: a.hasMany('Task', 'listId') }),
}).authorization((allow) => allow.publicApiKey());

type Schema = ClientSchema<typeof schema>;
type Task = Schema['Task']['type'];

let api: LocalApi;
let client: Client<Schema>;
const started: { unsubscribe(): void }[] = [];

beforeAll(async () => {
  provideWebSocket();
  api = await serve(schema);
  client = generateClient<Schema>();
});

afterAll(() => api.close());
afterEach(() => { for (const subscription of started.splice(0)) subscription.unsubscribe(); });

async function listen<Item>(observable: Parameters<typeof subscribe<Item>>[0], acknowledgements?: number): Promise<Subscribed<Item>> {
  const subscribed = await subscribe<Item>(observable, acknowledgements);
  started.push(subscribed);
  return subscribed;
}

async function create(input: Omit<Schema['Task']['createType'], 'text'> & { text?: string }): Promise<Task> {
  const { data, errors } = await client.models.Task.create({ text: 'x', ...input });
  expect(errors).toBeUndefined();
  return data!;
}

const plain = (task: Task) => JSON.parse(JSON.stringify(task));

test('onCreate tells of what was created, and of no more once it was ended', async () => {
  const created = await listen<Task>(client.models.Task.onCreate());
  const first = await create({ stars: 1, price: 1.5, done: false, tags: ['a'], state: 'OPEN' });
  expect(plain(await created.next())).toEqual(plain(first));
  await create({ id: 'second' });
  expect(await created.next()).toMatchObject({ id: 'second', stars: null });
  created.unsubscribe();
  await create({ id: 'third' });

  const again = await listen<Task>(client.models.Task.onCreate());
  await create({ id: 'fourth' });
  expect(await again.next()).toMatchObject({ id: 'fourth' });
});

test('onUpdate and onDelete tell of their own', async () => {
  const [updated, deleted] = [await listen<Task>(client.models.Task.onUpdate()), await listen<Task>(client.models.Task.onDelete())];
  const { id } = await create({ text: 'before' });
  await client.models.Task.update({ id, text: 'after', tags: null });
  await client.models.Task.delete({ id });
  expect(await updated.next()).toMatchObject({ id, text: 'after' });
  expect(await deleted.next()).toMatchObject({ id, text: 'after' });
});

test('nothing is told of a mutation that failed', async () => {
  const created = await listen<Task>(client.models.Task.onCreate());
  await create({ id: 'taken' });
  expect((await client.models.Task.create({ id: 'taken', text: 'again' })).errors).toHaveLength(1);
  await create({ id: 'next' });
  expect([(await created.next()).id, (await created.next()).id]).toEqual(['taken', 'next']);
});

test('relationships of what was created can be loaded', async () => {
  const { data: list } = await client.models.List.create({ name: 'shopping' });
  const created = await listen<Task>(client.models.Task.onCreate());
  await create({ listId: list!.id });
  expect((await (await created.next()).list()).data).toMatchObject({ name: 'shopping' });
});

test('a subscription has the selection that was asked for', async () => {
  const created = await listen(client.models.Task.onCreate({ selectionSet: ['id', 'state'] }));
  await create({ id: 'selected', state: 'CLOSED' });
  expect(await created.next()).toEqual({ id: 'selected', state: 'CLOSED' });
});

type Filter = NonNullable<NonNullable<Parameters<Client<Schema>['models']['Task']['onCreate']>[0]>['filter']>;

describe('filters', () => {
  const tasks: Record<string, Partial<Schema['Task']['createType']>> = {
    red: { text: 'red', stars: 1, price: 0.5, done: false, tags: ['a', 'b'], state: 'OPEN', listId: 'l1' },
    green: { text: 'green', stars: 3, price: 2, done: true, tags: ['b'], state: 'CLOSED', listId: 'l2' },
    blue: { text: 'blue', stars: 5 },
  };
  let round = 0;

  /** The names of the tasks that a filter lets through. */
  async function toldOf(filter: Filter): Promise<string[]> {
    const suffix = `-${round++}`;
    const created = await listen<Task>(client.models.Task.onCreate({ filter }));
    const end = await listen<Task>(client.models.Task.onUpdate());
    for (const [name, task] of Object.entries(tasks)) await create({ ...task, id: name + suffix });
    // Messages arrive in order: by then, what there was to be told was told.
    await client.models.Task.update({ id: `blue${suffix}`, text: 'blue' });
    await end.next();
    return created.drain().map(({ text }) => text);
  }

  const all = ['red', 'green', 'blue'];
  test.each<[Filter, string[]]>([
    [{}, all],
    [{ and: [] }, all],
    [{ text: { eq: 'red' } }, ['red']],
    [{ text: { ne: 'red' } }, ['green', 'blue']],
    [{ text: { beginsWith: 'gr' } }, ['green']],
    [{ text: { contains: 'e' } }, all],
    [{ text: { notContains: 'r' } }, ['blue']],
    [{ text: { in: ['red', 'blue'] } }, ['red', 'blue']],
    [{ text: { notIn: ['red', 'blue'] } }, ['green']],
    [{ text: { between: ['c', 'h'] } }, ['green']],
    [{ stars: { gt: 1 } }, ['green', 'blue']],
    [{ stars: { ge: 3 }, text: { ne: 'blue' } }, ['green']],
    [{ stars: { ge: 2, le: 4 } }, ['green']],
    [{ and: [{ stars: { ne: 1 } }, { stars: { ne: 5 } }] }, ['green']],
    [{ stars: { between: [1, 3] } }, ['red', 'green']],
    [{ stars: { in: [1, 5] } }, ['red', 'blue']],
    [{ price: { lt: 1 } }, ['red']],
    [{ done: { eq: true } }, ['green']],
    [{ done: { ne: true } }, ['red', 'blue']],
    [{ tags: { contains: 'b' } }, ['red', 'green']],
    [{ state: { eq: 'OPEN' } }, ['red']],
    [{ state: { ne: 'OPEN' } }, ['green', 'blue']],
    [{ listId: { eq: 'l2' } }, ['green']],
    [{ or: [{ text: { eq: 'red' } }, { stars: { ge: 5 } }] }, ['red', 'blue']],
    [{ and: [{ or: [{ text: { eq: 'red' } }, { text: { eq: 'green' } }] }, { stars: { gt: 1 } }] }, ['green']],
    [{ createdAt: { gt: '2000-01-01' } }, all],
  ] as [Filter, string[]][])('%j', async (filter, names) => {
    expect(await toldOf(filter)).toEqual(names);
  });

  test.each<[object, string]>([
    [{ stars: { gt: 1, lt: 5 } }, 'filter uses same fieldName multiple time'],
    [{ stars: { in: [1, 2, 3, 4, 5, 6] } }, 'subscription exceeds maximum value limit 5 for operator `in`.'],
    [{ or: Array.from({ length: 11 }, (_, i) => ({ stars: { eq: i } })) }, 'Filters combination exceed maximum limit 10 for subscription.'],
    [{ text: { eq: 'x'.repeat(257) } }, 'subscription filter exceeds maximum length 256 of a string'],
    [{ not: { text: { eq: 'x' } } }, `The variables input contains a field that is not defined for input object type 'ModelSubscriptionTaskFilterInput'`],
  ])('%j is refused', async (filter, message) => {
    await expect(subscribe(client.models.Task.onCreate({ filter: filter as Filter }))).rejects.toThrow(message);
  });
});

describe('observeQuery', () => {
  type Snapshot = { items: Task[]; isSynced: boolean };
  const texts = ({ items }: Snapshot) => items.map(({ text }) => text).sort();
  const observe = (filter: Filter) => listen<Snapshot>(client.models.Task.observeQuery({ filter }), 3);

  test('has what is there, and follows what is created, updated and deleted', async () => {
    await create({ id: 'o1', text: 'one', listId: 'observed' });
    await create({ id: 'o2', text: 'two', listId: 'observed' });
    const observed = await observe({ listId: { eq: 'observed' } });
    const until = (...expected: string[]) => observed.until((snapshot) => snapshot.isSynced && texts(snapshot).join() === expected.join());
    await until('one', 'two');
    await create({ id: 'o3', text: 'three', listId: 'observed' });
    await until('one', 'three', 'two');
    await create({ text: 'elsewhere', listId: 'other' });
    await client.models.Task.update({ id: 'o1', text: 'changed' });
    await until('changed', 'three', 'two');
    await client.models.Task.delete({ id: 'o2' });
    await until('changed', 'three');
  });
});
