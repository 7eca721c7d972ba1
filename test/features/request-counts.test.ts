import { generateClient, type Client } from 'aws-amplify/data';
import { type ClientSchema } from 'cdk-appsync-data';
import { type LocalApi } from 'cdk-appsync-data/local';
import { reads } from '../../integ/schemas/reads';
import { serve } from '../support/amplify-client';
import { send } from '../support/graphql';

type Schema = ClientSchema<typeof reads>;

const many = (count: number): number[] => Array.from({ length: count }, (_, position) => position);

/** The first team has ten members, the second a hundred, and the others the rest. */
const teamOf = (position: number): number => (position < 10 ? 0 : position < 110 ? 1 : 2 + position % 48);

const records: Readonly<Record<string, readonly object[]>> = {
  Team: many(50).map((position) => ({ id: `team${position}`, mantra: `mantra ${position}` })),
  Member: many(10_000).map((position) => ({ id: `member${position}`, name: `name ${position}`, teamId: `team${teamOf(position)}` })),
  Customer: ['one', 'two', 'none', ...many(30)].map((name) => ({ id: `customer-${name}`, name: 'somebody' })),
  Cart: [...many(9_997).map((position) => `nobody-${position}`), 'customer-one', 'customer-two', 'customer-two'].map((customerId, position) => ({ id: `cart${position}`, customerId })),
  Post: many(30).map((position) => ({ id: `post${position}`, title: `title ${position}` })),
  Tag: many(10).map((position) => ({ id: `tag${position}`, name: `tag ${position}` })),
  PostTag: many(10).map((position) => ({ id: `link${position}`, postId: 'post0', tagId: `tag${position}` })),
  Comment: many(100).map((position) => ({ id: `comment${position}`, writtenAt: '2026-01-01T00:00:00Z' })),
  Task: many(100).map((position) => ({ id: `task${position}`, teamId: `team${position % 30}`, customerId: `customer-${position % 30}`, postId: `post${position % 30}` })),
  Reading: many(1_000).map((position) => ({ id: `reading${position}`, isOdd: position % 100 === 0 })),
};

let api: LocalApi;
let client: Client<Schema>;

// Tens of thousands of records: on a busy machine they take minutes.
beforeAll(async () => {
  api = await serve(reads);
  client = generateClient<Schema>();
  for (const [model, items] of Object.entries(records)) {
    for (let start = 0; start < items.length; start += 1_000) await create(model, items.slice(start, start + 1_000));
  }
}, 600_000);

afterAll(() => api.close());

/** Creates records in one document: one by one, thousands would take long. */
async function create(model: string, inputs: readonly object[]): Promise<void> {
  const declared = inputs.map((_, position) => `$i${position}: Create${model}Input!`).join(', ');
  const { errors } = await send(api, `mutation (${declared}) { ${inputs.map((_, position) => `m${position}: create${model}(input: $i${position}) { __typename }`).join(' ')} }`,
    Object.fromEntries(inputs.map((input, position) => [`i${position}`, input])));
  expect(errors).toBeUndefined();
}

/** What a document reads, and the operations that it takes. */
async function read(document: string, variables: Record<string, unknown> = {}): Promise<{ root: unknown; operations: string[] }> {
  api.clearRequests();
  const { data, errors } = await send(api, document, variables);
  expect(errors).toBeUndefined();
  return { root: data!.root, operations: api.requests.map(({ operation }) => operation) };
}

interface Budget { readonly document: string; readonly operations: readonly string[]; readonly finds: unknown }

/** As many items as there are, each of which has what is said. */
const items = (count: number, each: object): object => ({ items: Array.from({ length: count }, () => expect.objectContaining(each)) });
const some = expect.any(String);

const budgets: Readonly<Record<string, Budget>> = {
  'a record with one that it belongs to': { document: '{ root: getMember(id: "member0") { team { mantra } } }', operations: ['GetItem', 'GetItem'], finds: { team: { mantra: 'mantra 0' } } },
  'a record that belongs to none': { document: '{ root: getComment(id: "comment0") { post { title } } }', operations: ['GetItem'], finds: { post: null } },
  'a list of 100 records, each with one that it belongs to': {
    document: '{ root: listMembers(limit: 100) { items { id team { mantra } } } }', operations: ['Scan', 'BatchGetItem'], finds: items(100, { team: { mantra: some } }),
  },
  'a list of 100 records, each with three of three models': {
    document: '{ root: listTasks(limit: 100) { items { team { mantra } customer { name } post { title } } } }', operations: ['Scan', 'BatchGetItem'],
    finds: items(100, { team: { mantra: some }, customer: { name: some }, post: { title: some } }),
  },
  'a list of records that belong to none': {
    document: '{ root: listComments(limit: 100) { items { post { title } } } }', operations: ['Scan'], finds: items(100, { post: null }),
  },
  // That a reference has a value does not tell whether the record is there.
  'a list with nothing but the identifiers of what its records belong to': {
    document: '{ root: listMembers(limit: 100) { items { team { id } } } }', operations: ['Scan', 'BatchGetItem'], finds: items(100, { team: { id: some } }),
  },
  'a team with 100 members, each with its team': {
    document: '{ root: getTeam(id: "team1") { members { items { name team { mantra } } } } }', operations: ['GetItem', 'Query', 'BatchGetItem'],
    finds: { members: items(100, { team: { mantra: 'mantra 1' } }) },
  },
  'a post with its tags, through the join model': {
    document: '{ root: getPost(id: "post0") { tags { items { tag { name } } } } }', operations: ['GetItem', 'Query', 'BatchGetItem'], finds: { tags: items(10, { tag: { name: some } }) },
  },
  'a customer with the active cart': { document: '{ root: getCustomer(id: "customer-one") { activeCart { id } } }', operations: ['GetItem', 'Query'], finds: { activeCart: { id: 'cart9997' } } },
  'a customer without one': { document: '{ root: getCustomer(id: "customer-none") { activeCart { id } } }', operations: ['GetItem', 'Query'], finds: { activeCart: null } },
};

test.each(Object.entries(budgets))('%s takes as many requests as it should', async (_, { document, operations, finds }) => {
  const found = await read(document);
  expect(found.operations).toEqual(operations);
  expect(found.root).toEqual(finds);
});

test('a hasOne reads one item, also where there are two', async () => {
  const { root } = await read('{ root: getCustomer(id: "customer-two") { activeCart { customerId } } }');
  expect(root).toEqual({ activeCart: { customerId: 'customer-two' } });
  expect(api.requests).toMatchObject([{ operation: 'GetItem' }, { operation: 'Query', index: 'gsi-Customer.activeCart', itemsRead: 1 }]);
});

describe('the real client, in tables of 10,000 records', () => {
  test('loads a hasMany lazily by one query that reads nothing else', async () => {
    const { data: team } = await client.models.Team.get({ id: 'team0' });
    api.clearRequests();
    const { data, nextToken } = await team!.members();
    expect(data.map(({ id }) => id).sort()).toEqual(many(10).map((position) => `member${position}`));
    expect(nextToken ?? null).toBeNull();
    expect(api.requests).toMatchObject([{ operation: 'Query', index: 'gsi-Team.members', itemsRead: 10 }]);
  });

  test('loads a hasOne lazily by one query that reads nothing else', async () => {
    const { data: customer } = await client.models.Customer.get({ id: 'customer-one' });
    api.clearRequests();
    expect((await customer!.activeCart()).data).toMatchObject({ id: 'cart9997', customerId: 'customer-one' });
    expect(api.requests).toMatchObject([{ operation: 'Query', index: 'gsi-Customer.activeCart', itemsRead: 1 }]);
  });

  test('learns by one query that there is none', async () => {
    const { data: customer } = await client.models.Customer.get({ id: 'customer-none' });
    api.clearRequests();
    expect((await customer!.activeCart()).data).toBeNull();
    expect(api.requests).toMatchObject([{ operation: 'Query', index: 'gsi-Customer.activeCart', itemsRead: 0 }]);
  });

  test('loads a belongsTo lazily by one read of one item', async () => {
    const { data: member } = await client.models.Member.get({ id: 'member0' });
    api.clearRequests();
    expect((await member!.team()).data).toMatchObject({ id: 'team0' });
    expect(api.requests).toMatchObject([{ operation: 'GetItem', itemsRead: 1 }]);
  });
});

describe('a list by a reference, as clients of other platforms send it', () => {
  const teamId = { eq: 'team0' };

  test.each([{ teamId }, { and: [{ teamId }] }, { and: [{ teamId }, { name: { beginsWith: 'name' } }] }])('%j is one query', async (filter) => {
    const { root } = await read('query ($filter: ModelMemberFilterInput) { root: listMembers(filter: $filter, limit: 1000) { items { teamId } nextToken } }', { filter });
    expect(root).toEqual({ items: Array.from({ length: 10 }, () => ({ teamId: 'team0' })), nextToken: null });
    expect(api.requests).toMatchObject([{ operation: 'Query', index: 'gsi-Team.members', itemsRead: 10 }]);
  });

  test('its pages have each record once', async () => {
    const ids: string[] = [];
    let nextToken: string | null = null;
    do {
      const { root, operations } = await read('query ($nextToken: String) { root: listMembers(filter: { teamId: { eq: "team0" } }, limit: 3, nextToken: $nextToken) { items { id } nextToken } }', { nextToken });
      const page = root as { items: { id: string }[]; nextToken: string | null };
      expect(page.items.length).toBeLessThanOrEqual(3);
      expect(operations).toEqual(['Query']);
      ids.push(...page.items.map(({ id }) => id));
      ({ nextToken } = page);
    } while (nextToken !== null);
    expect(ids.sort()).toEqual(many(10).map((position) => `member${position}`));
  });
});

/** How many of DynamoDB's pages an answer may take. */
const pagesRead = 5;

test.each([
  // Fifteen records are read for an answer, at most.
  { limit: 3, answers: Math.ceil(1_000 / 12) },
  // A thousand records, of which an answer reads about five hundred; the last one may be an empty page.
  { limit: 100, answers: 4 },
])('a list that 1 of 100 records meets reads on for a page of $limit, and its pages have each match once', async ({ limit, answers }) => {
  const ids: string[] = [];
  const requests: number[] = [];
  let nextToken: string | null = null;
  do {
    const { root, operations } = await read(
      'query ($limit: Int, $nextToken: String) { root: listReadings(filter: { isOdd: { eq: true } }, limit: $limit, nextToken: $nextToken) { items { id } nextToken } }', { limit, nextToken });
    const page = root as { items: { id: string }[]; nextToken: string | null };
    expect(page.items.length).toBeLessThanOrEqual(limit);
    expect(new Set(operations)).toEqual(new Set(['Scan']));
    ids.push(...page.items.map(({ id }) => id));
    requests.push(operations.length);
    ({ nextToken } = page);
  } while (nextToken !== null);
  expect(ids.sort()).toEqual(many(10).map((position) => `reading${position * 100}`).sort());
  expect(Math.max(...requests)).toBeLessThanOrEqual(pagesRead);
  expect(requests.length).toBeLessThanOrEqual(answers);
});
