/**
 * The properties of each AppSync resource and table that the local API reproduces (`used`) or that make no difference locally
 * (`ignored`). Any other one would make the deployed API behave differently from the local one, so it's refused.
 */
interface SupportedProperties { readonly used: readonly string[]; readonly ignored: readonly string[] }

const code = ['Code', 'CodeS3Location', 'Runtime'];
const table: SupportedProperties = {
  used: ['TableName', 'KeySchema', 'AttributeDefinitions', 'GlobalSecondaryIndexes', 'LocalSecondaryIndexes'],
  // Time to live as well: when an expired item goes is up to DynamoDB, so code must live with one that's still there.
  ignored: [
    'BillingMode', 'ContributorInsightsSpecification', 'DeletionProtectionEnabled', 'GlobalTableSettingsReplicationMode', 'GlobalTableWitnesses',
    'KinesisStreamSpecification', 'MultiRegionConsistency', 'OnDemandThroughput', 'PointInTimeRecoverySpecification', 'ProvisionedThroughput',
    'ReadOnDemandThroughputSettings', 'ReadProvisionedThroughputSettings', 'Replicas', 'ResourcePolicy', 'SSESpecification', 'StreamSpecification',
    'TableClass', 'Tags', 'TimeToLiveSpecification', 'WarmThroughput', 'WriteOnDemandThroughputSettings', 'WriteProvisionedThroughputSettings',
  ],
};

export const supportedProperties: Readonly<Record<string, SupportedProperties>> = {
  'AWS::AppSync::GraphQLApi': {
    used: [
      'Name', 'AuthenticationType', 'AdditionalAuthenticationProviders', 'UserPoolConfig', 'OpenIDConnectConfig', 'LambdaAuthorizerConfig', 'EnvironmentVariables',
      'IntrospectionConfig', 'ApiType',
    ],
    // The limits as well: they change no answer, but refuse what is too much. Here it is answered.
    ignored: [
      'EnhancedMetricsConfig', 'LogConfig', 'OwnerContact', 'QueryDepthLimit', 'ResolverCountLimit', 'Tags', 'Visibility', 'XrayEnabled',
    ],
  },
  'AWS::AppSync::GraphQLSchema': { used: ['ApiId', 'Definition', 'DefinitionS3Location'], ignored: [] },
  'AWS::AppSync::ApiKey': { used: ['ApiId'], ignored: ['ApiKeyId', 'Description', 'Expires'] },
  'AWS::AppSync::DataSource': {
    // The configurations of other types as well: the type is what is refused then.
    used: [
      'ApiId', 'Name', 'Type', 'DynamoDBConfig', 'HttpConfig', 'LambdaConfig', 'ElasticsearchConfig', 'EventBridgeConfig', 'OpenSearchServiceConfig',
      'RelationalDatabaseConfig',
    ],
    ignored: ['Description', 'MetricsConfig', 'ServiceRoleArn'],
  },
  'AWS::AppSync::FunctionConfiguration': {
    used: ['ApiId', 'Name', 'DataSourceName', 'MaxBatchSize', ...code],
    ignored: ['Description', 'FunctionVersion'],
  },
  'AWS::AppSync::Resolver': {
    used: ['ApiId', 'TypeName', 'FieldName', 'Kind', 'DataSourceName', 'PipelineConfig', 'MaxBatchSize', ...code],
    ignored: ['MetricsConfig'],
  },
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
};

/** AppSync's resources that change nothing about what a GraphQL API answers: names in DNS, what it is merged into, and Event APIs. */
export const ignoredTypes: readonly string[] = [
  'AWS::AppSync::DomainName', 'AWS::AppSync::DomainNameApiAssociation', 'AWS::AppSync::SourceApiAssociation',
  'AWS::AppSync::Api', 'AWS::AppSync::ChannelNamespace',
];
