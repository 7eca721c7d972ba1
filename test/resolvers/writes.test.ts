import { LocalApi } from 'cdk-appsync-data/local';
import { a } from 'cdk-appsync-data';
import { send } from '../support/graphql';
import { stackOf, variedSchema } from '../support/synthesized';

let api: LocalApi;

beforeAll(async () => {
  api = await LocalApi.fromStack(stackOf(variedSchema));
});

afterAll(() => api.close());

const conditionFailed = [expect.objectContaining({ errorType: 'DynamoDB:ConditionalCheckFailedException', path: ['done'] })];

async function mutate(operation: string, input: Record<string, unknown>, selection = '__typename', condition?: Record<string, unknown>) {
  const type = operation.charAt(0).toUpperCase() + operation.slice(1);
  const model = type.replace(/^(Create|Update|Delete)/, '');
  const { data, errors } = await send(api, `mutation ($input: ${type}Input!, $condition: Model${model}ConditionInput) { done: ${operation}(input: $input, condition: $condition) { ${selection} } }`, { input, condition });
  return { done: data?.done as Record<string, unknown> | null, errors };
}

describe('create', () => {
  test('makes up an id and the timestamps', async () => {
    const { done } = await mutate('createNote', { text: 'one' }, 'id createdAt updatedAt __typename');
    expect(done).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      updatedAt: done!.createdAt,
      __typename: 'Note',
    });
  });

  test('writes defaults where nothing, or null, is given', async () => {
    const selection = 'weight tags details open';
    const defaults = { weight: 1.5, tags: ['a', 'b'], details: JSON.stringify({ 'a key': [1, null, 'x'] }), open: true };
    const key = { place: 'Rome', day: '2026-01-01' };
    expect((await mutate('createVisit', { ...key, number: 1 }, selection)).done).toEqual(defaults);
    expect((await mutate('createVisit', { ...key, number: 2, weight: null, tags: null, open: null }, selection)).done).toEqual(defaults);
    expect((await mutate('createVisit', { ...key, number: 3, weight: 0, tags: [], open: false, details: '"text"' }, selection)).done)
      .toEqual({ weight: 0, tags: [], open: false, details: '"text"' });
  });

  test('refuses what is there already', async () => {
    await mutate('createNote', { id: 'taken', text: 'first' });
    expect(await mutate('createNote', { id: 'taken', text: 'second' })).toEqual({ done: null, errors: conditionFailed });
    expect((await send(api, '{ getNote(id: "taken") { text } }')).data).toEqual({ getNote: { text: 'first' } });
  });

  test('leaves a null reference out, which no index key could hold', async () => {
    const { done, errors } = await mutate('createNote', { id: 'alone', text: 'x', previousId: null, visitPlace: null, visitDay: null, visitNumber: null }, 'id previousId visit { place } previous { id }');
    expect(errors).toBeUndefined();
    expect(done).toEqual({ id: 'alone', previousId: null, visit: null, previous: null });
  });

  test('needs the client\'s condition to hold as well', async () => {
    expect(await mutate('createNote', { id: 'never', text: 'x' }, 'id', { text: { attributeExists: true } })).toEqual({ done: null, errors: conditionFailed });
    expect((await mutate('createNote', { id: 'new', text: 'x' }, 'id', { text: { attributeExists: false } })).done).toEqual({ id: 'new' });
  });
});

describe('update', () => {
  test('of one of several joined fields needs the others, unless it is gone', async () => {
    const reference = { visitPlace: 'Rome', visitDay: '2026-01-01', visitNumber: 1 };
    await mutate('createNote', { id: 'joined', text: 'x', ...reference });
    expect((await mutate('updateNote', { id: 'joined', visitDay: '2026-01-02' })).errors).toMatchObject([{ message: "'visitNumber' is missing: visitDay, visitNumber change together" }]);
    expect((await mutate('updateNote', { id: 'joined', visitDay: null }, 'visitPlace visitDay visitNumber')).done).toEqual({ ...reference, visitDay: null });
    const notes = async () => (await send(api, '{ getVisit(place: "Rome", day: "2026-01-01", number: 1) { notes { items { id } } } }')).data;
    await mutate('createVisit', { place: 'Rome', day: '2026-01-01', number: 1 });
    expect(await notes()).toEqual({ getVisit: { notes: { items: [] } } });
    await mutate('updateNote', { id: 'joined', visitDay: '2026-01-01', visitNumber: 1 });
    expect(await notes()).toEqual({ getVisit: { notes: { items: [{ id: 'joined' }] } } });
  });

  test('changes what is given, removes what is null, and leaves the rest', async () => {
    const { done: created } = await mutate('createNote', { id: 'changing', text: 'before', previousId: 'some', visitPlace: 'Rome' }, 'createdAt');
    await new Promise((resolve) => setTimeout(resolve, 2));
    const { done } = await mutate('updateNote', { id: 'changing', text: 'after', previousId: null }, 'text previousId visitPlace createdAt updatedAt');
    expect(done).toEqual({ text: 'after', previousId: null, visitPlace: 'Rome', createdAt: created!.createdAt, updatedAt: expect.any(String) });
    expect(Date.parse(done!.updatedAt as string)).toBeGreaterThan(Date.parse(created!.createdAt as string));
  });

  test('is one request', async () => {
    api.clearRequests();
    await mutate('updateNote', { id: 'changing', text: 'again' });
    expect(api.requests).toMatchObject([{ operation: 'UpdateItem' }]);
  });

  test('refuses null for a required field, before anything is written', async () => {
    api.clearRequests();
    const { done, errors } = await mutate('updateNote', { id: 'changing', text: null });
    expect({ done, errors }).toMatchObject({ done: null, errors: [{ errorType: 'InvalidArgumentsError', message: "'text' is required and can't be null" }] });
    expect(api.requests).toEqual([]);
  });

  test('refuses a record that is missing', async () => {
    expect(await mutate('updateNote', { id: 'missing', text: 'x' })).toEqual({ done: null, errors: conditionFailed });
    expect((await send(api, '{ getNote(id: "missing") { id } }')).data).toEqual({ getNote: null });
  });

  test('needs the client\'s condition to hold as well', async () => {
    await mutate('createNote', { id: 'guarded', text: 'before' });
    expect(await mutate('updateNote', { id: 'guarded', text: 'after' }, 'text', { text: { eq: 'other' } })).toEqual({ done: null, errors: conditionFailed });
    expect((await mutate('updateNote', { id: 'guarded', text: 'after' }, 'text', { or: [{ text: { eq: 'other' } }, { not: { text: { contains: 'x' } } }] })).done).toEqual({ text: 'after' });
  });

  test('keeps a joined key with its parts, or says which part is missing', async () => {
    const visit = { place: 'Oslo', day: '2026-02-02', number: 7 };
    await mutate('createVisit', visit);
    await mutate('createNote', { id: 'moving', text: 'x' });
    const reference = { visitPlace: 'Oslo', visitDay: '2026-02-02', visitNumber: 7 };
    expect((await mutate('updateNote', { id: 'moving', ...reference }, 'visit { place day number notes { items { id } } }')).done)
      .toEqual({ visit: { ...visit, notes: { items: [{ id: 'moving' }] } } });
    expect(await mutate('updateNote', { id: 'moving', visitDay: '2026-02-03' }))
      .toMatchObject({ done: null, errors: [{ errorType: 'InvalidArgumentsError', message: "'visitNumber' is missing: visitDay, visitNumber change together" }] });
    await mutate('updateNote', { id: 'moving', visitDay: null, visitNumber: null });
    expect((await send(api, '{ getVisit(place: "Oslo", day: "2026-02-02", number: 7) { notes { items { id } } } }')).data).toEqual({ getVisit: { notes: { items: [] } } });
  });
});

describe('delete', () => {
  test('returns the old record', async () => {
    await mutate('createNote', { id: 'old', text: 'last words' });
    expect((await mutate('deleteNote', { id: 'old' }, 'id text')).done).toEqual({ id: 'old', text: 'last words' });
    expect((await send(api, '{ getNote(id: "old") { id } }')).data).toEqual({ getNote: null });
  });

  test('refuses a record that is missing', async () => {
    expect(await mutate('deleteNote', { id: 'missing' })).toEqual({ done: null, errors: conditionFailed });
  });

  test('needs the client\'s condition to hold as well', async () => {
    await mutate('createNote', { id: 'kept', text: 'x' });
    expect(await mutate('deleteNote', { id: 'kept' }, 'id', { text: { ne: 'x' } })).toEqual({ done: null, errors: conditionFailed });
    expect((await mutate('deleteNote', { id: 'kept' }, 'id', { text: { eq: 'x' } })).done).toEqual({ id: 'kept' });
  });
});

describe('declared timestamps and ids', () => {
  let declared: LocalApi;

  beforeAll(async () => {
    declared = await LocalApi.fromStack(stackOf(a.schema({
      Event: a.model({ id: a.string().required(), createdAt: a.datetime(), updatedAt: a.datetime() }),
    }).authorization((allow) => allow.publicApiKey())));
  });

  afterAll(() => declared.close());

  test('a client\'s own values win at creation, and an update sets the time of the change all the same', async () => {
    const long = '2001-01-01T00:00:00.000Z';
    expect((await send(declared, `mutation { createEvent(input: { id: "e", createdAt: "${long}", updatedAt: "${long}" }) { id createdAt updatedAt } }`)).data)
      .toEqual({ createEvent: { id: 'e', createdAt: long, updatedAt: long } });
    const { data } = await send(declared, `mutation { updateEvent(input: { id: "e", updatedAt: "${long}" }) { createdAt updatedAt } }`);
    expect(data).toEqual({ updateEvent: { createdAt: long, updatedAt: expect.not.stringContaining('2001') } });
    expect((await send(declared, 'mutation { createEvent(input: {}) { id createdAt } }')).data)
      .toEqual({ createEvent: { id: expect.stringMatching(/^[0-9a-f-]{36}$/), createdAt: expect.not.stringContaining('2001') } });
  });
});
