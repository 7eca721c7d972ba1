import fc from 'fast-check';
import { LocalApi } from 'cdk-appsync-data/local';
import { a } from 'cdk-appsync-data';
import { send } from '../support/graphql';
import { stackOf } from '../support/synthesized';

const schema = a.schema({
  Parent: a.model({ children: a.hasMany('Child', 'parentId'), wards: a.hasMany('Child', 'wardenId') }),
  Child: a.model({
    parentId: a.id(), parent: a.belongsTo('Parent', 'parentId'),
    wardenId: a.id(), warden: a.belongsTo('Parent', 'wardenId'),
    rank: a.integer().required(), word: a.string(), share: a.float(), group: a.string(), flag: a.boolean(), weight: a.float(),
  }).secondaryIndexes((index) => [
    index('parentId').sortKeys(['rank']).queryField('childrenOf'),
    index('group').sortKeys(['word']).queryField('byWord'),
    index('group').sortKeys(['share']).queryField('byShare'),
    index('group').sortKeys(['word', 'rank']).queryField('byWordAndRank'),
  ]),
  Entry: a.model({ book: a.string().required(), rank: a.integer().required(), flag: a.boolean(), weight: a.float() }).identifier(['book', 'rank']),
}).authorization((allow) => allow.publicApiKey());

interface Item {
  readonly id: string;
  readonly parentId: string | null;
  readonly wardenId: string | null;
  readonly group: string | null;
  readonly rank: number;
  readonly word: string | null;
  readonly share: number | null;
  readonly flag: boolean | null;
  readonly weight: number | null;
}

type Compare = (one: Item, other: Item) => number;

/** A way to read a page of records. */
interface Way {
  readonly model: 'Child' | 'Entry';
  /** Where the list is, with the arguments given. */
  readonly document: (field: (name: string, given?: string) => string) => string;
  readonly has: (item: Item) => boolean;
  /** The order of the records, where there is one: it can be turned. */
  readonly order?: Compare;
}

const bytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));
const byRank: Compare = (one, other) => one.rank - other.rank;
const inGroup = ({ group }: Item): boolean => group === 'g';

const ways: Readonly<Record<string, Way>> = {
  'a list': { model: 'Child', document: (field) => field('listChildren'), has: () => true },
  'a query of a numeric index': { model: 'Child', document: (field) => field('byShare', 'group: "g"'), has: (item) => inGroup(item) && item.share !== null, order: (one, other) => one.share! - other.share! },
  'a query of a text index': { model: 'Child', document: (field) => field('byWord', 'group: "g"'), has: (item) => inGroup(item) && item.word !== null, order: (one, other) => bytes(one.word!, other.word!) },
  'a query of a joined index': {
    model: 'Child', document: (field) => field('byWordAndRank', 'group: "g"'), has: (item) => inGroup(item) && item.word !== null,
    order: (one, other) => bytes(`${one.word}#${one.rank}`, `${other.word}#${other.rank}`),
  },
  'a query of an index that a relationship uses': { model: 'Child', document: (field) => field('childrenOf', 'parentId: "p"'), has: ({ parentId }) => parentId === 'p', order: byRank },
  'a query of part of an index': { model: 'Child', document: (field) => field('childrenOf', 'parentId: "p", rank: { between: [0, 20] }'), has: ({ parentId, rank }) => parentId === 'p' && rank >= 0 && rank <= 20, order: byRank },
  'a sorted relationship': { model: 'Child', document: (field) => `getParent(id: "p") { ${field('children')} }`, has: ({ parentId }) => parentId === 'p', order: byRank },
  'an unsorted relationship': { model: 'Child', document: (field) => `getParent(id: "p") { ${field('wards')} }`, has: ({ wardenId }) => wardenId === 'p' },
  'a list by identifier': { model: 'Entry', document: (field) => field('listEntries', 'book: "b"'), has: () => true, order: byRank },
  'a list of a composite identifier': { model: 'Entry', document: (field) => field('listEntries'), has: () => true },
};

const filters: readonly { readonly filter: object | null; readonly passes: (item: Item) => boolean }[] = [
  { filter: null, passes: () => true },
  { filter: { flag: { eq: true } }, passes: ({ flag }) => flag === true },
  { filter: { not: { flag: { eq: true } } }, passes: ({ flag }) => flag !== true },
  { filter: { or: [{ weight: { gt: 0 } }, { flag: { attributeExists: false } }] }, passes: ({ weight, flag }) => weight !== null && weight > 0 || flag === null },
  { filter: { flag: { attributeType: 'string' } }, passes: () => false },
];

/** The selections of the models, by which items are compared. */
const fields = { Child: 'id parentId wardenId group rank word share flag weight', Entry: 'rank flag weight' };

const someItems: fc.Arbitrary<Item[]> = fc.array(fc.record({
  parentId: fc.constantFrom('p', 'p', 'q', null), wardenId: fc.constantFrom('p', 'p', 'q', null), group: fc.constantFrom('g', 'g', 'h', null),
  rank: fc.integer({ min: -3, max: 30 }), word: fc.constantFrom('a', 'ab', 'b', 'ü', '\uFF5E', '\u{1F600}', null), share: fc.constantFrom(-1.5, -1, 0, 0.5, 1e10, null), flag: fc.constantFrom(true, false, null), weight: fc.constantFrom(-1, 0, 0.5, null),
}), { maxLength: 25 }).map((items) => items.map((item, index) => ({ id: `c${index}`, ...item })));

let api: LocalApi;

beforeAll(async () => {
  api = await LocalApi.fromStack(stackOf(schema));
  await mutate(['createParent(input: { id: "p" })']);
});

afterAll(() => api.close());

async function mutate(mutations: readonly string[]): Promise<void> {
  if (mutations.length === 0) return;
  const { errors } = await send(api, `mutation { ${mutations.map((mutation, index) => `m${index}: ${mutation} { __typename }`).join(' ')} }`);
  expect(errors).toBeUndefined();
}

function literal(values: object): string {
  return `{ ${Object.entries(values).map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(', ')} }`;
}

/** Follows the tokens to the end, and gives the pages. */
async function readAll({ model, document }: Way, filter: object | null, limit: number, direction: 'ASC' | 'DESC' | undefined): Promise<Item[][]> {
  const turned = direction ? `, sortDirection: ${direction}` : '';
  const field = (name: string, given?: string): string =>
    `list: ${name}(${given ? `${given}, ` : ''}filter: $filter, limit: $limit, nextToken: $nextToken${turned}) { items { ${fields[model]} } nextToken }`;
  const query = `query ($filter: Model${model}FilterInput, $limit: Int, $nextToken: String) { ${document(field)} }`;
  const pages: Item[][] = [];
  let nextToken: string | null = null;
  do {
    const { data, errors } = await send(api, query, { filter, limit, nextToken });
    expect(errors).toBeUndefined();
    const page = (data!.list ?? (data!.getParent as { list: unknown }).list) as { items: Item[]; nextToken: string | null };
    pages.push(page.items);
    ({ nextToken } = page);
  } while (nextToken && pages.length < 100);
  return pages;
}

const texts = (items: readonly Item[], model: Way['model']): string[] =>
  items.map((item) => JSON.stringify(fields[model].split(' ').map((name) => item[name as keyof Item]))).sort();

test('the pages of random lists have each item once, and in order', async () => {
  const request = fc.record({ way: fc.constantFrom(...Object.keys(ways)), filter: fc.constantFrom(...filters), limit: fc.integer({ min: 1, max: 30 }), direction: fc.constantFrom('ASC' as const, 'DESC' as const) });
  await fc.assert(fc.asyncProperty(someItems, fc.array(request, { minLength: 6, maxLength: 12 }), async (items, requests) => {
    const entries = [...new Map(items.map((item) => [item.rank, item])).values()];
    await mutate([
      ...items.map((item) => `createChild(input: ${literal(item)})`),
      ...entries.map(({ rank, flag, weight }) => `createEntry(input: ${literal({ book: 'b', rank, flag, weight })})`),
    ]);
    try {
      for (const { way: name, filter: { filter, passes }, limit, direction } of requests) {
        const way = ways[name]!;
        const isSorted = way.order !== undefined;
        const pages = await readAll(way, filter, limit, isSorted ? direction : undefined);
        const found = pages.flat();
        expect({ name, items: texts(found, way.model) }).toEqual({ name, items: texts((way.model === 'Child' ? items : entries).filter((item) => way.has(item) && passes(item)), way.model) });
        expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(limit);
        if (way.order) {
          const ascending = direction === 'ASC' ? found : [...found].reverse();
          expect(ascending).toEqual([...ascending].sort(way.order));
        }
      }
    } finally {
      await mutate([...items.map(({ id }) => `deleteChild(input: { id: "${id}" })`), ...entries.map(({ rank }) => `deleteEntry(input: { book: "b", rank: ${rank} })`)]);
    }
  }), { numRuns: 40 });
});
