import { Names } from 'aws-cdk-lib';
import { Definition, GraphqlApi, type CfnApiKey, type ISchema } from 'aws-cdk-lib/aws-appsync';
import { CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { type Construct } from 'constructs';
import { logApi } from './api-logs';
import { type ApiProps } from './api-props';
import { authorizationConfig } from './authorization-modes';

/** The API of a schema, with what is there for its operation. */
export function graphqlApi(scope: Construct, schema: ISchema, props: ApiProps): GraphqlApi {
  const { xrayEnabled, enhancedMetricsConfig, queryDepthLimit, resolverCountLimit, introspectionConfig, visibility, domainName } = props;
  const api = new GraphqlApi(scope, 'Api', {
    name: props.name ?? Names.uniqueResourceName(scope, { separator: '-', maxLength: 64 }),
    definition: Definition.fromSchema(schema),
    authorizationConfig: authorizationConfig(props.authorizationModes ?? {}),
    xrayEnabled, enhancedMetricsConfig, queryDepthLimit, resolverCountLimit, introspectionConfig, visibility, domainName,
  });
  if (props.logConfig) logApi(scope, api, props.logConfig);
  // GraphqlApi takes no date that is less than a day away: a stack whose key is about to expire could not be synthesized any more.
  if (props.apiKeyExpires) apiKeyOf(scope, api).expires = props.apiKeyExpires.toEpoch();
  if (props.webAclArn) new CfnWebACLAssociation(scope, 'WebAclAssociation', { resourceArn: api.arn, webAclArn: props.webAclArn });
  return api;
}

function apiKeyOf(scope: Construct, api: GraphqlApi): CfnApiKey {
  const key = api.node.tryFindChild('DefaultApiKey');
  if (!key) throw new Error(`'apiKeyExpires' is given for '${scope.node.path}', whose API has no key; leave it out, or add apiKey: true to 'authorizationModes'`);
  return key as CfnApiKey;
}
