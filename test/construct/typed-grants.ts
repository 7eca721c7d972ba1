/** Which names `data.grants` and `data.metrics` take: compiled only. */
import { type App, Stack } from 'aws-cdk-lib';
import { type Role } from 'aws-cdk-lib/aws-iam';
import { a, AppSyncData, type AppSyncDataGrants, type RootFieldName } from 'cdk-appsync-data';
import { schemas } from '../../integ/schemas/relationships';
import { same } from '../types/assert';

const { OneToMany } = schemas;
const withIndex = a.schema({
  Note: a.model({ text: a.string(), author: a.string().required() }).secondaryIndexes((index) => [index('author')]).disableOperations(['delete']),
  Kind: a.enum(['A']),
});

const dataOf = (stack: Stack) => ({ data: new AppSyncData(stack, 'Data', { schema: OneToMany }), indexed: new AppSyncData(stack, 'Indexed', { schema: withIndex }) });

export function rightGrants(app: App, role: Role) {
  const { data, indexed } = dataOf(new Stack(app, 'Right'));
  data.grants.query(role);
  data.grants.query(role, 'getTeam', 'listTeams', 'getMember');
  data.grants.mutation(role, 'createTeam');
  data.grants.subscription(role, 'onCreateTeam');
  data.grants.read(role, 'Team');
  data.grants.write(role, 'Member');
  indexed.grants.query(role, 'listNoteByAuthor');
  data.metrics.metric('ConnectSuccess');
}

export function wrongGrants(app: App, role: Role) {
  const { data, indexed } = dataOf(new Stack(app, 'Wrong'));
  // @ts-expect-error there is no such query
  data.grants.query(role, 'getTaem');
  // @ts-expect-error a mutation is no query
  data.grants.query(role, 'createTeam');
  // @ts-expect-error a field of a model is no query
  data.grants.query(role, 'members');
  // @ts-expect-error there is no such subscription
  data.grants.subscription(role, 'onTeam');
  // @ts-expect-error there is no such model
  data.grants.read(role, 'Taem');
  // @ts-expect-error an enum is no model
  indexed.grants.read(role, 'Kind');
  // @ts-expect-error the operation is disabled
  indexed.grants.mutation(role, 'deleteNote');
  // @ts-expect-error and its subscription with it
  indexed.grants.subscription(role, 'onDeleteNote');
  // @ts-expect-error AppSync measures it of all APIs only
  data.metrics.metric('TokensConsumed');
}

// Where the compiler does not know the schema, it takes any name.
same<Parameters<AppSyncDataGrants['query']>[1], string>(true);
same<RootFieldName<Record<string, unknown>, 'Query'>, string>(true);
// What takes any API takes this one.
export const anyData = (stack: Stack): AppSyncData[] => Object.values(dataOf(stack));
