import fc from 'fast-check';
import { LocalApi } from 'cdk-appsync-data/local';
import { send } from '../support/graphql';
import { stackOf } from '../support/synthesized';
import { passes, refusalOf, stored, type Filter } from './filter-oracle';
import { models, schema, type Key, type Model } from './list-key-model';
import { filtersOn, keyFilters } from './read-filter-arbitraries';
import { literal } from './selection-arbitraries';

type Item = Readonly<Record<string, unknown>>;

let api: LocalApi;

beforeAll(async () => {
  api = await LocalApi.fromStack(stackOf(schema));
});

afterAll(() => api.close());

/** What a filter says of a field: the condition, and whether a record has to meet it whatever else it meets. */
interface Said {
  readonly condition: Readonly<Record<string, unknown>>;
  readonly isJoint: boolean;
}

function saidOf(field: string, filter: Filter | null, isJoint = true): Said[] {
  return Object.entries(filter ?? {}).flatMap(([name, content]): Said[] => {
    if (name === 'and' || name === 'or') return ((content ?? []) as Filter[]).flatMap((group) => saidOf(field, group, isJoint && name === 'and'));
    if (name === 'not') return saidOf(field, content as Filter, false);
    return name === field ? [{ condition: content as Said['condition'], isJoint }] : [];
  });
}

/** The operators that a key condition takes, by DynamoDB's documentation. */
const keyOperators = ['eq', 'lt', 'le', 'gt', 'ge', 'between', 'beginsWith'];

/** Whether all records that meet the filter have a value for the field that a Query can ask for. */
function isUsable({ condition, isJoint }: Said): boolean {
  const [[operator, operand], ...others] = Object.entries(condition) as [[string, unknown], ...unknown[]];
  return isJoint && others.length === 0 && keyOperators.includes(operator) && [operand].flat().every((value) => value !== null && value !== '');
}

/** Whether a key finds all that a filter does, and takes all that the filter says of the key's attributes, which no other filter may. */
function leadsTo({ partition, sort }: Key, { required }: Model, filter: Filter | null): boolean {
  const ofPartition = saidOf(partition, filter);
  if (ofPartition.length !== 1 || !isUsable(ofPartition[0]!) || !('eq' in ofPartition[0]!.condition)) return false;
  const ofSort = sort.map((field) => saidOf(field, filter));
  if (!sort.every((field, position) => required.includes(field) || ofSort[position]!.some(isUsable))) return false;
  // A joined attribute is not one that a filter could name.
  return sort.length !== 1 || ofSort[0]!.length === 0 || (ofSort[0]!.length === 1 && isUsable(ofSort[0]![0]!));
}

/** How many records a key has under the value that a filter asks for: those without a value for one of its fields are not there. */
function partitionSize({ partition, sort }: Key, items: readonly Item[], filter: Filter | null): number {
  const [{ condition }] = saidOf(partition, filter) as [Said];
  return items.filter((item) => item[partition] === condition.eq && sort.every((field) => item[field] !== null)).length;
}

const withValues = (item: Item): Item => Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null));

async function expectSame(name: string, items: readonly Item[], filter: Filter | null): Promise<void> {
  const model = models[name]!;
  const { list, identifier, keys } = model;
  api.clearRequests();
  const { data, errors } = await send(api, `query ($filter: Model${name}FilterInput) { page: ${list}(filter: $filter, limit: 1000) { items { ${identifier.join(' ')} } nextToken } }`, { filter });
  const refusal = refusalOf(filter);
  expect(errors?.map(({ errorType }) => errorType)).toEqual(refusal && [refusal]);
  if (refusal) return;
  const shown = (some: readonly Item[]): string[] => some.map((item) => JSON.stringify(identifier.map((field) => item[field]))).sort();
  const { items: found, nextToken } = data!.page as { items: Item[]; nextToken: null };
  const expected = items.filter((item) => passes(filter, Object.fromEntries(Object.entries(withValues(item)).map(([field, value]) => [field, stored(value)]))));
  expect({ items: shown(found), nextToken }).toEqual({ items: shown(expected), nextToken: null });

  const [{ operation, index, itemsRead }, ...others] = api.requests as [LocalApi['requests'][number]];
  expect(others).toEqual([]);
  const leading = keys.filter((key) => leadsTo(key, model, filter));
  expect(operation).toBe(leading.length > 0 ? 'Query' : 'Scan');
  if (leading.length === 0) return;
  expect(leading.map((key) => key.index)).toContain(index);
  expect(itemsRead).toBeLessThanOrEqual(partitionSize(leading.find((key) => key.index === index)!, items, filter));
}

function itemsOf({ values, required, identifier }: Model): fc.Arbitrary<Item[]> {
  const fields = Object.entries(values).map(([field, some]) => [field, required.includes(field) ? fc.constantFrom(...some) : fc.option(fc.constantFrom(...some), { freq: 4 })] as const);
  return fc.uniqueArray(fc.record(Object.fromEntries(fields)), { maxLength: 10, selector: (item) => JSON.stringify(identifier.map((field) => item[field])) });
}

function filtersOf({ values, keys, unusable = [] }: Model): fc.Arbitrary<Filter | null> {
  const fields = [...keys.map(({ partition, sort }) => [partition, ...sort]), ...unusable];
  return fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 16, arbitrary: keyFilters(values, fields) }, { weight: 8, arbitrary: filtersOn(values) });
}

async function mutate(mutations: readonly string[]): Promise<void> {
  if (mutations.length === 0) return;
  const { errors } = await send(api, `mutation { ${mutations.map((mutation, position) => `m${position}: ${mutation} { __typename }`).join(' ')} }`);
  expect(errors).toBeUndefined();
}

test.each(Object.entries(models))('random filters of %s find what they say, and query a key where they lead to one', async (name, model) => {
  await fc.assert(fc.asyncProperty(itemsOf(model), fc.array(filtersOf(model), { minLength: 8, maxLength: 16 }), async (items, filters) => {
    await mutate(items.map((item) => `create${name}(input: ${literal(item)})`));
    try {
      for (const filter of filters) await expectSame(name, items, filter);
    } finally {
      await mutate(items.map((item) => `delete${name}(input: ${literal(Object.fromEntries(model.identifier.map((field) => [field, item[field]])))})`));
    }
  }), { numRuns: 25 });
});
