import { generateClient } from 'aws-amplify/data';
import { type ClientSchema } from 'cdk-appsync-data/schema';
import { type schemas } from '../../integ/schemas/relationships';
import { same, typeOf } from './assert';

type Schema = ClientSchema<typeof schemas.OneToMany>;
type ShallowSchema = ClientSchema<typeof schemas.OneToMany, { selectionSetDepth: 2 }>;
type FlatSchema = ClientSchema<typeof schemas.OneToMany, { selectionSetDepth: 0 }>;

const { Team } = generateClient<Schema>().models;
const { Team: ShallowTeam } = generateClient<ShallowSchema>().models;
const { Team: FlatTeam, Member: FlatMember } = generateClient<FlatSchema>().models;

// The depth is of paths, not of records.
same<ShallowSchema['Team']['type'], Schema['Team']['type']>(true);
same<FlatSchema['Team']['type'], Schema['Team']['type']>(true);
same<FlatSchema['Member']['createType'], Schema['Member']['createType']>(true);
// The default, said.
same<ClientSchema<typeof schemas.OneToMany, { selectionSetDepth: 5 }>, Schema>(true);
same<ClientSchema<typeof schemas.OneToMany, object>, Schema>(true);

export async function byDefault() {
  const { data: teams } = await Team.list({ selectionSet: ['members.team.members.team.members.name'] });
  typeOf(teams[0]!.members[0]!.team.members[0]!.team.members[0]!).is<{ readonly name: string }>(true);
  const { data: whole } = await Team.list({ selectionSet: ['members.team.members.team.members.*'] });
  typeOf(whole[0]!.members[0]!.team.members[0]!.team.members[0]!.teamId).is<string | null>(true);
  // @ts-expect-error six relationships are too many
  await Team.list({ selectionSet: ['members.team.members.team.members.team.mantra'] });
  // @ts-expect-error so is all of the sixth
  await Team.list({ selectionSet: ['members.team.members.team.members.team.*'] });
}

export async function twoDeep() {
  const { data: teams } = await ShallowTeam.list({ selectionSet: ['members.name', 'members.team.*'] });
  typeOf(teams[0]!.members[0]!.team.mantra).is<string>(true);
  // @ts-expect-error three relationships are too many
  await ShallowTeam.list({ selectionSet: ['members.team.members.name'] });
  // @ts-expect-error so is all of the third
  await ShallowTeam.list({ selectionSet: ['members.team.members.*'] });
}

export async function notDeepAtAll() {
  const { data: teams } = await FlatTeam.list({ selectionSet: ['id', 'mantra'] });
  typeOf(teams).is<{ readonly id: string; readonly mantra: string }[]>(true);
  const { data: team } = await FlatTeam.get({ id: 't1' });
  const { data: members } = await team!.members();
  typeOf(members).is<Schema['Member']['type'][]>(true);
  // @ts-expect-error not even one relationship
  await FlatTeam.list({ selectionSet: ['members.*'] });
  // @ts-expect-error nor one of its fields
  await FlatMember.list({ selectionSet: ['team.mantra'] });
  // @ts-expect-error a relationship by itself is no path
  await FlatMember.list({ selectionSet: ['team'] });
}

// @ts-expect-error the client itself goes no deeper
export type TooDeep = ClientSchema<typeof schemas.OneToMany, { selectionSetDepth: 6 }>;
// @ts-expect-error there is no such option
export type Unknown = ClientSchema<typeof schemas.OneToMany, { depth: 2 }>;
// @ts-expect-error a schema's type is wanted
export type OfModels = ClientSchema<{ Team: Schema['Team'] }>;
