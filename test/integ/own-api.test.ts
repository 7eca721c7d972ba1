import { LocalApi } from 'cdk-appsync-data/local';
import { send } from '../support/graphql';
import { expectCommittedSnapshot, synthesizeApp } from '../support/integ-app';

const name = 'integ.own-api';
const outdir = synthesizeApp(name);

test('the template is the one that is committed', () => {
  expectCommittedSnapshot(name, outdir);
});

test('what the schema has more is answered beside what the data model has', async () => {
  const api = await LocalApi.fromAssembly(outdir, { stack: 'OwnApi' });
  try {
    await send(api, 'mutation { createTeam(input: { id: "t", mantra: "go" }) { id } createMember(input: { id: "m", name: "Tim", teamId: "t" }) { id } }');
    const { data } = await send(api, '{ health { ok checkedAt } getMember(id: "m") { name team { shout members { items { id } } } } }');
    expect(data).toEqual({
      health: { ok: true, checkedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
      getMember: { name: 'Tim', team: { shout: 'GO', members: { items: [{ id: 'm' }] } } },
    });
  } finally {
    await api.close();
  }
});
