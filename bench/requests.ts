import { type LocalApi } from 'cdk-appsync-data/local';
import { ask, startWithRecords, tableSize } from './request-records';

/** What is found, of a list its items, and what it takes: answers to the client, requests to DynamoDB, and the items that these read. */
interface Figures { readonly found: number; readonly answers: number; readonly requests: number; readonly itemsRead: number }

interface Reading {
  readonly what: string;
  readonly document: string;
  /** Whether the client follows the tokens to the end. */
  readonly toEnd?: boolean;
  readonly peer: Figures;
}

/*
 * The figures of the peer, @aws-amplify/data-construct 1.17.7, follow from what its resolvers ask for: a get is a GetItem, a list a Scan,
 * a belongsTo a Query for each record that has it, a hasMany one Query. Clients load a hasMany or hasOne lazily by a list with a filter,
 * which is a Scan too, of 100 items a page unless a client says otherwise; a page may find nothing.
 */
const one = (requests: number, itemsRead: number): Figures => ({ found: 1, answers: 1, requests, itemsRead });
const hundred = (requests: number, itemsRead: number): Figures => ({ ...one(requests, itemsRead), found: 100 });
const scanPage = (found: number): Figures => ({ ...one(1, 100), found });
/** In the peer's favour without the empty page that tells of the end. */
const scanToEnd = (found: number): Figures => ({ found, answers: tableSize / 100, requests: tableSize / 100, itemsRead: tableSize });

const readings: readonly Reading[] = [
  { what: 'a member with its team', document: '{ root: getMember(id: "member0") { id team { mantra } } }', peer: one(1 + 1, 1 + 1) },
  { what: 'a list of 100 members, each with its team', document: '{ root: listMembers(limit: 100) { items { id team { mantra } } nextToken } }', peer: hundred(1 + 100, 100 + 100) },
  {
    what: 'a list of 100 tasks, each with its team, its customer and its post',
    document: '{ root: listTasks(limit: 100) { items { id team { mantra } customer { name } post { title } } nextToken } }', peer: hundred(1 + 3 * 100, 100 + 3 * 100),
  },
  {
    what: 'a team with 100 members, each with its team',
    document: '{ root: getTeam(id: "team1") { mantra members(limit: 100) { items { id team { mantra } } nextToken } } }', peer: one(1 + 1 + 100, 1 + 100 + 100),
  },
  { what: 'a post with its 10 tags', document: '{ root: getPost(id: "post0") { title tags { items { tag { name } } nextToken } } }', peer: one(1 + 1 + 10, 1 + 10 + 10) },
  {
    what: '`team.members()`: 10 of 10,000', toEnd: true,
    document: 'query ($nextToken: String) { root: listMembers(filter: { and: [{ teamId: { eq: "team0" } }] }, nextToken: $nextToken) { items { id name teamId } nextToken __typename } }', peer: scanToEnd(10),
  },
  {
    // The client reads no further page: it finds the cart once in a hundred times.
    what: '`customer.activeCart()`: one of 10,000',
    document: '{ root: listCarts(filter: { and: [{ customerId: { eq: "customer7" } }] }) { items { id customerId } nextToken __typename } }', peer: scanPage(0),
  },
  {
    what: 'a list by a filter that 1 of 100 members meets: its first page',
    document: '{ root: listMembers(filter: { name: { eq: "rare" } }, limit: 100) { items { id } nextToken } }', peer: scanPage(1),
  },
  {
    what: 'the same to its end', toEnd: true,
    document: 'query ($nextToken: String) { root: listMembers(filter: { name: { eq: "rare" } }, limit: 100, nextToken: $nextToken) { items { id } nextToken } }', peer: scanToEnd(100),
  },
];

async function read(api: LocalApi, { document, toEnd }: Reading): Promise<Figures> {
  api.clearRequests();
  let [found, answers] = [0, 0];
  let nextToken: unknown = null;
  do {
    const root = (await ask(api, document, toEnd ? { nextToken } : {})).root as { items?: unknown[]; nextToken?: unknown };
    found += root.items?.length ?? 1;
    answers += 1;
    nextToken = root.nextToken ?? null;
  } while (toEnd && nextToken !== null);
  return { found, answers, requests: api.requests.length, itemsRead: api.requests.reduce((sum, { itemsRead }) => sum + itemsRead, 0) };
}

/** What reads take, as counted on the local API, beside what they take of the peer: the lines of a table. */
export async function requestTable(): Promise<string[]> {
  const shown = ({ found, answers, requests, itemsRead }: Figures): string => [found, answers, requests, itemsRead].map((count) => count.toLocaleString('en')).join(' | ');
  const columns = 'found | answers | DynamoDB requests | items read';
  const lines = [`| what is read | ${columns} | the peer: ${columns} |`, `|---|${'---|'.repeat(8)}`];
  const api = await startWithRecords();
  for (const reading of readings) lines.push(`| ${reading.what} | ${shown(await read(api, reading))} | ${shown(reading.peer)} |`);
  await api.close();
  return lines;
}
