/**
 * The properties of each AppSync resource that the local API reproduces (`used`) or that make no difference locally
 * (`ignored`). Any other one would make the deployed API behave differently from the local one, so it's refused.
 */
interface SupportedProperties { readonly used: readonly string[]; readonly ignored: readonly string[] }

const code = ['Code', 'CodeS3Location', 'Runtime'];

export const supportedProperties: Readonly<Record<string, SupportedProperties>> = {
  'AWS::AppSync::GraphQLApi': {
    used: ['Name', 'AuthenticationType', 'AdditionalAuthenticationProviders', 'EnvironmentVariables', 'IntrospectionConfig', 'ApiType'],
    ignored: [
      'EnhancedMetricsConfig', 'LambdaAuthorizerConfig', 'LogConfig', 'OpenIDConnectConfig', 'OwnerContact', 'Tags', 'UserPoolConfig',
      'Visibility', 'XrayEnabled',
    ],
  },
  'AWS::AppSync::GraphQLSchema': { used: ['ApiId', 'Definition', 'DefinitionS3Location'], ignored: [] },
  'AWS::AppSync::ApiKey': { used: ['ApiId'], ignored: ['ApiKeyId', 'Description', 'Expires'] },
  'AWS::AppSync::DataSource': {
    used: ['ApiId', 'Name', 'Type', 'DynamoDBConfig'],
    ignored: ['Description', 'MetricsConfig', 'ServiceRoleArn'],
  },
  'AWS::AppSync::FunctionConfiguration': {
    used: ['ApiId', 'Name', 'DataSourceName', ...code],
    ignored: ['Description', 'FunctionVersion'],
  },
  'AWS::AppSync::Resolver': {
    used: ['ApiId', 'TypeName', 'FieldName', 'Kind', 'DataSourceName', 'PipelineConfig', ...code],
    ignored: ['MetricsConfig'],
  },
};

/** AppSync's resources that change nothing about what a GraphQL API answers: names in DNS, and Event APIs. */
export const ignoredTypes: readonly string[] = [
  'AWS::AppSync::DomainName', 'AWS::AppSync::DomainNameApiAssociation',
  'AWS::AppSync::Api', 'AWS::AppSync::ChannelNamespace',
];
