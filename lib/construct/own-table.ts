import { Arn, ArnFormat, Stack, Token, type ResourceEnvironment } from 'aws-cdk-lib';
import { type ITable } from 'aws-cdk-lib/aws-dynamodb';
import { type Construct } from 'constructs';
import { type TablePlan } from '../plan';
import { quoted } from './quoted';
import { type ModelTables } from './table-options';

/** Whether what `tables` has for a model is a table, and no options and no function. */
export function isTable(value: ModelTables[string]): value is ITable {
  return typeof value === 'object' && 'tableArn' in value;
}

/** Where a table is: as its ARN says where that is known, which `Table.fromTableArn()` leaves to whoever reads it. */
export function environmentOf({ tableArn, env }: ITable): ResourceEnvironment {
  if (Token.isUnresolved(tableArn)) return env;
  const { region, account } = Arn.split(tableArn, ArnFormat.SLASH_RESOURCE_NAME);
  return { region: region || env.region, account: account || env.account };
}

/**
 * Resolvers take every record of a table for one of their model: a list would have those of all models that share the table.
 *
 * @throws Error for a table that is given for several models
 */
export function checkOneModelEach(tables: ReadonlyMap<string, ITable>): void {
  const models = new Map<string, string[]>();
  for (const [model, { tableArn }] of tables) models.set(tableArn, [...models.get(tableArn) ?? [], model]);
  const shared = [...models.values()].find(({ length }) => length > 1);
  if (shared) throw new Error(`'tables' has the same table for ${quoted(shared)}, and the records of a table are those of one model; give each a table of its own`);
}

/**
 * Checks that resolvers can get at the tables: AppSync's data source names a table's region and no account, and a BatchGetItem asks one
 * region.
 *
 * @throws Error for tables in another account, and for those that are read in one request and are in several regions
 */
export function checkTablePlaces(scope: Construct, tables: ReadonlyMap<string, ITable>, plans: readonly TablePlan[]): void {
  const { account } = Stack.of(scope);
  for (const [model, table] of tables) {
    const { account: other } = environmentOf(table);
    if (differ(account, other)) throw new Error(`the table of ${model} is in the account '${other}', and the API in '${account}': a data source of AppSync works on tables of its own account; give a table of that`);
  }
  for (const { model, access } of plans) {
    for (const { model: related = model } of access) {
      const [{ region }, { region: other }] = [environmentOf(tables.get(model)!), environmentOf(tables.get(related)!)];
      if (!differ(region, other)) continue;
      throw new Error(`the table of ${model} is in the region '${region}' and that of ${related} in '${other}', and records of ${model} are read with those of ${related} that they belong to, in one request to one region; give tables of one region`);
    }
  }
}

/** Whether two names of regions or accounts are known to be different. */
export function differ(one: string, other: string): boolean {
  return !Token.isUnresolved(one) && !Token.isUnresolved(other) && one !== other;
}
