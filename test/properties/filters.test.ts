import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalApi } from 'cdk-appsync-data/local';
import { a } from 'cdk-appsync-data';
import { EmbeddedEngine } from '../../lib/local/dynamodb';
import { send } from '../support/graphql';
import { stackOf } from '../support/synthesized';
import { filters, storedItems } from './filter-arbitraries';
import { passes, refusalOf, type Filter, type StoredItem } from './filter-oracle';

const schema = a.schema({
  Mood: a.enum(['GOOD', 'BAD', 'SO_SO']),
  Thing: a.model({
    key: a.id(), code: a.string(), text: a.string(), count: a.integer(), share: a.float(), flag: a.boolean(),
    day: a.date(), time: a.time(), at: a.datetime(), stamp: a.timestamp(), email: a.email(), details: a.json(), phone: a.phone(), site: a.url(), address: a.ipAddress(),
    mood: a.ref('Mood'),
    codes: a.string().array(), counts: a.integer().array(), flags: a.boolean().array(), moods: a.ref('Mood').array(),
  }),
}).authorization((allow) => allow.publicApiKey());

const list = 'query ($filter: ModelThingFilterInput) { list: listThings(filter: $filter, limit: 1000) { items { id } nextToken } }';
const items = new Map<string, StoredItem>();
const dataDirectory = mkdtempSync(join(tmpdir(), 'filters-'));
let api: LocalApi;

beforeAll(async () => {
  const stack = stackOf(schema);
  const first = await LocalApi.fromStack(stack, { dataDirectory });
  await send(first, list);
  const { table } = first.requests[0]!;
  await first.close();

  // Past the API, which stores no NULL itself.
  const engine = new EmbeddedEngine({ directory: dataDirectory });
  for (const [index, item] of fc.sample(storedItems, { numRuns: 250, seed: 1 }).entries()) {
    const id = `thing${index}`;
    items.set(id, item);
    await engine.request('PutItem', { TableName: table, Item: { ...item, id: { S: id } } });
  }
  await engine.close();
  api = await LocalApi.fromStack(stack, { dataDirectory });
});

afterAll(async () => {
  await api.close();
  rmSync(dataDirectory, { recursive: true });
});

async function expectSame(filter: Filter | null): Promise<void> {
  const { data, errors } = await send(api, list, { filter });
  const refusal = refusalOf(filter);
  expect(errors?.map(({ errorType }) => errorType)).toEqual(refusal && [refusal]);
  if (refusal) return;
  const { items: found, nextToken } = data!.list as { items: { id: string }[]; nextToken: null };
  const text = JSON.stringify(filter);
  const shown = (ids: Iterable<string>): unknown[] => [...ids].sort().map((id) => [id, ...Object.entries(items.get(id)!).filter(([name]) => text.includes(`"${name}"`)).map((field) => JSON.stringify(field))]);
  expect({ items: shown(found.map(({ id }) => id)), nextToken }).toEqual({ items: shown([...items.keys()].filter((id) => passes(filter, items.get(id)!))), nextToken: null });
}

test('random filters find what DynamoDB would', async () => {
  await fc.assert(fc.asyncProperty(filters, expectSame), { numRuns: 300 });
});
