import { generateClient, type Client } from 'aws-amplify/data';
import { type ClientSchema } from 'cdk-appsync-data';
import { type LocalApi } from 'cdk-appsync-data/local';
import { schemas } from '../../integ/schemas/relationships';
import { serve } from '../support/amplify-client';
import {
  createHasMany, deleteHasMany, deleteTeamWithMembers, eagerlyLoadHasMany, lazyLoadHasMany, updateHasMany,
} from './snippets';

type Schema = ClientSchema<typeof schemas.OneToMany>;

let api: LocalApi;
let client: Client<Schema>;

beforeAll(async () => {
  api = await serve(schemas.OneToMany);
  client = generateClient<Schema>();
  jest.spyOn(console, 'log').mockImplementation(() => {});
});

afterAll(() => api.close());

/** The team that the document reads, with two members; others that must not come along. */
async function teamWithMembers(teamId: string): Promise<void> {
  await client.models.Team.create({ id: teamId, mantra: 'Go Frontend!' });
  await client.models.Member.create({ id: `${teamId}-1`, name: 'Tim', teamId });
  await client.models.Member.create({ id: `${teamId}-2`, name: 'Ada', teamId });
  await client.models.Member.create({ name: 'Elsewhere', teamId: 'another-team' });
  await client.models.Member.create({ name: 'Nowhere' });
}

test('create a "has many" relationship between records', async () => {
  const { team, member } = await createHasMany(client);

  expect(team).toMatchObject({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), mantra: 'Go Frontend!' });
  expect(member).toMatchObject({ name: 'Tim', teamId: team.id, createdAt: expect.stringMatching(/Z$/), updatedAt: expect.stringMatching(/Z$/) });
  expect((await member.team()).data).toMatchObject({ id: team.id, mantra: 'Go Frontend!' });
});

test('update a "has many" relationship between records', async () => {
  await client.models.Member.create({ id: 'MY_MEMBER_ID', name: 'Tim', teamId: 'old-team' });

  const newTeam = await updateHasMany(client);

  expect((await client.models.Member.get({ id: 'MY_MEMBER_ID' })).data).toMatchObject({ name: 'Tim', teamId: newTeam.id });
  expect((await newTeam.members()).data).toMatchObject([{ id: 'MY_MEMBER_ID' }]);
});

test('delete a "has many" relationship between records', async () => {
  const { data: team } = await client.models.Team.create({ id: 'left', mantra: 'Gone' });
  const { data: before } = await client.models.Member.update({ id: 'MY_MEMBER_ID', teamId: team!.id });

  const { data, errors } = await deleteHasMany(client);

  expect(before).toMatchObject({ teamId: 'left' });
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({ id: 'MY_MEMBER_ID', name: 'Tim', teamId: null });
  expect((await team!.members()).data).toEqual([]);
  expect((await data!.team()).data).toBeNull();
});

test('lazy load a "has many" relationship', async () => {
  await teamWithMembers('MY_TEAM_ID');

  const members = await lazyLoadHasMany(client);

  expect(members.map((member) => member.id).sort()).toEqual(['MY_TEAM_ID-1', 'MY_TEAM_ID-2']);
  expect((await members[0]!.team()).data).toMatchObject({ id: 'MY_TEAM_ID' });
});

test('eagerly load a "has many" relationship', async () => {
  const teamWithMembers = await eagerlyLoadHasMany(client);

  expect(teamWithMembers.id).toBe('MY_TEAM_ID');
  expect(teamWithMembers.members).toHaveLength(2);
  expect(teamWithMembers.members).toEqual(expect.arrayContaining([
    { id: 'MY_TEAM_ID-1', name: 'Tim', teamId: 'MY_TEAM_ID', createdAt: expect.any(String), updatedAt: expect.any(String) },
    { id: 'MY_TEAM_ID-2', name: 'Ada', teamId: 'MY_TEAM_ID', createdAt: expect.any(String), updatedAt: expect.any(String) },
  ]));
});

test('a relationship that is loaded eagerly is read from its index', async () => {
  api.clearRequests();
  await client.models.Team.get({ id: 'MY_TEAM_ID' }, { selectionSet: ['id', 'members.*'] });

  expect(api.requests).toMatchObject([
    { operation: 'GetItem', itemsRead: 1 },
    { operation: 'Query', index: 'gsi-Team.members', itemsRead: 2 },
  ]);
});

test('handling orphaned foreign keys on parent record deletion', async () => {
  const teamId = 'MY_TEAM_ID';
  await client.models.Member.create({ id: 'orphan', name: 'Eve', teamId: 'gone' });

  await deleteTeamWithMembers(client, teamId);

  const { data: orphan } = await client.models.Member.get({ id: 'orphan' });
  expect(await orphan!.team()).toEqual({ data: null });

  expect((await client.models.Team.get({ id: teamId })).data).toBeNull();
  expect((await client.models.Member.list({ filter: { teamId: { eq: teamId } } })).data).toEqual([]);
  expect((await client.models.Member.list({ filter: { name: { eq: 'Elsewhere' } } })).data).toHaveLength(1);
});
