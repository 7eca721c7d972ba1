import { Dashboard, GraphWidget, Stats, type DashboardProps, type Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { type ITable } from 'aws-cdk-lib/aws-dynamodb';
import { type Construct } from 'constructs';
import { type AppSyncDataMetrics } from './metrics';
import { indexNames } from './own-table-checks';

/** Properties of {@link AppSyncDataDashboard}. */
export interface AppSyncDataDashboardProps extends DashboardProps {
  /** The API to look at, and its tables. */
  readonly data: {
    readonly metrics: AppSyncDataMetrics;
    readonly tables: { readonly [model: string]: ITable };
  };
}

/**
 * A dashboard in CloudWatch: errors, latency and requests of the API, and what its tables and their indexes consume and throttle. It is one
 * of the CDK's, to which more can be added.
 */
export class AppSyncDataDashboard extends Dashboard {
  public constructor(scope: Construct, id: string, { data: { metrics, tables }, ...props }: AppSyncDataDashboardProps) {
    super(scope, id, props);
    const ofTables = (name: string): Metric[] => Object.entries(tables).flatMap(([model, table]) => metricsOf(table, model, name));
    const row = (...graphs: [title: string, left: Metric[]][]): void => {
      this.addWidgets(...graphs.map(([title, left]) => new GraphWidget({ title, left, width: 24 / graphs.length, leftYAxis: { min: 0 } })));
    };
    row(
      ['Errors', [metrics.clientErrors({ label: 'client' }), metrics.serverErrors({ label: 'server' })]],
      ['Latency', [metrics.latency({ statistic: 'p50', label: 'p50' }), metrics.latency({ statistic: 'p95', label: 'p95' })]],
      ['Requests', [metrics.requests({ label: 'requests' })]],
    );
    row(['Consumed read capacity', ofTables('ConsumedReadCapacityUnits')], ['Consumed write capacity', ofTables('ConsumedWriteCapacityUnits')]);
    row(['Throttled reads', ofTables('ReadThrottleEvents')], ['Throttled writes', ofTables('WriteThrottleEvents')]);
  }
}

/** A metric of a table and of each of its indexes, as DynamoDB counts what these do apart. */
function metricsOf(table: ITable, model: string, name: string): Metric[] {
  const ofIndexes = indexNames(table).map((index) => table.metric(name, {
    label: `${model} ${index}`, statistic: Stats.SUM, dimensionsMap: { TableName: table.tableName, GlobalSecondaryIndexName: index },
  }));
  return [table.metric(name, { label: model, statistic: Stats.SUM }), ...ofIndexes];
}
