import { admin, alice, bob, claiming, named } from './attack-schema';
import { aliceName, ask, bobName, expectInvalid, expectRefused, reset, SECRET, serveAttacked } from './attacks';
import { type Served } from './served';

let served: Served;

beforeAll(async () => {
  served = await serveAttacked();
});

afterEach(() => reset(served));
afterAll(() => served.close());

/** What stands in a table, so that it can be seen that nothing has changed. */
const record = async (model: string, id: string) => (await served.tables.all(model)).get(id);

describe('reads of what is not theirs', () => {
  test.each([
    ['a relationship', '{ getAlbum(id: "album") { photos { items { id } } } }', { photos: { items: [{ id: 'bobs' }] } }],
    ['relationships of relationships', '{ getAlbum(id: "album") { photos { items { id album { photos { items { id } } } } } } }', { photos: { items: [{ id: 'bobs', album: { photos: { items: [{ id: 'bobs' }] } } }] } }],
    ['a many-to-many', '{ getAlbum(id: "album") { tagged { items { id } } } }', { tagged: { items: [{ id: 'bobs' }] } }],
    ['a filter that is true of all', '{ getAlbum(id: "album") { photos(filter: { or: [{ id: { ne: "x" } }, { owner: { ne: "x" } }] }) { items { id } } } }', { photos: { items: [{ id: 'bobs' }] } }],
    ['a filter by their owner', `{ getAlbum(id: "album") { photos(filter: { owner: { eq: "${aliceName}" } }) { items { id } } } }`, { photos: { items: [] } }],
  ])('through %s', async (_, query, expected) => {
    expect(await ask(served, bob, query)).toMatchObject({ data: { getAlbum: expected }, errors: [] });
  });

  test('through a belongsTo of a batch, and a hasOne', async () => {
    const { data, errors, text } = await ask(served, bob, '{ getAlbum(id: "album") { cover { caption } tags { items { id photo { caption } } } } }');
    const { cover, tags } = data!.getAlbum as { cover: unknown; tags: { items: { id: string; photo: unknown }[] } };
    expect(cover).toBeNull();
    expect(Object.fromEntries(tags.items.map(({ id, photo }) => [id, photo]))).toEqual({ 'tag': null, 'bobs-tag': { caption: 'mine' } });
    expect(errors.map(({ errorType, path }) => [errorType, path!.at(-1)])).toEqual([['Unauthorized', 'cover'], ['Unauthorized', 'photo']]);
    expect(text).not.toContain(SECRET);
  });

  test('through a record of their own that names it', async () => {
    await ask(served, bob, 'mutation { createTag(input: { id: "mine", photoId: "photo" }) { id } }');
    expectRefused({ ...await ask(served, bob, '{ getTag(id: "mine") { photo { caption } } }'), data: null });
  });

  test('with many aliases at once', async () => {
    expectRefused(await ask(served, bob, '{ a: getPhoto(id: "photo") { caption } b: getPhoto(id: "by-sub") { caption } c: getPhoto(id: "nobodys") { caption } d: getPhoto(id: "blank") { caption } }'));
  });

  test('with the token of another list', async () => {
    await served.tables.put('Photo', Array.from({ length: 5 }, (_, number) => ({ id: `more-${number}`, caption: SECRET, kind: 'k', albumId: 'album', owner: aliceName })));
    const lists = ['listPhotos(limit: 1', 'listPhotoByKind(kind: "k", limit: 1', 'listPhotos(filter: { albumId: { eq: "album" } }, limit: 1'];
    for (const list of lists) {
      const { data } = await ask(served, alice, `{ list: ${list}) { nextToken } }`);
      const { nextToken } = data!.list as { nextToken: string };
      expect(nextToken).toEqual(expect.any(String));
      for (const other of lists) {
        const { data: found, text } = await ask(served, bob, `query ($nextToken: String) { list: ${other}, nextToken: $nextToken) { items { id caption } } }`, { nextToken });
        expect((found?.list as { items: { id: string }[] } | null)?.items.filter(({ id }) => id !== 'bobs') ?? []).toEqual([]);
        expect(text).not.toContain(SECRET);
      }
    }
  });
});

describe('fields with rules of their own', () => {
  test.each([
    ['by its name', 'salary'], ['under an alias', 'name: salary'], ['in a fragment', '...F'], ['in a fragment without a name', '... on Person { salary }'], ['with a directive', 'salary @include(if: true)'],
  ])('asked for %s', async (_, selection) => {
    await served.tables.put('Person', [{ id: 'rich', name: 'rich', salary: 1000, diary: SECRET, owner: aliceName }]);
    const { data, errors } = await ask(served, bob, `{ listPeople { items { id ${selection} } } } ${selection === '...F' ? 'fragment F on Person { salary }' : ''}`);
    const values = (data!.listPeople as { items: Record<string, unknown>[] }).items.flatMap(({ id, ...rest }) => (id ? Object.values(rest) : []));
    expect(values).toEqual([null, null]);
    expect(errors.map(({ errorType }) => errorType)).toEqual(['Unauthorized', 'Unauthorized']);
  });

  test.each([
    ['a filter', 'listPeople(filter: { salary: { gt: 1 } }) { items { id } }'],
    ['a filter below others', 'listPeople(filter: { and: [{ not: { or: [{ name: { eq: "x" } }, { salary: { attributeExists: true } }] } }] }) { items { id } }'],
    ['a filter of an index query', 'listPersonByName(name: "alice", filter: { salary: { lt: 1 } }) { items { id } }'],
    ['the key of an index', 'listPersonByDepartmentAndSalary(department: "d", salary: { gt: 1 }) { items { id } }'],
    ['the order of an index', 'listPersonByDepartmentAndSalary(department: "d", sortDirection: DESC) { items { id } }'],
  ])('told by %s', async (_, field) => {
    expectRefused(await ask(served, bob, `{ found: ${field} }`), /^Not Authorized to access salary$/);
    expect((await ask(served, admin, `{ found: ${field} }`)).errors).toEqual([]);
  });

  test.each([
    ['a filter', 'people(filter: { salary: { gt: 1 } }) { items { id } }'],
    ['the key', 'people(salary: { gt: 1 }) { items { id } }'],
    ['the order', 'people(sortDirection: DESC) { items { id } }'],
  ])('told by %s of a relationship', async (_, field) => {
    const reply = await ask(served, bob, `{ getAlbum(id: "album") { ${field} } }`);
    expectRefused({ ...reply, data: reply.data!.getAlbum as Record<string, unknown> }, /^Not Authorized to access salary$/);
  });

  test('told by a filter of records that are another\'s', async () => {
    const found = async (caller: typeof bob) => (await ask(served, caller, '{ listPeople(filter: { diary: { beginsWith: "a" } }) { items { id } } }')).data!.listPeople;
    expect([await found(alice), await found(bob)]).toEqual([{ items: [{ id: 'person' }] }, { items: [] }]);
    // What is not so is no answer either.
    expect((await ask(served, bob, '{ listPeople(filter: { not: { diary: { beginsWith: "x" } } }) { items { id } } }')).data!.listPeople).toEqual({ items: [] });
  });

  test.each([
    ['a condition by it', 'updatePerson(input: { id: "person", name: "x" }, condition: { salary: { gt: 1 } }) { id }', 'salary'],
    ['a condition by it, of a delete', 'deletePerson(input: { id: "person" }, condition: { not: { salary: { gt: 1 } } }) { id }', 'salary'],
    ['a condition by it, of another\'s', 'updatePerson(input: { id: "person", name: "x" }, condition: { diary: { beginsWith: "a" } }) { id }', 'diary'],
    ['a change of it', 'updatePerson(input: { id: "person", salary: 7 }) { id }', 'salary'],
    ['its removal', 'updatePerson(input: { id: "person", salary: null }) { id }', 'salary'],
    ['its change in another\'s record', 'updatePerson(input: { id: "person", diary: "x" }) { id }', 'diary'],
    ['a record with it', 'createPerson(input: { id: "new", salary: 7 }) { id }', 'salary'],
  ])('%s', async (_, field, name) => {
    const before = await served.tables.all('Person');
    expectRefused(await ask(served, bob, `mutation { done: ${field} }`), new RegExp(`^Not Authorized to access ${name}$`));
    expect(await served.tables.all('Person')).toEqual(before);
  });

  test('in the result of a mutation, which others hear of', async () => {
    const reply = await ask(served, alice, 'mutation { updatePerson(input: { id: "person", name: "x" }) { id name diary salary album { photos { items { caption } } cover { caption } tags { items { photo { caption } } } tagged { items { caption } } } } }');
    expect(reply).toMatchObject({ data: { updatePerson: { id: 'person', name: 'x', diary: null, salary: null, album: { photos: { items: [] }, cover: null, tagged: { items: [] } } } }, errors: [] });
    expect(reply.text).not.toContain(SECRET);
  });
});

describe('writes of what is not theirs', () => {
  test.each([
    ['another\'s record', 'updatePhoto(input: { id: "photo", caption: "x" }) { id caption owner }'],
    ['another\'s record, with a condition that holds', 'updatePhoto(input: { id: "photo", caption: "x" }, condition: { kind: { eq: "k" } }) { caption }'],
    ['another\'s record, with a condition that does not', 'deletePhoto(input: { id: "photo" }, condition: { kind: { eq: "x" } }) { caption }'],
    ['a record that is not there', 'updatePhoto(input: { id: "gone", caption: "x" }) { caption }'],
    ['a record of nobody', 'deletePhoto(input: { id: "nobodys" }) { caption }'],
    ['the owner, given away', 'updateLetter(input: { id: "bobs-letter", writer: "alice" }) { id }'],
    ['the owner, taken', `updateLetter(input: { id: "letter", writer: "${bobName}" }) { text }`],
    ['the owner, removed', 'updateLetter(input: { id: "bobs-letter", writer: null }) { id }'],
    ['owners without the writer', `updateShared(input: { id: "both", writers: ["${aliceName}"] }) { id }`],
    ['owners, none of them', 'updateShared(input: { id: "both", writers: [] }) { id }'],
    ['another\'s owners', `updateShared(input: { id: "shared", writers: ["${bobName}"] }) { text }`],
    ['a forged owner', `createLetter(input: { id: "new", writer: "${aliceName}" }) { id }`],
    ['forged owners', `createShared(input: { id: "new", writers: ["${aliceName}"] }) { id }`],
    ['a group that they are not in', 'createDocument(input: { id: "new", team: "Admins" }) { id }'],
  ])('%s', async (_, field) => {
    await served.tables.put('Letter', [{ id: 'bobs-letter', text: 'x', writer: bobName }]);
    const before = await Promise.all(['Photo', 'Letter', 'Shared', 'Document'].map((model) => served.tables.all(model)));
    expectRefused(await ask(served, bob, `mutation { done: ${field} }`));
    expect(await Promise.all(['Photo', 'Letter', 'Shared', 'Document'].map((model) => served.tables.all(model)))).toEqual(before);
  });

  test('over another\'s record, by a create with its id', async () => {
    const { data, errors, text } = await ask(served, bob, 'mutation { createPhoto(input: { id: "photo", caption: "x" }) { id caption } }');
    expect({ data, errors: errors.map((error) => [error.errorType, error.data ?? null]) }).toEqual({ data: { createPhoto: null }, errors: [['DynamoDB:ConditionalCheckFailedException', null]] });
    expect(text).not.toContain(SECRET);
    expect(await record('Photo', 'photo')).toMatchObject({ caption: SECRET, owner: aliceName });
  });

  test('by a condition that tells of what may be changed, and not read', async () => {
    const attempt = (vote: string) => ask(served, bob, `mutation ($vote: String) { updateBallot(input: { id: "ballot", vote: "x" }, condition: { vote: { beginsWith: $vote } }) { id } }`, { vote });
    const [right, wrong] = [await attempt('a secret'), await attempt('x')];
    expect([right.text, right.errors.length, right.data]).toEqual([wrong.text, 1, { updateBallot: null }]);
    expect(await record('Ballot', 'ballot')).toMatchObject({ vote: SECRET });
  });

  test.each([
    ['__typename', 'updatePhoto(input: { id: "bobs", __typename: "Rule" }) { id }'],
    ['an owner that clients do not write', `createPhoto(input: { owner: "${bobName}" }) { id }`],
    ['an owner that clients do not change', `updatePhoto(input: { id: "bobs", owner: "${aliceName}" }) { id }`],
  ])('with %s in the input', async (_, field) => {
    const before = await served.tables.all('Photo');
    expectInvalid(await ask(served, bob, `mutation { done: ${field} }`));
    expect(await served.tables.all('Photo')).toEqual(before);
  });

  test.each(['__typename', 'owner', 'day#hour', 'constructor', '__proto__'])('with %s in the input of a variable', async (name) => {
    const input = JSON.parse(`{ "place": "p", "day": "1", "hour": "2", "${name}": "x" }`) as Record<string, unknown>;
    const reply = await ask(served, bob, 'mutation ($input: CreateVisitInput!) { createVisit(input: $input) { place } }', { input });
    expectInvalid(reply);
  });
});

describe('callers who look like others', () => {
  const textOf = async (caller: typeof bob, query: string) => (await ask(served, caller, query)).text;
  const everything = `{ listPhotos { items { caption } } photo: getPhoto(id: "photo") { caption } bySub: getPhoto(id: "by-sub") { caption } blank: getPhoto(id: "blank") { caption } nobodys: getPhoto(id: "nobodys") { caption }
    listLetters { items { text } } listShareds { items { text } } listDocuments { items { text } } document: getDocument(id: "document") { text } listed: getDocument(id: "listed") { text } blankTeam: getDocument(id: "blank") { text }
    listRules { items { text } } rule: getRule(id: "rule") { text } }`;

  test.each([
    ['an object', { Admins: true }], ['an object with a length', { 0: 'Admins', length: 1 }], ['a number', 7], ['true', true], ['null', null], ['nothing', ''], ['a list of lists', [['Admins']]], ['a list of objects', [{ name: 'Admins' }]],
    ['blanks', ['']], ['names of what all objects have', ['toString', 'hasOwnProperty', 'length']], ['several in a text', 'Admins,Editors'], ['another case', ['admins']], ['JSON that is no list', '{"0":"Admins"}'],
    ['JSON of a list in a list', '[["Admins"]]'], ['a list of text with a list', ['["Admins"]']], ['JSON that is broken', '["Admins"'],
  ])('by a claim of groups that is %s', async (_, groups) => {
    expect(await textOf(claiming(groups), everything)).not.toContain(SECRET);
  });

  test('by JSON that is broken, and owns what it owns all the same', async () => {
    const mallory = claiming('[Admins');
    expect((await ask(served, mallory, 'mutation { createPhoto(input: { caption: "mine" }) { caption } }')).errors).toEqual([]);
    expectRefused(await ask(served, mallory, '{ rule: getRule(id: "rule") { text } listDocuments { items { id } } }'));
  });

  test.each([
    ['the whole name of another', named(aliceName)], ['the name of a group', named('Admins')], ['names around a part', named(`::alice`)], ['a sub around a part', named('alice', `${alice.sub}::`)],
    ['what all objects have', named('constructor', '__proto__')],
  ])('by %s', async (_, caller) => {
    expect(await textOf(caller, everything)).not.toContain(SECRET);
  });

  test('members of groups that are named as what all objects have read what is theirs, and no more', async () => {
    const { data } = await ask(served, claiming(['constructor', '__proto__']), '{ listDocuments { items { id } } }');
    expect(data).toEqual({ listDocuments: { items: [{ id: 'built-in' }] } });
  });
});
