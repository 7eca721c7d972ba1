import fc from 'fast-check';
import { LocalApi } from 'cdk-appsync-data/local';
import { send } from '../support/graphql';
import { stackOf } from '../support/synthesized';
import { graphs, reads, type Read } from './read-arbitraries';
import { models, schema, type Graph, type Item, type ModelName } from './read-model';
import { ReadOracle, TOKEN, type PlainAnswer } from './read-oracle';
import { literal } from './selection-arbitraries';

let api: LocalApi;
let oracle: ReadOracle;

beforeAll(async () => {
  api = await LocalApi.fromStack(stackOf(schema));
  oracle = new ReadOracle(api.schema);
});

afterAll(() => api.close());

async function mutate(graph: Graph, mutation: (name: string, item: Item) => string): Promise<void> {
  const mutations = Object.entries(graph).flatMap(([name, items]) => items.map((item) => mutation(name, item)));
  if (mutations.length === 0) return;
  const { errors } = await send(api, `mutation { ${mutations.map((text, index) => `m${index}: ${text} { __typename }`).join(' ')} }`);
  expect(errors).toBeUndefined();
}

/** Has the records in the tables as long as something is done with them. */
async function withRecords(graph: Graph, work: () => Promise<void>): Promise<void> {
  await mutate(graph, (name, item) => `create${name}(input: ${literal(item)})`);
  try {
    await work();
  } finally {
    await mutate(graph, (name, item) => `delete${name}(input: ${literal(Object.fromEntries(models[name as ModelName].identifier.map((field) => [field, item[field]])))})`);
  }
}

/** The answer with all its pages as one. No page has more items than were asked for. */
async function readAll({ document, variables, page }: Read): Promise<Record<string, unknown>> {
  let whole: Record<string, unknown> | undefined;
  let nextToken: unknown = null;
  for (let pages = 0; pages < 100; pages++) {
    const { data, errors } = await send(api, document, page ? { ...variables, nextToken } : variables);
    expect(errors).toBeUndefined();
    const list = page?.within.reduce<Record<string, unknown> | null>((value, key) => value && value[key] as Record<string, unknown> | null, data);
    // There are no pages where the record with the relationship is not there.
    if (!page || !list) return data!;
    whole = Object.fromEntries(Object.entries(list).map(([key, value]) => {
      if (!Array.isArray(value)) return [key, value];
      expect(value.length).toBeLessThanOrEqual(page.limit);
      return [key, [...(whole?.[key] as unknown[] | undefined) ?? [], ...value]];
    }));
    nextToken = list[page.token];
    if (nextToken === null) return page.within.reduceRight<Record<string, unknown>>((value, key) => ({ [key]: value }), whole);
  }
  throw new Error('the pages have no end');
}

/** The same whatever order unordered lists come in, and whatever tokens are. */
function comparable(value: unknown, places: Omit<PlainAnswer, 'data'>, path: readonly string[] = []): unknown {
  const place = path.join('.');
  if (Array.isArray(value)) {
    const items = value.map((item) => comparable(item, places, path));
    return places.unordered.has(place) ? items.map((item) => [JSON.stringify(item), item] as const).sort(([one], [other]) => (one < other ? -1 : 1)).map(([, item]) => item) : items;
  }
  if (places.tokens.has(place)) return value === null ? null : TOKEN;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, comparable(member, places, [...path, key])]));
}

async function expectSame(graph: Graph, read: Read): Promise<void> {
  // All pages together are one page that has room for all.
  const { data, ...places } = oracle.answer(graph, read.document, read.page ? { ...read.variables, limit: 1000 } : read.variables);
  expect(comparable(await readAll(read), places)).toEqual(comparable(data, places));
}

test('random documents read random records as the plain way does', async () => {
  await fc.assert(fc.asyncProperty(graphs, fc.array(reads, { minLength: 6, maxLength: 10 }), (graph, some) => withRecords(graph, async () => {
    for (const read of some) await expectSame(graph, read);
  })), { numRuns: 15 });
});

/** Posts of one blog, each by an author and an editor of its own; some of these are nobody, or gone. */
function manyPosts(count: number): Graph {
  const person = (position: number): string => `person${position % count}`;
  const positions = Array.from({ length: count }, (_, position) => position);
  const post = (position: number): Item => ({
    id: `post${position}`, name: null, status: 'open', rank: position, score: position, blogId: 'blog', venueCity: null, venueDay: null, venueHall: null, slotNumber: null,
    authorId: position % 9 === 0 ? null : person(position), editorId: person(position * 7 + 1),
  });
  return {
    Person: positions.filter((position) => position % 10 !== 0).map((position) => ({ id: person(position), name: `name ${position}`, managerId: person(position + 1) })),
    Post: positions.map(post), Blog: [{ id: 'blog', name: null }], Profile: [], Tag: [{ id: 'tag', name: null }], Follow: [], Venue: [], Slot: [], Booking: [],
    // Some lead to nothing, and some to the same as others.
    PostTag: positions.map((position) => ({ id: `link${position}`, tagId: 'tag', postId: position % 8 === 0 ? null : `post${position * 3 - position % 5}`, place: `place ${(position * 11) % count}` })),
  };
}

const people = 'items { id author { id name manager { name } } editor { name } blog { id } venue { name } } nextToken';

const manyReads: readonly Read[] = [
  { document: `query ($limit: Int, $nextToken: String) { root: listPosts(limit: $limit, nextToken: $nextToken) { ${people} } }`, variables: { limit: 1000 }, page: { within: ['root'], token: 'nextToken', limit: 1000 } },
  { document: `query ($limit: Int, $nextToken: String) { root: listPosts(filter: { blogId: { eq: "blog" } }, limit: $limit, nextToken: $nextToken) { ${people} } }`, variables: { limit: 130 }, page: { within: ['root'], token: 'nextToken', limit: 130 } },
  { document: `query ($limit: Int, $nextToken: String) { root: postsByStatus(status: "open", limit: $limit, nextToken: $nextToken) { ${people} } }`, variables: { limit: 1000 }, page: { within: ['root'], token: 'nextToken', limit: 1000 } },
  { document: `{ root: getBlog(id: "blog") { posts(limit: 1000, sortDirection: DESC) { ${people} } } }`, variables: {} },
  { document: `query ($limit: Int, $nextToken: String) { root: getTag(id: "tag") { list: postList(limit: $limit, nextToken: $nextToken) { ${people} } } }`, variables: { limit: 1000 }, page: { within: ['root', 'list'], token: 'nextToken', limit: 100 } },
];

test.each([250, 600])('%d records, each with references of its own, have the records that they refer to', async (count) => {
  const graph = manyPosts(count);
  await withRecords(graph, async () => {
    for (const read of manyReads) await expectSame(graph, read);
  });
});
