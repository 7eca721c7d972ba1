import { LocalApi } from 'cdk-appsync-data/local';
import { send } from '../support/graphql';
import { stackOf, variedSchema } from '../support/synthesized';

let api: LocalApi;

const visits = [
  { place: 'Rome', day: '2025-12-31', number: 1 },
  { place: 'Rome', day: '2026-01-01', number: 1 },
  { place: 'Rome', day: '2026-01-01', number: 2 },
  { place: 'Rome', day: '2026-02-01', number: 1 },
  { place: 'Oslo', day: '2026-01-01', number: 1 },
];

beforeAll(async () => {
  api = await LocalApi.fromStack(stackOf(variedSchema));
  for (const input of visits) await send(api, 'mutation ($input: CreateVisitInput!) { createVisit(input: $input) { place } }', { input });
  for (const at of [9, 10, 100]) await send(api, 'mutation ($input: CreateReadingInput!) { createReading(input: $input) { at } }', { input: { sensor: 1, at, value: at / 2 } });
  for (let position = 0; position < 5; position++) {
    await send(api, 'mutation ($input: CreateCorrectionInput!) { createCorrection(input: $input) { id } }', { input: { id: `c${position}`, value: position, readingSensor: 1, readingAt: 10 } });
  }
});

afterAll(() => api.close());

async function list(args: string): Promise<{ found: string[]; errors?: unknown }> {
  const { data, errors } = await send(api, `{ list: listVisits${args} { items { place day number } } }`);
  const { items } = (data?.list ?? { items: [] }) as { items: typeof visits };
  return { found: items.map(({ place, day, number }) => `${place} ${day} ${number}`), errors };
}

describe('a list by a composite identifier', () => {
  const rome = ['Rome 2025-12-31 1', 'Rome 2026-01-01 1', 'Rome 2026-01-01 2', 'Rome 2026-02-01 1'];

  test.each([
    ['(place: "Rome")', rome],
    ['(place: "Rome", sortDirection: DESC)', [...rome].reverse()],
    ['(place: "Rome", dayNumber: { eq: { day: "2026-01-01", number: 2 } })', [rome[2]]],
    ['(place: "Rome", dayNumber: { beginsWith: { day: "2026-01" } })', rome.slice(1, 3)],
    ['(place: "Rome", dayNumber: { beginsWith: { day: "2026-01-01", number: 1 } })', [rome[1]]],
    ['(place: "Rome", dayNumber: { gt: { day: "2026-01-01", number: 1 } })', rome.slice(2)],
    ['(place: "Rome", dayNumber: { le: { day: "2026-01-01", number: 1 } })', rome.slice(0, 2)],
    ['(place: "Rome", dayNumber: { between: [{ day: "2026-01-01" }, { day: "2026-01-02" }] })', rome.slice(1, 3)],
    ['(place: "Rome", dayNumber: {})', rome],
    ['(place: "Rome", filter: { number: { gt: 1 } })', [rome[2]]],
    ['(place: "Nowhere")', []],
  ])('listVisits%s is a query', async (args, expected) => {
    api.clearRequests();
    expect(await list(args)).toEqual({ found: expected, errors: undefined });
    expect(api.requests).toMatchObject([{ operation: 'Query' }]);
  });

  test('without the first field of the identifier, it is a scan; a filter gives it as well', async () => {
    api.clearRequests();
    expect((await list('(filter: { number: { eq: 2 } })')).found).toEqual([rome[2]]);
    expect((await list('(place: null, dayNumber: null, filter: { place: { eq: "Oslo" } })')).found).toEqual(['Oslo 2026-01-01 1']);
    expect(api.requests).toMatchObject([{ operation: 'Scan' }, { operation: 'Query' }]);
  });

  test.each([
    ['(dayNumber: { eq: { day: "2026-01-01" } })', "'dayNumber' needs 'place' beside it"],
    ['(sortDirection: DESC)', "'sortDirection' needs 'place' beside it"],
    ['(place: "Rome", dayNumber: { ge: { day: "2026-01-01" }, le: { day: "2026-01-01" } })', "'dayNumber' takes one operator, not 2"],
    ['(place: "Rome", dayNumber: { eq: { number: 1 } })', "'day' is missing: a condition names day, number from the first one on"],
    ['(place: "Rome", dayNumber: { eq: {} })', "'day' is missing: a condition names day, number from the first one on"],
    ['(place: "Rome", dayNumber: { between: [{ day: "2026-01-01" }] })', "'between' needs two values"],
    ['(place: "Rome", dayNumber: { eq: null })', "'eq' in 'dayNumber' needs a value"],
    ['(limit: 0)', "'limit' is 0, but a page holds at least one record"],
  ])('listVisits%s is refused', async (args, message) => {
    expect(await list(args)).toEqual({ found: [], errors: [expect.objectContaining({ errorType: 'InvalidArgumentsError', message })] });
  });

  test('a numeric sort key is compared as a number', async () => {
    const at = async (condition: string) => (await send(api, `{ listReadings(sensor: 1, at: ${condition}) { items { at } } }`)).data;
    expect(await at('{ gt: 9 }')).toEqual({ listReadings: { items: [{ at: 10 }, { at: 100 }] } });
    expect(await at('{ between: [9, 10] }')).toEqual({ listReadings: { items: [{ at: 9 }, { at: 10 }] } });
  });
});

describe('related records', () => {
  const reading = async (field: string) => ((await send(api, `{ getReading(sensor: 1, at: 10) { ${field} } }`)).data!.getReading as Record<string, unknown>);

  test('are found by a key of numbers, both ways', async () => {
    expect(await reading('corrections(limit: 1) { items { reading { sensor at value } } }')).toEqual({ corrections: { items: [{ reading: { sensor: 1, at: 10, value: 5 } }] } });
  });

  test('come in pages, each once', async () => {
    const ids: string[] = [];
    let nextToken: string | null = null;
    do {
      const page: { items: { id: string }[]; nextToken: string | null } = (await reading(`page: corrections(limit: 2, nextToken: ${JSON.stringify(nextToken)}) { items { id } nextToken }`)).page as never;
      expect(page.items.length).toBeLessThanOrEqual(2);
      ids.push(...page.items.map(({ id }) => id));
      nextToken = page.nextToken;
    } while (nextToken);
    expect(ids.sort()).toEqual(['c0', 'c1', 'c2', 'c3', 'c4']);
  });

  test('are filtered', async () => {
    expect(await reading('corrections(filter: { or: [{ value: { lt: 1 } }, { value: { gt: 3 } }] }) { items { value } }')).toEqual({ corrections: { items: expect.arrayContaining([{ value: 0 }, { value: 4 }]) } });
  });

  test('a filter on the reference is a condition of the key if it is the same, and an empty page if not', async () => {
    api.clearRequests();
    expect((await reading('corrections(filter: { readingAt: { eq: 10 }, and: [{ readingSensor: { eq: 1 } }, { value: { eq: 2 } }] }) { items { id } }')).corrections).toEqual({ items: [{ id: 'c2' }] });
    expect((await reading('corrections(filter: { readingAt: { eq: 9 } }) { items { id } nextToken }')).corrections).toEqual({ items: [], nextToken: null });
    expect(api.requests.map(({ operation }) => operation)).toEqual(['GetItem', 'Query', 'GetItem']);
  });
});

describe('filters', () => {
  const found = async (filter: string) => {
    const { data, errors } = await send(api, `{ list: listCorrections(filter: ${filter}) { items { value } } }`);
    return errors ? errors.map(({ errorType, message }) => `${errorType}: ${message}`) : (data!.list as { items: { value: number }[] }).items.map(({ value }) => value).sort();
  };

  test.each([
    ['{}', [0, 1, 2, 3, 4]],
    ['null', [0, 1, 2, 3, 4]],
    ['{ and: [], or: null, not: {} }', [0, 1, 2, 3, 4]],
    ['{ or: [{}, { value: { eq: 1 } }] }', [1]],
    ['{ and: [{ value: { ge: 1 } }, { or: [{ value: { le: 2 } }, { not: { value: { lt: 4 } } }] }] }', [1, 2, 4]],
    ['{ not: { or: [{ value: { eq: 1 } }, { and: [{ value: { gt: 1, lt: 4 } }] }] } }', [0, 4]],
    ['{ not: { not: { value: { eq: 3 } } } }', [3]],
    ['{ value: { between: [1, 2] }, readingAt: { eq: 10 } }', [1, 2]],
    ['{ id: { beginsWith: "c", contains: "3" } }', [3]],
    ['{ id: { notContains: "3" }, value: { ne: 0 } }', [1, 2, 4]],
    ['{ not: { id: { notContains: "3" } } }', [3]],
    ['{ id: { size: { eq: 2, gt: 1 } }, value: { attributeType: number, attributeExists: true } }', [0, 1, 2, 3, 4]],
    ['{ value: { attributeExists: false } }', []],
    ['{ value: { eq: null } }', []],
    ['{ value: { ne: null } }', [0, 1, 2, 3, 4]],
  ])('%s', async (filter, expected) => {
    expect(await found(filter)).toEqual(expected);
  });

  test.each([
    ['{ value: {} }', "Unrecognized Filter: 'value' has no operator"],
    ['{ value: null }', "Unrecognized Filter: 'value' has no operator"],
    ['{ value: { gt: null } }', "Unrecognized Filter: 'gt' needs a value"],
    ['{ value: { attributeExists: null } }', "Unrecognized Filter: 'attributeExists' needs a value"],
    ['{ id: { size: null } }', "Unrecognized Filter: 'size' needs a value"],
    ['{ value: { between: [1] } }', "Unrecognized Filter: 'between' needs two values"],
    ['{ value: { between: [1, null] } }', "Unrecognized Filter: 'between' needs two values"],
    ['{ value: { between: [null, null] } }', "Unrecognized Filter: 'between' needs two values"],
    [`${'{ not: '.repeat(10)}{ value: { eq: 1 } }${' }'.repeat(10)}`, "Unrecognized Filter: 'not' joins at most 1000 filters, 10 levels deep"],
    [`{ and: [${'{ value: { eq: 1 } } '.repeat(600)}], or: [${'{ value: { eq: 1 } } '.repeat(600)}] }`, "Unrecognized Filter: 'or' joins at most 1000 filters, 10 levels deep"],
    [`{ or: [${'{ value: { eq: 1 } } '.repeat(1001)}] }`, "Unrecognized Filter: 'or' joins at most 1000 filters, 10 levels deep"],
  ])('%s is refused, not lost', async (filter, message) => {
    expect(await found(filter)).toEqual([message]);
  });
});
