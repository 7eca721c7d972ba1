import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalApi } from 'cdk-appsync-data/local';
import { send } from '../support/graphql';
import { expectCommittedSnapshot, synthesizeApp } from '../support/integ-app';

const name = 'integ.own-tables';
const outdir = synthesizeApp(name);

test('the template is the one that is committed', () => {
  expectCommittedSnapshot(name, outdir);
});

test('a table is made for the one model that has none', () => {
  const { Resources } = JSON.parse(readFileSync(join(outdir, 'OwnTables.template.json'), 'utf8')) as { Resources: Record<string, { Type: string }> };
  const tables = Object.entries(Resources).filter(([, { Type }]) => Type.startsWith('AWS::DynamoDB::')).map(([id, { Type }]) => [id.replace(/[0-9A-F]{8}$/, ''), Type]);
  expect(tables).toEqual([['Members', 'AWS::DynamoDB::Table'], ['Teams', 'AWS::DynamoDB::GlobalTable'], ['DataTablesSession', 'AWS::DynamoDB::GlobalTable']]);
});

test('records are written to these tables, and read with each other', async () => {
  const api = await LocalApi.fromAssembly(outdir, { stack: 'OwnTables' });
  try {
    await send(api, `mutation {
      createTeam(input: { id: "t", mantra: "Go" }) { id } createMember(input: { id: "m", name: "Tim", teamId: "t" }) { id }
      createSession(input: { id: "s", memberId: "m", expiresAt: 1900000000 }) { id }
    }`);
    api.clearRequests();
    const { data } = await send(api, '{ getTeam(id: "t") { mantra members { items { name sessions { items { id } } } } } }');
    expect(data).toEqual({ getTeam: { mantra: 'Go', members: { items: [{ name: 'Tim', sessions: { items: [{ id: 's' }] } }] } } });
    expect(api.requests.map(({ operation, table, index }) => [operation, /Session|Members|Teams/.exec(table)?.[0], index])).toEqual([
      ['GetItem', 'Teams', undefined], ['Query', 'Members', 'gsi-Team.members'], ['Query', 'Session', 'gsi-Member.sessions'],
    ]);
  } finally {
    await api.close();
  }
});
