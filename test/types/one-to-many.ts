import { generateClient, type SelectionSet } from 'aws-amplify/data';
import { type ClientSchema } from 'cdk-appsync-data/schema';
import { type schemas } from '../../integ/schemas/relationships';
import { same, typeOf } from './assert';
import { type ImpliedFields } from './implied-fields';

type Schema = ClientSchema<typeof schemas.OneToMany>;
const { models } = generateClient<Schema>();

interface Team extends ImpliedFields { mantra: string; members: Schema['Team']['type']['members'] }
interface Member extends ImpliedFields { name: string; teamId: string | null; team: Schema['Member']['type']['team'] }
/** As a loader gives it. */
interface LoadedMember extends ImpliedFields { name: string; teamId?: string | null; team: Schema['Member']['type']['team'] }

same<Schema['Team']['createType'], { id?: string; mantra: string }>(true);
same<Schema['Member']['createType'], { id?: string; name: string; teamId?: string | null }>(true);
same<Schema['Member']['updateType'], { id: string; name?: string; teamId?: string | null }>(true);
same<Schema['Member']['deleteType'], { readonly id: string }>(true);
same<Schema['Member']['identifier'], { readonly id: string }>(true);

export async function mutations() {
  const { data: team } = await models.Team.create({ mantra: 'Go!' });
  typeOf(team).is<Team | null>(true);
  const { data: member, errors } = await models.Member.create({ id: 'm1', name: 'Ann', teamId: team?.id ?? null });
  typeOf(member).is<Member | null>(true);
  void errors?.map(({ message, errorType, path }) => [message, errorType, path]);
  const { data: moved } = await models.Member.update({ id: 'm1', teamId: null });
  typeOf(moved).is<Member | null>(true);
  const { data: gone } = await models.Member.delete({ id: 'm1' }, { authMode: 'apiKey' });
  typeOf(gone).is<Member | null>(true);
}

export async function wrongMutations() {
  // @ts-expect-error mantra is missing
  await models.Team.create({});
  // @ts-expect-error mantra is required
  await models.Team.create({ mantra: null });
  // @ts-expect-error a mantra is a string
  await models.Team.create({ mantra: 1 });
  // @ts-expect-error there is no such field
  await models.Team.create({ mantra: 'Go!', motto: 'Go!' });
  // @ts-expect-error the API writes the time
  await models.Team.create({ mantra: 'Go!', createdAt: '2026-01-31T12:30:00.000Z' });
  // @ts-expect-error the reference field is written, not the relationship
  await models.Member.create({ name: 'Ann', team: { id: 't1' } });
  // @ts-expect-error members hold the reference
  await models.Team.create({ mantra: 'Go!', members: [] });
  // @ts-expect-error which member?
  await models.Member.update({ name: 'Ann' });
  // @ts-expect-error a required field can't be taken away
  await models.Member.update({ id: 'm1', name: null });
  // @ts-expect-error there is no such field
  await models.Member.update({ id: 'm1', nmae: 'Ann' });
  // @ts-expect-error only the identifier says which
  await models.Member.delete({ name: 'Ann' });
  // @ts-expect-error there is no such authorization
  await models.Member.delete({ id: 'm1' }, { authMode: 'apikey' });
}

export async function reads() {
  const { data: team } = await models.Team.get({ id: 't1' });
  typeOf(team).is<Team | null>(true);
  const { data: teams, nextToken } = await models.Team.list({ limit: 10, nextToken: null });
  typeOf(teams).is<Team[]>(true);
  typeOf(nextToken).is<string | null | undefined>(true);
  // @ts-expect-error there may be no such team
  void team.mantra;
  // @ts-expect-error a list is no record
  void teams.mantra;
  // @ts-expect-error an identifier is an object
  await models.Team.get('t1');
  // @ts-expect-error an id is a string
  await models.Team.get({ id: 1 });
  // @ts-expect-error a mantra does not identify
  await models.Team.get({ mantra: 'Go!' });
  // @ts-expect-error there is no sort key
  await models.Team.list({ sortDirection: 'ASC' });
}

export async function lazily(team: Team, member: Member) {
  const { data: members, nextToken } = await team.members({ limit: 10, nextToken: null });
  typeOf(members).is<Schema['Member']['type'][]>(true);
  typeOf(members[0]!).is<LoadedMember>(true);
  typeOf(nextToken).is<string | null | undefined>(true);
  const { data: back } = await member.team({ authMode: 'apiKey' });
  typeOf(back).is<Schema['Team']['type'] | null>(true);
  const { data: colleagues } = await back!.members();
  typeOf(colleagues).is<Schema['Member']['type'][]>(true);
  // @ts-expect-error a member may have no team
  void back.mantra;
  // @ts-expect-error one record has no pages
  await member.team({ limit: 1 });
  // @ts-expect-error a relationship has to be called
  void team.members.data;
}

export async function eagerly() {
  const selectionSet = ['id', 'members.*', 'members.team.mantra'] as const;
  interface Expected {
    readonly id: string;
    readonly members: {
      readonly name: string; readonly teamId: string | null; readonly id: string; readonly createdAt: string; readonly updatedAt: string;
      readonly team: { readonly mantra: string };
    }[];
  }
  same<SelectionSet<Schema['Team'], typeof selectionSet>, Expected>(true);
  const { data: team } = await models.Team.get({ id: 't1' }, { selectionSet });
  typeOf(team).is<Expected | null>(true);
  const { data: members } = await models.Member.list({ selectionSet: ['name', 'team.mantra', 'team.members.name'] });
  typeOf(members).is<{ readonly name: string; readonly team: { readonly mantra: string; readonly members: { readonly name: string }[] } }[]>(true);
  const { data: created } = await models.Member.create({ name: 'Ann' }, { selectionSet: ['team.id'] });
  typeOf(created).is<{ readonly team: { readonly id: string } } | null>(true);
  // @ts-expect-error what was not selected is not there
  void team!.mantra;
  // @ts-expect-error there is no such field
  await models.Team.list({ selectionSet: ['id', 'members.nmae'] });
  // @ts-expect-error a relationship has fields to select
  await models.Team.list({ selectionSet: ['members'] });
  // @ts-expect-error a field has none
  await models.Team.list({ selectionSet: ['mantra.*'] });
}

// @ts-expect-error there is no such relationship
export type Wrong = SelectionSet<Schema['Team'], ['id', 'member.*']>;

export async function filters() {
  await models.Member.list({ filter: { teamId: { eq: 't1' }, name: { beginsWith: 'A', size: { gt: 2 } }, createdAt: { between: ['2026', '2027'] } } });
  await models.Member.list({ filter: { or: [{ name: { contains: 'n' } }, { not: { teamId: { attributeExists: true } } }], and: { id: { ne: 'm1' } } } });
  // @ts-expect-error there is no such field
  await models.Member.list({ filter: { nmae: { eq: 'Ann' } } });
  // @ts-expect-error nor deeper in
  await models.Member.list({ filter: { or: [{ not: { nmae: { eq: 'Ann' } } }] } });
  // @ts-expect-error there is no such operator
  await models.Member.list({ filter: { name: { startsWith: 'A' } } });
  // @ts-expect-error a value needs an operator
  await models.Member.list({ filter: { name: 'Ann' } });
  // @ts-expect-error a name is a string
  await models.Member.list({ filter: { name: { eq: 1 } } });
  // @ts-expect-error relationships are no part of a filter
  await models.Member.list({ filter: { team: { mantra: { eq: 'Go!' } } } });
  // @ts-expect-error nor those to many
  await models.Team.list({ filter: { members: { name: { eq: 'Ann' } } } });
  // @ts-expect-error only subscriptions take a set of values
  await models.Member.list({ filter: { name: { in: ['Ann'] } } });
}

export function subscriptions() {
  models.Member.onCreate({ filter: { or: [{ teamId: { eq: 't1' } }, { name: { in: ['Ann', 'Ben'] } }] } }).subscribe((member) => typeOf(member).is<Member>(true)).unsubscribe();
  models.Member.onUpdate({ selectionSet: ['name'] }).subscribe((member) => typeOf(member).is<{ readonly name: string }>(true));
  models.Team.onDelete().subscribe({ next: (team) => typeOf(team).is<Team>(true) });
  models.Member.observeQuery({ filter: { teamId: { eq: 't1' } }, selectionSet: ['name', 'team.mantra'] }).subscribe(({ items, isSynced }) => {
    typeOf(items).is<{ readonly name: string; readonly team: { readonly mantra: string } }[]>(true);
    typeOf(isSynced).is<boolean>(true);
  });
  models.Team.observeQuery().subscribe(({ items }) => typeOf(items).is<Team[]>(true));
  // @ts-expect-error there is no such field
  models.Member.onCreate({ filter: { nmae: { eq: 'Ann' } } });
  // @ts-expect-error relationships are no part of a filter
  models.Member.onUpdate({ filter: { team: { eq: 't1' } } });
  // @ts-expect-error a subscription can't see whether there is a value
  models.Member.onDelete({ filter: { teamId: { attributeExists: true } } });
  // @ts-expect-error there is no such path
  models.Member.observeQuery({ selectionSet: ['team.name'] });
}
