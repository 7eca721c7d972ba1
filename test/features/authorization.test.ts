import { App, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { a, AppSyncData } from 'cdk-appsync-data';
import { LocalApi, type SignedInUser } from 'cdk-appsync-data/local';
import { sendAs, type GraphqlResponse } from '../support/graphql';

/** Notes of their owners, of which others write ninety-nine in a hundred; boards of groups, that lead to them; and what everyone may do with everything. */
const schema = a.schema({
  Note: a.model({
    text: a.string(),
    owner: a.string(),
    writtenAt: a.datetime().required(),
    boardId: a.id(),
    board: a.belongsTo('Board', 'boardId'),
    secret: a.string().authorization((allow) => [allow.owner()]),
  }).secondaryIndexes((index) => [index('owner').sortKeys(['writtenAt']), index('text').sortKeys(['owner'])])
    .authorization((allow) => [allow.owner(), allow.group('Admins')]),
  Board: a.model({ team: a.string(), notes: a.hasMany('Note', 'boardId'), })
    .authorization((allow) => [allow.groupDefinedIn('team'), allow.group('Admins')]),
  Open: a.model({ text: a.string() }).authorization((allow) => allow.authenticated()),
  Ranked: a.model({ kind: a.string(), rank: a.integer().required().authorization((allow) => allow.group('Admins')) })
    .secondaryIndexes((index) => [index('kind').sortKeys(['rank'])]).authorization((allow) => allow.authenticated()),
  Closed: a.model({ text: a.string() }).authorization((allow) => allow.groups(['Admins', 'Others'])),
});

let api: LocalApi;
let one: SignedInUser;
let other: SignedInUser;
let admin: SignedInUser;

beforeAll(async () => {
  const stack = new Stack(new App(), 'Test');
  new AppSyncData(stack, 'Data', { schema, authorizationModes: { userPool: new UserPool(stack, 'Users') } });
  api = await LocalApi.fromStack(stack);
  [one, other, admin] = await Promise.all([api.signIn({ username: 'one', groups: ['Blue'] }), api.signIn({ username: 'other' }), api.signIn({ username: 'admin', groups: ['Admins'] })]);
  await ask(admin, 'mutation { blue: createBoard(input: { id: "blue", team: "Blue" }) { id } red: createBoard(input: { id: "red", team: "Red" }) { id } createOpen(input: { id: "open" }) { id } createClosed(input: { id: "closed" }) { id } }');
  for (const [user, start, end] of [[one, 0, 10], [other, 10, 1000]] as const) {
    const inputs = Array.from({ length: end - start }, (_, position) => ({ id: `note${start + position}`, text: 'same', writtenAt: new Date(Date.UTC(2026, 0, 1, 0, start + position)).toISOString(), boardId: position % 2 ? 'blue' : 'red', secret: user.username }));
    for (let first = 0; first < inputs.length; first += 200) {
      const part = inputs.slice(first, first + 200);
      await ask(user, `mutation (${part.map((_, position) => `$i${position}: CreateNoteInput!`).join(', ')}) { ${part.map((_, position) => `m${position}: createNote(input: $i${position}) { id }`).join(' ')} }`,
        Object.fromEntries(part.map((input, position) => [`i${position}`, input])));
    }
  }
});

afterAll(() => api.close());

async function ask(user: SignedInUser, document: string, variables: Record<string, unknown> = {}): Promise<GraphqlResponse> {
  return sendAs(api, { authorization: user.accessToken }, document, variables);
}

interface Answer {
  readonly data: GraphqlResponse['data'];
  /** What is refused. */
  readonly refused: readonly string[];
  /** Each request to DynamoDB, with the index that it reads and how many items. */
  readonly requests: readonly string[];
}

async function answer(user: SignedInUser, document: string): Promise<Answer> {
  api.clearRequests();
  const { data, errors = [] } = await ask(user, document);
  expect(errors.filter(({ errorType }) => errorType !== 'Unauthorized')).toEqual([]);
  return {
    data,
    refused: errors.map(({ message }) => message),
    requests: api.requests.map(({ operation, index, itemsRead }) => [operation, ...(index === undefined ? [] : [index]), itemsRead].join(' ')),
  };
}

const idsOf = ({ data }: Answer): string[] => Object.values(data!).flatMap((page) => (page as { items: { id: string }[] }).items.map(({ id }) => id));

describe('rules take no requests of their own', () => {
  test.each([
    ['a get', '{ getNote(id: "note1") { id } }', ['GetItem 1']],
    ['an update', 'mutation { updateNote(input: { id: "note1", boardId: "blue" }) { id } }', ['UpdateItem 0']],
    ['a create', 'mutation { createNote(input: { id: "new", writtenAt: "2026-01-01T00:00:00Z" }) { id owner } }', ['PutItem 0']],
    ['a delete', 'mutation { deleteNote(input: { id: "new" }) { id } }', ['DeleteItem 0']],
    ['a list by an owner', '{ listNoteByOwnerAndWrittenAt(owner: $OWNER, limit: 5) { items { id } } }', ['Query notesByOwnerAndWrittenAt 5']],
    ['a list whose filter names the owner', '{ listNotes(filter: { owner: { eq: $OWNER } }, limit: 5) { items { id } } }', ['Query notesByOwnerAndWrittenAt 5']],
    ['a get by a static rule', '{ getClosed(id: "closed") { id } }', []],
    ['a get that is open', '{ getOpen(id: "open") { id } }', ['GetItem 1']],
  ])('%s', async (_, document, requests) => {
    const given = await answer(one, document.replace('$OWNER', JSON.stringify(`${one.sub}::one`)));
    expect(given.requests).toEqual(requests);
  });

  test('what a caller may do nothing with is not asked for', async () => {
    expect(await answer(other, '{ getClosed(id: "closed") { id } listCloseds { items { id } } listBoards { items { id } } }')).toEqual({
      data: { getClosed: null, listCloseds: null, listBoards: null },
      refused: ['Not Authorized to access getClosed on type Query', 'Not Authorized to access listCloseds on type Query', 'Not Authorized to access listBoards on type Query'],
      requests: [],
    });
  });

  test('a key that can be nobody\'s but another\'s is not asked for', async () => {
    const document = `{ listNoteByOwnerAndWrittenAt(owner: "${other.sub}::other") { items { id } } }`;
    expect(await answer(one, document)).toEqual({ data: { listNoteByOwnerAndWrittenAt: { items: [] } }, refused: [], requests: [] });
    expect(await answer(one, document.replace(/list.*\)/, `listNotes(filter: { owner: { eq: "${other.sub}::other" } })`))).toMatchObject({ data: { listNotes: { items: [] } }, requests: [] });
  });
});

describe('pages are full of what the caller may read', () => {
  test('of a list', async () => {
    expect(new Set(idsOf(await answer(other, '{ listNotes(limit: 20) { items { id } } }'))).size).toBe(20);
    expect(idsOf(await answer(one, '{ listNotes(limit: 1000) { items { id } } }')).sort()).toEqual(Array.from({ length: 10 }, (_, position) => `note${position}`));
  });

  test('of a relationship, whose index keeps its keys', async () => {
    const { data, requests } = await answer(one, '{ getBoard(id: "blue") { notes(limit: 1000) { items { id owner } } } }');
    const { items } = (data!.getBoard as { notes: { items: { id: string; owner: string }[] } }).notes;
    expect(items.map(({ id }) => id).sort()).toEqual(['note1', 'note3', 'note5', 'note7', 'note9']);
    expect(new Set(items.map(({ owner }) => owner))).toEqual(new Set(['one']));
    expect(requests).toEqual(['GetItem 1', 'Query gsi-Board.notes 500']);
  });

  test('of an index that is sorted by the owner, which no filter can be about', async () => {
    const { data, requests } = await answer(one, '{ listNoteByTextAndOwner(text: "same", limit: 5) { items { id owner } nextToken } }');
    const { items } = data!.listNoteByTextAndOwner as { items: { id: string; owner: string }[] };
    expect(items.every(({ owner }) => owner === 'one')).toBe(true);
    expect(requests.length).toBeLessThanOrEqual(5);
  });

  test('with what each record belongs to in one batch, of which each is asked for', async () => {
    const { data, refused, requests } = await answer(one, '{ listNotes(limit: 1000) { items { id board { id } } } }');
    const { items } = data!.listNotes as { items: { id: string; board: { id: string } | null }[] };
    expect(items.filter(({ board }) => board === null).map(({ id }) => id).sort()).toEqual(['note0', 'note2', 'note4', 'note6', 'note8']);
    expect(refused).toEqual(Array.from({ length: 5 }, () => 'Not Authorized to access board on type Note'));
    expect(requests).toEqual(['Scan 1000', 'Scan 0', 'BatchGetItem 2']);
  });
});

describe('a field with rules of its own', () => {
  test('takes nothing beyond its record', async () => {
    const given = await answer(admin, '{ getNote(id: "note3") { id secret } }');
    expect(given).toEqual({ data: { getNote: { id: 'note3', secret: null } }, refused: ['Not Authorized to access secret on type Note'], requests: ['GetItem 1'] });
    expect(await answer(one, '{ getNote(id: "note3") { alias: secret } }')).toMatchObject({ data: { getNote: { alias: 'one' } }, refused: [] });
  });

  test('is no order that a filter leads to unasked', async () => {
    await ask(admin, 'mutation { createRanked(input: { id: "r", kind: "k", rank: 1 }) { id } }');
    expect(await answer(one, '{ listRankeds(filter: { kind: { eq: "k" } }) { items { id } } }')).toMatchObject({ data: { listRankeds: { items: [{ id: 'r' }] } }, requests: ['Scan 1'] });
    expect(await answer(one, '{ listRankedByKindAndRank(kind: "k") { items { id } } }')).toMatchObject({ data: { listRankedByKindAndRank: null }, refused: ['Not Authorized to access rank'] });
    expect(await answer(admin, '{ listRankeds(filter: { kind: { eq: "k" }, rank: { gt: 0 } }) { items { id } } }')).toMatchObject({ data: { listRankeds: { items: [{ id: 'r' }] } }, requests: ['Query rankedsByKindAndRank 1'] });
  });

  test('is searched for in the records only that the caller may read it of', async () => {
    expect(idsOf(await answer(admin, '{ listNotes(filter: { secret: { ne: "x" } }) { items { id } } }'))).toEqual([]);
    expect(idsOf(await answer(one, '{ listNotes(filter: { not: { secret: { eq: "x" } } }, limit: 1000) { items { id } } }'))).toHaveLength(10);
  });
});

test('a user whose name is another\'s id is nobody else', async () => {
  // Written by hand, or by an API of Amplify's that named owners so.
  const thief = await api.signIn({ username: one.sub, sub: '00000000-0000-4000-8000-000000000000' });
  const like = await api.signIn({ username: `${one.sub}::one` });
  await ask(admin, 'mutation ($input: CreateNoteInput!) { createNote(input: $input) { id } }', { input: { id: 'by-id', owner: one.sub, writtenAt: '2026-01-01T00:00:00Z' } });
  const document = '{ byId: getNote(id: "by-id") { id } byName: getNote(id: "note1") { id } }';
  expect((await answer(one, document)).data).toEqual({ byId: { id: 'by-id' }, byName: { id: 'note1' } });
  for (const user of [thief, like]) expect((await answer(user, document)).data).toEqual({ byId: null, byName: null });
});
