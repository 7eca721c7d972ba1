import { Expiration, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { DataSourceLevelMetricsBehavior, IntrospectionConfig, OperationLevelMetricsConfig, ResolverLevelMetricsBehavior, Visibility } from 'aws-cdk-lib/aws-appsync';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { type ApiProps } from 'cdk-appsync-data';
import { schemas } from '../../integ/schemas/relationships';
import { stackOf } from '../support/synthesized';

const templateWith = (props: ApiProps): Template => Template.fromStack(stackOf(schemas.OneToMany, props));
const certificate = Certificate.fromCertificateArn(new Stack(), 'Certificate', 'arn:aws:acm:us-east-1:123456789012:certificate/1');

const metrics = {
  dataSourceLevelMetricsBehavior: DataSourceLevelMetricsBehavior.PER_DATA_SOURCE_METRICS,
  operationLevelMetricsConfig: OperationLevelMetricsConfig.ENABLED,
  resolverLevelMetricsBehavior: ResolverLevelMetricsBehavior.FULL_REQUEST_RESOLVER_METRICS,
};

const cases: [string, ApiProps, Record<string, unknown>][] = [
  ['name', { name: 'Sports' }, { Name: 'Sports' }],
  ['xrayEnabled', { xrayEnabled: true }, { XrayEnabled: true }],
  ['queryDepthLimit', { queryDepthLimit: 5 }, { QueryDepthLimit: 5 }],
  ['resolverCountLimit', { resolverCountLimit: 500 }, { ResolverCountLimit: 500 }],
  ['introspectionConfig', { introspectionConfig: IntrospectionConfig.DISABLED }, { IntrospectionConfig: 'DISABLED' }],
  ['visibility', { visibility: Visibility.PRIVATE }, { Visibility: 'PRIVATE' }],
  ['enhancedMetricsConfig', { enhancedMetricsConfig: metrics }, {
    EnhancedMetricsConfig: {
      DataSourceLevelMetricsBehavior: 'PER_DATA_SOURCE_METRICS', OperationLevelMetricsConfig: 'ENABLED', ResolverLevelMetricsBehavior: 'FULL_REQUEST_RESOLVER_METRICS',
    },
  }],
];

test.each(cases)('%s', (_, props, expected) => {
  templateWith(props).hasResourceProperties('AWS::AppSync::GraphQLApi', expected);
});

test('by default there is nothing but a name and a way to authorize', () => {
  const [{ Properties }] = Object.values(templateWith({}).findResources('AWS::AppSync::GraphQLApi')) as [{ Properties: object }];
  expect(Object.keys(Properties).sort()).toEqual(['AuthenticationType', 'Name']);
});

test('a domain name leads to the API', () => {
  const template = templateWith({ domainName: { domainName: 'api.example.com', certificate } });

  template.hasResourceProperties('AWS::AppSync::DomainName', { DomainName: 'api.example.com', CertificateArn: certificate.certificateArn });
  template.resourceCountIs('AWS::AppSync::DomainNameApiAssociation', 1);
});

test('requests pass a web ACL', () => {
  const webAclArn = 'arn:aws:wafv2:us-east-1:123456789012:regional/webacl/sports/1';

  templateWith({ webAclArn }).hasResourceProperties('AWS::WAFv2::WebACLAssociation', {
    ResourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^DataApi'), 'Arn'] }, WebACLArn: webAclArn,
  });
});

describe('the key', () => {
  const expiryOf = (props: ApiProps): unknown => Object.values(templateWith(props).findResources('AWS::AppSync::ApiKey'))[0]!.Properties.Expires;

  test('expires when AppSync lets it, by default', () => {
    expect(expiryOf({})).toBeUndefined();
  });

  test('expires at a date, whether that is near, far or gone: only a deployment knows what AppSync takes', () => {
    for (const date of ['2001-06-30', '2101-06-30']) expect(expiryOf({ apiKeyExpires: Expiration.fromString(date) })).toBe(Date.parse(date) / 1000);
  });

  test('keeps its logical id', () => {
    const idOf = (props: ApiProps) => Object.keys(templateWith(props).findResources('AWS::AppSync::ApiKey'));
    expect(idOf({ apiKeyExpires: Expiration.fromString('2101-06-30') })).toEqual(idOf({}));
  });
});
