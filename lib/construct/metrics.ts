import { Duration } from 'aws-cdk-lib';
import { type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { Metric, Stats, type MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';

/** AppSync counts what is open once a minute: to sum that up over more minutes would count it again. */
const countedEachMinute: MetricOptions = { statistic: Stats.SUM, period: Duration.minutes(1) };
const counted: MetricOptions = { statistic: Stats.SUM };
const measured: MetricOptions = { statistic: Stats.AVERAGE };

/**
 * What AppSync measures of each API, and how it is summed up. Its `Requests` and `TokensConsumed` are not here: they are those of all APIs
 * of an account.
 *
 * @see https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html
 */
const defaults = {
  '4XXError': counted,
  '5XXError': counted,
  'Latency': measured,
  'ActiveConnections': countedEachMinute,
  'ActiveSubscriptions': countedEachMinute,
  'ConnectRequests': counted,
  'ConnectSuccess': counted,
  'ConnectClientError': counted,
  'ConnectServerError': counted,
  'ConnectionDuration': measured,
  'DisconnectSuccess': counted,
  'DisconnectClientError': counted,
  'DisconnectServerError': counted,
  'SubscribeSuccess': counted,
  'SubscribeClientError': counted,
  'SubscribeServerError': counted,
  'UnsubscribeSuccess': counted,
  'UnsubscribeClientError': counted,
  'UnsubscribeServerError': counted,
  'PublishDataMessageSuccess': counted,
  'PublishDataMessageClientError': counted,
  'PublishDataMessageServerError': counted,
  'PublishDataMessageSize': measured,
  'InboundMessageSuccess': counted,
  'InboundMessageError': counted,
  'InboundMessageFailure': counted,
  'InboundMessageDelayed': counted,
  'InboundMessageDropped': counted,
  'OutboundMessages': counted,
} as const satisfies Readonly<Record<string, MetricOptions>>;

/** The name of what AppSync measures of each API. */
export type AppSyncMetricName = keyof typeof defaults;

/** The metrics of the API in CloudWatch, in the namespace `AWS/AppSync`. Those of DynamoDB are the tables': `data.tables.Team.metric(...)`. */
export class AppSyncDataMetrics {
  public constructor(private readonly api: GraphqlApi) {}

  /**
   * A metric by the name that AppSync has for it. By default it is a sum over 5 minutes; of what is open, over 1 minute; of durations and
   * sizes, an average over 5 minutes.
   */
  public metric(metricName: AppSyncMetricName, props?: MetricOptions): Metric {
    return new Metric({ namespace: 'AWS/AppSync', metricName, dimensionsMap: { GraphQLAPIId: this.api.apiId }, ...defaults[metricName], ...props }).attachTo(this.api);
  }

  /** Requests that the client has wrong: not valid, not authorized, or too many. `4XXError`, by default a sum over 5 minutes. */
  public clientErrors(props?: MetricOptions): Metric {
    return this.metric('4XXError', props);
  }

  /** Requests that AppSync failed to serve. `5XXError`, by default a sum over 5 minutes. */
  public serverErrors(props?: MetricOptions): Metric {
    return this.metric('5XXError', props);
  }

  /** How long AppSync takes for a request, in milliseconds. `Latency`, by default an average over 5 minutes. */
  public latency(props?: MetricOptions): Metric {
    return this.metric('Latency', props);
  }

  /**
   * How many requests there are. AppSync counts those of all APIs of an account only; here it is how often it has measured `Latency`, by
   * default over 5 minutes.
   */
  public requests(props?: MetricOptions): Metric {
    return this.metric('Latency', { statistic: Stats.SAMPLE_COUNT, ...props });
  }

  /** Connections of subscribers that are open. `ActiveConnections`, by default a sum over 1 minute. */
  public activeConnections(props?: MetricOptions): Metric {
    return this.metric('ActiveConnections', props);
  }

  /** Subscriptions that are open. `ActiveSubscriptions`, by default a sum over 1 minute. */
  public activeSubscriptions(props?: MetricOptions): Metric {
    return this.metric('ActiveSubscriptions', props);
  }
}
