import { type RealTimeClient } from '../local/realtime/real-time-client';
import { admin, alice, bob, named } from './attack-schema';
import { aliceName, ask, reset, SECRET, serveAttacked } from './attacks';
import { type Caller } from './callers';
import { type Served } from './served';

let served: Served;
const opened: RealTimeClient[] = [];

beforeAll(async () => {
  served = await serveAttacked();
});

afterEach(async () => {
  for (const { socket } of opened.splice(0)) socket.close();
  await reset(served);
});

afterAll(() => served.close());

async function listen(caller: Caller, field: string): Promise<RealTimeClient> {
  const client = await served.connect(caller);
  opened.push(client);
  await served.start(client, caller, '1', `subscription { ${field} }`);
  return client;
}

/** A subscription that was accepted. */
async function accepted(caller: Caller, field: string): Promise<RealTimeClient> {
  const client = await listen(caller, field);
  expect(await client.next()).toEqual({ type: 'start_ack', id: '1' });
  return client;
}

async function mutate(caller: Caller, field: string): Promise<void> {
  expect((await ask(served, caller, `mutation { ${field} }`)).errors).toEqual([]);
}

test.each([
  ['a filter by a field that they may not read', bob, 'onUpdatePerson(filter: { salary: { gt: 1 } }) { id }', 'Not Authorized to access salary'],
  ['a filter by it below others', bob, 'onUpdatePerson(filter: { or: [{ and: [{ salary: { ne: 1 } }] }, { name: { eq: "x" } }] }) { id }', 'Not Authorized to access salary'],
  ['a filter by a field that they may read of some records', alice, 'onCreatePerson(filter: { diary: { beginsWith: "a" } }) { id }', 'Not Authorized to access diary'],
  ['records of another', bob, `onUpdatePhoto(owner: "${aliceName}") { id }`, 'Not Authorized to access onUpdatePhoto on type Subscription'],
  ['records of another, whose name they have made their own part', bob, 'onUpdatePhoto(owner: "alice-sub::bob") { id }', 'Not Authorized to access onUpdatePhoto on type Subscription'],
  ['what no rule lets them read', bob, 'onUpdateRule { id }', 'Not Authorized to access onUpdateRule on type Subscription'],
  ['what no rule lets them read, under another name', bob, 'a: onDeleteRule { id }', 'Not Authorized to access onDeleteRule on type Subscription'],
])('%s', async (_, caller, field, message) => {
  const client = await listen(caller, field);
  expect(await client.next()).toMatchObject({ type: 'error', id: '1', payload: { errors: [{ errorType: 'Unauthorized', message }] } });
});

test('a filter that is true of all adds to the rules, and takes nothing away', async () => {
  const client = await accepted(bob, 'onUpdatePhoto(filter: { or: [{ id: { ne: "x" } }, { kind: { ne: "y" } }] }) { id caption }');
  await mutate(alice, 'updatePhoto(input: { id: "photo", kind: "x" }) { id caption kind owner }');
  await mutate(bob, 'updatePhoto(input: { id: "bobs", kind: "x" }) { id caption kind owner }');
  expect(await client.next()).toMatchObject({ type: 'data', payload: { data: { onUpdatePhoto: { id: 'bobs', caption: 'mine' } } } });
});

test('a user whose name is the whole name of another has none of that one\'s subscribers hear, but those of the own', async () => {
  const mallory = named(aliceName, 'mallory-sub');
  const [hers, own] = [await accepted(alice, 'onCreatePhoto { caption }'), await accepted(mallory, 'onCreatePhoto { caption }')];
  await mutate(mallory, 'createPhoto(input: { caption: "forged" }) { id caption owner }');
  await mutate(alice, 'createPhoto(input: { caption: "real" }) { id caption owner }');
  expect(await hers.next()).toMatchObject({ payload: { data: { onCreatePhoto: { caption: 'real' } } } });
  expect(await own.next()).toMatchObject({ payload: { data: { onCreatePhoto: { caption: 'forged' } } } });
});

test('a record that its owner keeps from others by leaving the owner out of the result reaches nobody', async () => {
  const client = await accepted(bob, 'onUpdatePhoto { id caption }');
  await mutate(alice, 'updatePhoto(input: { id: "photo", kind: "x" }) { id caption }');
  await mutate(bob, 'updatePhoto(input: { id: "bobs", kind: "x" }) { id caption owner }');
  expect(await client.next()).toMatchObject({ type: 'data', payload: { data: { onUpdatePhoto: { id: 'bobs' } } } });
});

test.each([
  ['a field that only some may read', admin, 'updatePerson(input: { id: "person", name: "x", salary: 7 }) { id name salary }', 'onUpdatePerson { id name salary }', { onUpdatePerson: { id: 'person', name: 'x', salary: null } }],
  ['a field that the owner may read', alice, 'updatePerson(input: { id: "person", name: "x" }) { id diary }', 'onUpdatePerson { id diary }', { onUpdatePerson: { id: 'person', diary: null } }],
  ['a field under another name', admin, 'updatePerson(input: { id: "person", name: "x", salary: 7 }) { id salary }', 'onUpdatePerson { id name: salary }', { onUpdatePerson: { id: 'person', name: null } }],
  [
    'a relationship to what only some may read', alice, 'updateAlbum(input: { id: "album", title: "x" }) { id photos { items { caption } } cover { caption } tagged { items { caption } } }',
    'onUpdateAlbum { id photos { items { caption } } cover { caption } tagged { items { caption } } }', { onUpdateAlbum: { id: 'album', photos: { items: [] }, cover: null, tagged: { items: [] } } },
  ],
  [
    'a relationship further on', alice, 'updateTag(input: { id: "tag", albumId: "album" }) { id photo { caption } album { id photos { items { caption } } tags { items { id photo { caption } } } } }',
    'onUpdateTag { id photo { caption } album { id photos { items { caption } } } }', { onUpdateTag: { id: 'tag', photo: null, album: { id: 'album', photos: { items: [] } } } },
  ],
])('what a mutation publishes has nothing of %s', async (_, writer, mutation, subscription, data) => {
  const client = await accepted(bob, subscription);
  await mutate(writer, mutation);
  const message = await client.next();
  expect(message).toMatchObject({ type: 'data', payload: { data } });
  expect(JSON.stringify(message)).not.toContain(SECRET);
});
