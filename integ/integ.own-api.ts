/** Teams with members in an API that has more than they: a field that tells how it is, and one of the teams. */
import { App, Stack } from 'aws-cdk-lib';
import { Code, Definition, GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { AppSyncData, AppSyncDataSchema } from 'cdk-appsync-data';
import { hardened } from './schemas/hardened';

const app = new App();
const stack = new Stack(app, 'OwnApi');

const extension = `
  extend type Query { health: Health! }
  extend type Team { shout: String! }
  type Health { ok: Boolean!, checkedAt: AWSDateTime! }
`;
const api = new GraphqlApi(stack, 'Api', { name: 'sports', definition: Definition.fromSchema(new AppSyncDataSchema(hardened, { extension })), xrayEnabled: true });
const data = new AppSyncData(stack, 'Data', { schema: hardened, api });

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

app.synth();
