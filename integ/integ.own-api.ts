/** Teams with members in an API that has more than they: a field that tells how it is, and one of the teams. Nothing of it stays when its stack is deleted. */
import { IntegTest } from '@aws-cdk/integ-tests-alpha';
import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Code, Definition, GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { AppSyncData, AppSyncDataSchema } from 'cdk-appsync-data';
import { expectData } from './graphql-assertion';
import { hardened } from './schemas/hardened';

const app = new App();
const stack = new Stack(app, 'OwnApi');

const extension = `
  extend type Query { health: Health! }
  extend type Team { shout: String! }
  type Health { ok: Boolean!, checkedAt: AWSDateTime! }
`;
const api = new GraphqlApi(stack, 'Api', { name: 'sports', definition: Definition.fromSchema(new AppSyncDataSchema(hardened, { extension })), xrayEnabled: true });
const data = new AppSyncData(stack, 'Data', { schema: hardened, api, removalPolicy: RemovalPolicy.DESTROY, deletionProtection: false });

const dataSource = api.addNoneDataSource('Extras');
data.addResolver('Query.health', {
  dataSource,
  code: Code.fromInline(`import { util } from '@aws-appsync/utils';
export const request = () => ({ payload: { ok: true, checkedAt: util.time.nowISO8601() } });
export const response = (ctx) => ctx.result;
`),
});
data.addResolver('Team.shout', {
  dataSource,
  code: Code.fromInline('export const request = (ctx) => ({ payload: ctx.source.mantra.toUpperCase() });\nexport const response = (ctx) => ctx.result;\n'),
});

const test = new IntegTest(app, 'Integ', { testCases: [stack] });
expectData(test, data, 'mutation { createTeam(input: { id: "t", mantra: "go" }) { id } createMember(input: { id: "m", name: "Tim", teamId: "t" }) { id } }', {
  createTeam: { id: 't' }, createMember: { id: 'm' },
}).next(expectData(test, data, '{ health { ok } getMember(id: "m") { name team { shout members { items { id } } } } }', {
  health: { ok: true }, getMember: { name: 'Tim', team: { shout: 'GO', members: { items: [{ id: 'm' }] } } },
}));

app.synth();
