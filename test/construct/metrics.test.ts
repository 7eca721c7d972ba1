import { App, Duration, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { type Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { AppSyncData, AppSyncDataDashboard, type AppSyncDataMetrics } from 'cdk-appsync-data';
import { schemas } from '../../integ/schemas/relationships';

const { OneToMany: schema } = schemas;

function sports() {
  const stack = new Stack(new App(), 'Test');
  return { stack, data: new AppSyncData(stack, 'Data', { schema }) };
}

describe('the metrics of the API', () => {
  const cases: [string, (metrics: AppSyncDataMetrics) => Metric, string, string, Duration][] = [
    ['client errors', (metrics) => metrics.clientErrors(), '4XXError', 'Sum', Duration.minutes(5)],
    ['server errors', (metrics) => metrics.serverErrors(), '5XXError', 'Sum', Duration.minutes(5)],
    ['latency', (metrics) => metrics.latency(), 'Latency', 'Average', Duration.minutes(5)],
    ['requests', (metrics) => metrics.requests(), 'Latency', 'SampleCount', Duration.minutes(5)],
    ['open connections', (metrics) => metrics.activeConnections(), 'ActiveConnections', 'Sum', Duration.minutes(1)],
    ['open subscriptions', (metrics) => metrics.activeSubscriptions(), 'ActiveSubscriptions', 'Sum', Duration.minutes(1)],
    ['any other', (metrics) => metrics.metric('ConnectClientError'), 'ConnectClientError', 'Sum', Duration.minutes(5)],
    ['durations', (metrics) => metrics.metric('ConnectionDuration'), 'ConnectionDuration', 'Average', Duration.minutes(5)],
    ['what is asked for', (metrics) => metrics.latency({ statistic: 'p95', period: Duration.minutes(1) }), 'Latency', 'p95', Duration.minutes(1)],
  ];

  test.each(cases)('%s', (_, metricOf, metricName, statistic, period) => {
    const { stack, data } = sports();
    const metric = metricOf(data.metrics);

    expect(metric).toMatchObject({ namespace: 'AWS/AppSync', metricName, statistic, period });
    expect(stack.resolve(metric.dimensions)).toEqual({ GraphQLAPIId: { 'Fn::GetAtt': [expect.stringMatching(/^DataApi/), 'ApiId'] } });
  });

  test('an alarm is made of one', () => {
    const { stack, data } = sports();
    data.metrics.serverErrors().createAlarm(stack, 'Alarm', { threshold: 1, evaluationPeriods: 1 });

    Template.fromStack(stack).hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'AWS/AppSync', MetricName: '5XXError', Statistic: 'Sum', Period: 300, Threshold: 1,
      Dimensions: [{ Name: 'GraphQLAPIId', Value: { 'Fn::GetAtt': [Match.stringLikeRegexp('^DataApi'), 'ApiId'] } }],
    });
  });
});

test('the metrics of DynamoDB are those of the tables', () => {
  const { stack, data } = sports();
  const metric = data.tables.Team.metricConsumedReadCapacityUnits();

  expect(metric).toMatchObject({ namespace: 'AWS/DynamoDB', metricName: 'ConsumedReadCapacityUnits', statistic: 'Sum' });
  expect(stack.resolve(metric.dimensions)).toEqual({ TableName: { Ref: expect.stringMatching(/^DataTablesTeam/) } });
});

describe('the dashboard', () => {
  interface Graph { readonly x: number; readonly y: number; readonly properties: { readonly title: string; readonly metrics: (string | { label: string; stat?: string })[][] } }

  /** The graphs, with what stands for table names and the API's id as text. */
  function graphsOf(stack: Stack): Graph[] {
    const [dashboard] = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Dashboard'));
    const parts = dashboard!.Properties.DashboardBody['Fn::Join'][1] as (string | Record<string, unknown>)[];
    return JSON.parse(parts.map((part) => (typeof part === 'string' ? part : Object.values(part).flat().join('.').replace(/[0-9A-F]{8}/, ''))).join('')).widgets;
  }

  const { stack, data } = sports();
  const dashboard = new AppSyncDataDashboard(stack, 'Dashboard', { data, dashboardName: 'Sports', defaultInterval: Duration.days(1) });
  const graphs = graphsOf(stack);

  test('has errors, latency and requests, and what tables consume and throttle', () => {
    expect(graphs.map(({ x, y, properties: { title } }) => [y, x, title])).toEqual([
      [0, 0, 'Errors'], [0, 8, 'Latency'], [0, 16, 'Requests'],
      [6, 0, 'Consumed read capacity'], [6, 12, 'Consumed write capacity'],
      [12, 0, 'Throttled reads'], [12, 12, 'Throttled writes'],
    ]);
  });

  test('has the percentiles of latency', () => {
    expect(graphs[1]!.properties.metrics).toEqual(['p50', 'p95'].map((stat) => ['AWS/AppSync', 'Latency', 'GraphQLAPIId', 'DataApi.ApiId', { label: stat, stat }]));
  });

  test('has each table and each of its indexes', () => {
    expect(graphs[5]!.properties.metrics).toEqual([
      ['AWS/DynamoDB', 'ReadThrottleEvents', 'TableName', 'DataTablesMember', expect.objectContaining({ label: 'Member', stat: 'Sum' })],
      ['AWS/DynamoDB', 'ReadThrottleEvents', 'GlobalSecondaryIndexName', 'gsi-Team.members', 'TableName', 'DataTablesMember', expect.objectContaining({ label: 'Member gsi-Team.members', stat: 'Sum' })],
      ['AWS/DynamoDB', 'ReadThrottleEvents', 'TableName', 'DataTablesTeam', expect.objectContaining({ label: 'Team', stat: 'Sum' })],
    ]);
  });

  test('is one of the CDK', () => {
    Template.fromStack(stack).hasResourceProperties('AWS::CloudWatch::Dashboard', { DashboardName: 'Sports' });
    expect(stack.resolve(dashboard.dashboardArn)).toBeDefined();
  });
});
