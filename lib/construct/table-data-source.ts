import { DynamoDbDataSource, type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { type ITable } from 'aws-cdk-lib/aws-dynamodb';
import { type Construct } from 'constructs';
import { type Access } from '../plan';
import { dataSourceRole } from './data-source-role';
import { environmentOf } from './own-table';

interface TableDataSourceProps {
  readonly api: GraphqlApi;
  readonly name: string;
  readonly table: ITable;
  /** What is done with the table, and no more. */
  readonly access: readonly Access[];
  /** The tables of all models, by name. */
  readonly tables: ReadonlyMap<string, ITable>;
}

/** A data source for a table, with a role of its own, in the region that the table is in. */
export function tableDataSource(scope: Construct, { access, tables, ...props }: TableDataSourceProps): DynamoDbDataSource {
  const { api, table } = props;
  const dataSource = new DynamoDbDataSource(scope, 'DataSource', {
    ...props,
    // The role is complete; the data source would add the right to every action.
    serviceRole: dataSourceRole(scope, { api, table, access, tables }).withoutPolicyUpdates(),
  });
  const { region } = environmentOf(table);
  if (region !== table.env.region) dataSource.ds.addPropertyOverride('DynamoDBConfig.AwsRegion', region);
  return dataSource;
}
