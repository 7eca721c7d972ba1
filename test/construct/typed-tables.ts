/** Which `tables` the compiler takes: compiled only. */
import { type App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { type ITable, type ITableV2, type TablePropsV2, type TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { AppSyncData, type AppSyncDataProps, type ModelTables } from 'cdk-appsync-data';
import { a } from 'cdk-appsync-data/schema';
import { schemas } from '../../integ/schemas/relationships';
import { same, typeOf } from '../types/assert';

const { OneToMany: schema } = schemas;

export function rightTables(app: App) {
  const stack = new Stack(app, 'Right');
  new AppSyncData(stack, 'None', { schema });
  new AppSyncData(stack, 'Some', { schema, removalPolicy: RemovalPolicy.DESTROY, tables: { Team: { deletionProtection: false } } });
  const data = new AppSyncData(stack, 'Hook', { schema, tables: { Team: (props) => ({ ...props, tableName: 'teams' }), Member: { tags: [{ key: 'owner', value: 'sports' }] } } });
  // What is said of the tables says nothing of which there are.
  typeOf(data.tables).is<{ readonly Member: TableV2; readonly Team: TableV2 }>(true);
  new AppSyncData(stack, 'HookType', { schema, tables: { Team: (props) => { same<typeof props, TablePropsV2>(true); return props; } } });
}

export function ownTables(app: App, table: ITable, tableV2: ITableV2) {
  const stack = new Stack(app, 'Own');
  const data = new AppSyncData(stack, 'One', { schema, tables: { Member: table } });
  typeOf(data.tables).is<{ readonly Member: ITable; readonly Team: TableV2 }>(true);
  const both = new AppSyncData(stack, 'Both', { schema, tables: { Member: tableV2, Team: { deletionProtection: false } } });
  typeOf(both.tables).is<{ readonly Member: ITableV2; readonly Team: TableV2 }>(true);
  const given: AppSyncData[] = [data, both];
  // @ts-expect-error there is no such model
  new AppSyncData(stack, 'Model', { schema, tables: { Member: table, Taem: table } });
  // @ts-expect-error an option that there is not, beside a table
  new AppSyncData(stack, 'Option', { schema, tables: { Member: table, Team: { deletionProtection: false, deleteProtection: false } } });
  // @ts-expect-error a table that is not made has no methods of one that is
  void data.tables.Member.replica;
  return given;
}

export function wrongTables(app: App) {
  const stack = new Stack(app, 'Wrong');
  // @ts-expect-error there is no such model
  new AppSyncData(stack, 'Model', { schema, tables: { Taem: { deletionProtection: false } } });
  // @ts-expect-error there is no such option
  new AppSyncData(stack, 'Option', { schema, tables: { Team: { deleteProtection: false } } });
  // @ts-expect-error an option of TableV2 that only a function may change
  new AppSyncData(stack, 'TableName', { schema, tables: { Team: { tableName: 'teams' } } });
  // @ts-expect-error a function gives the properties back
  new AppSyncData(stack, 'Nothing', { schema, tables: { Team: () => {} } });
  // @ts-expect-error a type that is no model has no table
  new AppSyncData(stack, 'Enum', { schema: a.schema({ Kind: a.enum(['A']), Todo: a.model({ kind: a.ref('Kind') }) }), tables: { Kind: {} } });
}

// Where the compiler does not know the schema, it takes any name.
export const anyTables: AppSyncDataProps['tables'] = { Anything: { deletionProtection: false } };
same<NonNullable<AppSyncDataProps['tables']>, ModelTables>(true);
