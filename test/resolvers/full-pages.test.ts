import { a } from 'cdk-appsync-data';
import { LocalApi } from 'cdk-appsync-data/local';
import { send } from '../support/graphql';
import { stackOf } from '../support/synthesized';

const schema = a.schema({
  Item: a.model({ shelfId: a.id(), shelf: a.belongsTo('Shelf', 'shelfId'), rank: a.integer().required() }).secondaryIndexes((index) => [index('shelfId').sortKeys(['rank']).queryField('itemsOnShelf')]),
  Shelf: a.model({ items: a.hasMany('Item', 'shelfId') }),
}).authorization((allow) => allow.publicApiKey());

const COUNT = 60;

let api: LocalApi;

beforeAll(async () => {
  api = await LocalApi.fromStack(stackOf(schema));
  await send(api, 'mutation { createShelf(input: { id: "s" }) { id } }');
  const creates = Array.from({ length: COUNT }, (_, rank) => `m${rank}: createItem(input: { id: "i${rank}", shelfId: "s", rank: ${rank} }) { id }`);
  await send(api, `mutation { ${creates.join(' ')} }`);
});

afterAll(() => api.close());

interface Page { readonly items: { readonly id: string }[]; readonly nextToken: string | null }

const ways: Readonly<Record<string, (args: string, selection: string) => string>> = {
  'a list that scans': (args, selection) => `page: listItems(${args}) { ${selection} }`,
  'an index query': (args, selection) => `page: itemsOnShelf(shelfId: "s", ${args}) { ${selection} }`,
  'a relationship': (args, selection) => `getShelf(id: "s") { page: items(${args}) { ${selection} } }`,
};

test('a page of large records is not read on: it is DynamoDB that ended it', async () => {
  const large = await LocalApi.fromStack(stackOf(a.schema({ Doc: a.model({ text: a.string(), kind: a.string() }) }).authorization((allow) => allow.publicApiKey())));
  try {
    for (let position = 0; position < 40; position++) {
      await send(large, 'mutation ($input: CreateDocInput!) { createDoc(input: $input) { id } }', { input: { text: 'x'.repeat(60_000), kind: 'a' } });
    }
    large.clearRequests();
    const { data, errors } = await send(large, '{ listDocs(filter: { kind: { ne: "b" } }) { items { text } nextToken } }');
    expect(errors).toBeUndefined();
    expect(data!.listDocs).toMatchObject({ nextToken: expect.any(String) });
    expect(large.requests).toHaveLength(1);
  } finally {
    await large.close();
  }
});

describe.each(Object.entries(ways))('%s', (_, way) => {
  async function page(args: string, selection = 'items { id } nextToken'): Promise<{ page: Page; reads: LocalApi['requests'] }> {
    api.clearRequests();
    const { data, errors } = await send(api, `{ ${way(args, selection)} }`);
    expect(errors).toBeUndefined();
    return { page: (data!.page ?? (data!.getShelf as { page: unknown }).page) as Page, reads: api.requests.filter(({ operation }) => operation !== 'GetItem') };
  }

  test('without a filter is one page of DynamoDB', async () => {
    const { page: { items, nextToken }, reads } = await page('limit: 7');
    expect([items.length, reads.length, reads[0]!.itemsRead]).toEqual([7, 1, 7]);
    expect(nextToken).not.toBeNull();
  });

  test('reads on for what is missing, and no more', async () => {
    const { page: { items }, reads } = await page('limit: 10, filter: { id: { contains: "1" } }');
    expect(reads.length).toBeGreaterThan(1);
    expect(reads.length).toBeLessThanOrEqual(5);
    expect(reads.slice(1).every(({ itemsRead }) => itemsRead < 10)).toBe(true);
    expect(items.length).toBeLessThanOrEqual(10);
  });

  test('stops after four further pages, though it is empty', async () => {
    const { page: { items, nextToken }, reads } = await page('limit: 5, filter: { id: { contains: "none" } }');
    expect(items).toEqual([]);
    expect(nextToken).not.toBeNull();
    expect(reads.map(({ itemsRead }) => itemsRead)).toEqual([5, 5, 5, 5, 5]);
  });

  test('ends where there is no more', async () => {
    const { page: { items, nextToken }, reads } = await page(`limit: ${COUNT}, filter: { id: { contains: "none" } }`);
    expect([items, nextToken]).toEqual([[], null]);
    expect(reads.reduce((sum, { itemsRead }) => sum + itemsRead, 0)).toBe(COUNT);
    expect(reads.length).toBeLessThanOrEqual(2);
  });

  test.each([1, 2, 3, 7, 25])('goes on after the last item given, with %d a page', async (limit) => {
    const found: string[] = [];
    let token: string | null = null;
    do {
      const { page: { items, nextToken } }: { page: Page } = await page(`limit: ${limit}, filter: { id: { contains: "1" } }, nextToken: ${JSON.stringify(token)}`);
      expect(items.length).toBeLessThanOrEqual(limit);
      found.push(...items.map(({ id }) => id));
      token = nextToken;
    } while (token);
    expect(found.sort()).toEqual(Array.from({ length: COUNT }, (__, rank) => `i${rank}`).filter((id) => id.includes('1')).sort());
  });

  test('what the records belong to is read once, after all pages', async () => {
    const { page: { items }, reads } = await page('limit: 10, filter: { id: { contains: "1" } }', 'items { id shelf { id } }');
    expect(items.map((item) => (item as unknown as { shelf: unknown }).shelf)).toEqual(items.map(() => ({ id: 's' })));
    expect(reads.filter(({ operation }) => operation === 'BatchGetItem')).toHaveLength(1);
    expect(reads[reads.length - 1]!.operation).toBe('BatchGetItem');
  });
});
