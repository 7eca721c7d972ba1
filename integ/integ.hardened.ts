/**
 * Teams with members who sign in, with everything that is there for security and operation. Not for integ-runner: the account, the
 * certificate and the web ACL are made up.
 */
import { App, Duration, Expiration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  DataSourceLevelMetricsBehavior, FieldLogLevel, IntrospectionConfig, OperationLevelMetricsConfig, ResolverLevelMetricsBehavior, Visibility,
} from 'aws-cdk-lib/aws-appsync';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Billing, ContributorInsightsMode, StreamViewType, TableClass, TableEncryptionV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { AppSyncData } from 'cdk-appsync-data';
import { hardened } from './schemas/hardened';

const account = '123456789012';
const region = 'eu-west-1';
const app = new App();
const stack = new Stack(app, 'Hardened', { env: { account, region } });
const key = new Key(stack, 'Key', { enableKeyRotation: true, pendingWindow: Duration.days(30) });

const data = new AppSyncData(stack, 'Data', {
  schema: hardened,
  name: 'Hardened',
  // The API
  apiKeyExpires: Expiration.fromString('2030-01-01'),
  domainName: { domainName: 'api.example.com', certificate: Certificate.fromCertificateArn(stack, 'Certificate', `arn:aws:acm:us-east-1:${account}:certificate/api`) },
  enhancedMetricsConfig: {
    dataSourceLevelMetricsBehavior: DataSourceLevelMetricsBehavior.FULL_REQUEST_DATA_SOURCE_METRICS,
    operationLevelMetricsConfig: OperationLevelMetricsConfig.ENABLED,
    resolverLevelMetricsBehavior: ResolverLevelMetricsBehavior.FULL_REQUEST_RESOLVER_METRICS,
  },
  introspectionConfig: IntrospectionConfig.DISABLED,
  logConfig: { fieldLogLevel: FieldLogLevel.ERROR, excludeVerboseContent: true, retention: RetentionDays.THREE_MONTHS },
  queryDepthLimit: 8,
  resolverCountLimit: 1000,
  visibility: Visibility.GLOBAL,
  webAclArn: `arn:aws:wafv2:${region}:${account}:regional/webacl/api/1`,
  xrayEnabled: true,
  // All tables
  billing: Billing.onDemand({ maxReadRequestUnits: 1000, maxWriteRequestUnits: 500 }),
  contributorInsightsSpecification: { enabled: true, mode: ContributorInsightsMode.THROTTLED_KEYS },
  dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
  encryption: TableEncryptionV2.customerManagedKey(key, { 'eu-central-1': `arn:aws:kms:eu-central-1:${account}:key/replica` }),
  replicas: [{ region: 'eu-central-1' }],
  tags: [{ key: 'data', value: 'personal' }],
  tableClass: TableClass.STANDARD_INFREQUENT_ACCESS,
  warmThroughput: { readUnitsPerSecond: 13_000, writeUnitsPerSecond: 4_000 },
  // Single ones
  tables: {
    Session: { removalPolicy: RemovalPolicy.DESTROY, deletionProtection: false, pointInTimeRecovery: false, timeToLiveAttribute: 'expiresAt' },
    Team: (props) => ({ ...props, pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 7 } }),
  },
});

Validations.of(data.api).acknowledge({ id: 'AwsSolutions-ASC3', reason: 'Errors are logged. The rule asks for the content of requests too, which is personal here.' });

app.synth();
