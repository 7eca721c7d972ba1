import { generateClient, type SelectionSet } from 'aws-amplify/data';
import { a, type ClientSchema } from 'cdk-appsync-data/schema';
import { same, typeOf } from './assert';
import { type ImpliedFields } from './implied-fields';

export const schema = a.schema({
  Status: a.enum(['draft', 'published']),
  Place: a.customType({
    street: a.string().required(),
    zip: a.string(),
    status: a.ref('Status'),
    position: a.customType({ latitude: a.float().required(), longitude: a.float().required(), note: a.string() }),
  }),
  Team: a.model({
    kind: a.enum(['home', 'guest']),
    status: a.ref('Status').required(),
    formerStatus: a.ref('Status'),
    allowed: a.ref('Status').required().array().required(),
    seen: a.ref('Status').array(),
    office: a.ref('Place').required(),
    branches: a.ref('Place').required().array(),
    score: a.customType({ points: a.integer().required(), level: a.enum(['low', 'high']), best: a.customType({ points: a.integer() }) }),
    settings: a.json().required(),
    history: a.json().array(),
    isOpen: a.boolean().required().default(true),
  }),
});

type Schema = ClientSchema<typeof schema>;
const client = generateClient<Schema>();
const { Team } = client.models;

type Status = 'draft' | 'published';
type Json = string | number | boolean | object;
interface Position { latitude: number; longitude: number; note?: string | null }
interface Place { street: string; zip?: string | null; status?: Status | null; position?: Position | null }
interface Score { points: number; level?: 'low' | 'high' | null; best?: { points?: number | null } | null }

same<Schema['Status'], { __entityType: 'enum'; type: Status }>(true);
same<Schema['Place'], { __entityType: 'customType'; type: Place }>(true);
same<Schema['Team']['nestedTypes'], {
  kind: { __entityType: 'enum'; type: 'home' | 'guest' };
  score: { __entityType: 'customType'; type: Score };
}>(true);

interface Given { status: Status; allowed: Status[]; office: Place; settings: Json }
interface Possible {
  kind?: 'home' | 'guest' | null;
  formerStatus?: Status | null;
  seen?: (Status | null)[] | null;
  branches?: Place[] | null;
  score?: Score | null;
  history?: (Json | null)[] | null;
}
interface TeamRecord extends Given, Possible, ImpliedFields { isOpen: boolean }
// What has a default need not be given, required or not.
interface NewTeam extends Given, Possible { id?: string; isOpen?: boolean }
interface ChangedTeam extends Partial<Given>, Possible { id: string; isOpen?: boolean }

same<Schema['Team']['type'], TeamRecord>(true);
same<Schema['Team']['createType'], NewTeam>(true);
same<Schema['Team']['updateType'], ChangedTeam>(true);

export function enums() {
  same<keyof typeof client.enums, 'Status' | 'TeamKind'>(true);
  typeOf(client.enums.Status.values()).is<Status[]>(true);
  typeOf(client.enums.TeamKind.values()).is<('home' | 'guest')[]>(true);
  same<keyof typeof client.models, 'Team'>(true);
  // @ts-expect-error a custom type is no enum
  client.enums.Place.values();
  // @ts-expect-error an enum in a custom type is no type of its own
  client.enums.TeamScoreLevel.values();
}

const office = { street: 'Elm', position: { latitude: 1, longitude: 2 } };
const required: Given = { status: 'draft', allowed: ['draft'], office, settings: {} };

export async function mutations() {
  interface Settings { theme: string }
  const settings: Settings = { theme: 'dark' };
  await Team.create({ ...required, kind: 'home', settings, history: [1, 'two', [3], null], seen: ['draft', null], score: { points: 1, best: {} } });
  const { data: team } = await Team.update({ id: 't1', score: null, branches: [office, { street: 'Oak', zip: null, status: 'published' }] });
  // In what is read nothing is optional, at any depth.
  typeOf(team!.office).is<{ street: string; zip: string | null; status: Status | null; position: { latitude: number; longitude: number; note: string | null } | null }>(true);
  typeOf(team!.score).is<{ points: number; level: 'low' | 'high' | null; best: { points: number | null } | null } | null>(true);
  typeOf(team!.seen).is<(Status | null)[] | null>(true);
  typeOf(team!.settings).is<Json>(true);
  typeOf(team!.isOpen).is<boolean>(true);
  // @ts-expect-error there is no such status
  await Team.create({ ...required, status: 'gone' });
  // @ts-expect-error the status is required
  await Team.create({ allowed: [], office, settings: {} });
  // @ts-expect-error the elements are required
  await Team.create({ ...required, allowed: [null] });
  // @ts-expect-error there is no such kind
  await Team.create({ ...required, kind: 'draft' });
  // @ts-expect-error a place has a street
  await Team.create({ ...required, office: { zip: '1000' } });
  // @ts-expect-error there is no such field of a place
  await Team.create({ ...required, office: { street: 'Elm', town: 'Ghent' } });
  // @ts-expect-error a position has two sides
  await Team.create({ ...required, office: { street: 'Elm', position: { latitude: 1 } } });
  // @ts-expect-error there is no such level
  await Team.update({ id: 't1', score: { points: 1, level: 'middle' } });
  // @ts-expect-error a list is no single place
  await Team.update({ id: 't1', branches: office });
  // @ts-expect-error the settings are required
  await Team.update({ id: 't1', settings: null });
  // @ts-expect-error open or not
  await Team.update({ id: 't1', isOpen: 'yes' });
}

export async function eagerly() {
  const selectionSet = ['status', 'kind', 'office.street', 'office.position.latitude', 'branches.zip'] as const;
  interface Expected {
    readonly status: Status;
    readonly kind: 'home' | 'guest' | null;
    readonly office: { readonly street: string; readonly position: { readonly latitude: number } | null };
    readonly branches: { readonly zip: string | null }[] | null;
  }
  same<SelectionSet<Schema['Team'], typeof selectionSet>, Expected>(true);
  const { data: teams } = await Team.list({ selectionSet });
  typeOf(teams).is<Expected[]>(true);
  const { data: scores } = await Team.list({ selectionSet: ['score.points', 'score.best.points'] });
  typeOf(scores).is<{ readonly score: { readonly points: number; readonly best: { readonly points: number | null } | null } | null }[]>(true);
  // @ts-expect-error there is no such field
  await Team.list({ selectionSet: ['office.position.height'] });
  // @ts-expect-error an enum has no fields
  await Team.list({ selectionSet: ['status.*'] });
}

export async function filters() {
  await Team.list({ filter: { status: { eq: 'draft' }, kind: { ne: 'home' }, isOpen: { eq: true }, formerStatus: { attributeExists: false } } });
  Team.onCreate({ filter: { status: { in: ['draft'] }, isOpen: { ne: false } } }).subscribe((team) => typeOf(team.status).is<Status>(true));
  // @ts-expect-error open or not
  await Team.list({ filter: { isOpen: { eq: 'yes' } } });
  // @ts-expect-error a boolean has no order
  await Team.list({ filter: { isOpen: { gt: false } } });
  // @ts-expect-error a status is a string
  await Team.list({ filter: { status: { eq: 1 } } });
  // @ts-expect-error a set of values is for subscriptions
  await Team.list({ filter: { status: { in: ['draft'] } } });
}
