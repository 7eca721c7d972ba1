import { alice, attacked, bob } from './attack-schema';
import { type Caller } from './callers';
import { type Plain } from './oracle';
import { Served, type AnswerError } from './served';

export const SECRET = 'a secret that nobody else may see';
export const aliceName = `${alice.sub}::alice`;
export const bobName = `${bob.sub}::bob`;

/** An answer, and all of its text. */
export interface Reply {
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly AnswerError[];
  readonly text: string;
}

/** The API with records of alice, and some of bob. */
export async function serveAttacked(): Promise<Served> {
  const served = await Served.withUserPool(attacked);
  await reset(served);
  return served;
}

export async function reset({ tables }: Served): Promise<void> {
  for (const [model, records] of Object.entries(stored)) {
    if (model !== 'Visit') await tables.clear(model);
    await tables.put(model, records);
  }
}

const stored: Readonly<Record<string, readonly Plain[]>> = {
  Album: [{ id: 'album', title: 'all' }],
  Photo: [
    { id: 'photo', caption: SECRET, kind: 'k', albumId: 'album', coverOfId: 'album', owner: aliceName }, { id: 'bobs', caption: 'mine', kind: 'k', albumId: 'album', owner: bobName },
    { id: 'by-sub', caption: SECRET, kind: 'k', albumId: 'album', owner: alice.sub }, { id: 'nobodys', caption: SECRET, kind: 'k', albumId: 'album' }, { id: 'blank', caption: SECRET, kind: 'k', albumId: 'album', owner: '' },
  ],
  Tag: [{ id: 'tag', albumId: 'album', photoId: 'photo' }, { id: 'bobs-tag', albumId: 'album', photoId: 'bobs' }],
  Person: [{ id: 'person', name: 'alice', department: 'd', albumId: 'album', salary: 100, diary: SECRET, owner: aliceName }],
  Document: [
    { id: 'document', text: SECRET, team: 'Admins' }, { id: 'blank', text: SECRET, team: '' }, { id: 'listed', text: SECRET, teams: ['Admins', 'Editors'] }, { id: 'built-in', text: SECRET, team: 'constructor', teams: ['__proto__'] },
  ],
  Letter: [{ id: 'letter', text: SECRET, writer: aliceName }],
  Shared: [{ id: 'shared', text: SECRET, writers: [aliceName] }, { id: 'both', text: 'ours', writers: [aliceName, bobName] }],
  Ballot: [{ id: 'ballot', vote: SECRET, owner: aliceName }],
  Rule: [{ id: 'rule', text: SECRET }],
};

export async function ask(served: Served, caller: Caller, query: string, variables: Record<string, unknown> = {}): Promise<Reply> {
  const { data, errors = [], ...rest } = await served.ask(caller, query, variables);
  return { data, errors, text: JSON.stringify({ data, errors, rest }) };
}

/** Expects that nothing is told, and that every error is a refusal with such a message. */
export function expectRefused({ data, errors, text }: Reply, message: RegExp = /^Not Authorized to access/): void {
  expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.map((error) => [error.errorType, error.message, error.data ?? null])).toEqual(errors.map(() => ['Unauthorized', expect.stringMatching(message), null]));
  expect(text).not.toContain(SECRET);
}

/** Expects that a document is no document of the API: none of it has run. */
export function expectInvalid({ data, errors, text }: Reply): void {
  expect(data ?? null).toBeNull();
  expect(errors.length).toBeGreaterThan(0);
  expect(text).not.toContain(SECRET);
}
