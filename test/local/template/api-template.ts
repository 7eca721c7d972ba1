import { type Template, type TemplateResource } from '../../../lib/local/template/template';

export { type TemplateResource };

/** A handler pair in APPSYNC_JS; the bodies see `ctx`, `util`, `runtime` and `extensions`. */
export function code(request = 'return { payload: ctx.args };', response = 'return ctx.result;'): string {
  return `import { util, runtime, extensions } from '@aws-appsync/utils';
export function request(ctx) { ${request} }
export function response(ctx) { ${response} }
`;
}

export const apiId = { 'Fn::GetAtt': ['Api', 'ApiId'] };
export const runtime = { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' };

/** A unit resolver of the NONE data source. */
export function resolver(field: string, handlers = code(), properties: Record<string, unknown> = {}): TemplateResource {
  const [TypeName, FieldName] = field.split('.');
  return {
    Type: 'AWS::AppSync::Resolver',
    Properties: { ApiId: apiId, TypeName, FieldName, Kind: 'UNIT', DataSourceName: 'none', Runtime: runtime, Code: handlers, ...properties },
  };
}

/** A pipeline function of the NONE data source, unless another one is named. */
export function pipelineFunction(name: string, handlers: string, dataSource = 'none'): TemplateResource {
  return {
    Type: 'AWS::AppSync::FunctionConfiguration',
    Properties: { ApiId: apiId, Name: name, DataSourceName: dataSource, Runtime: runtime, Code: handlers },
  };
}

/** A pipeline resolver of functions, which are named by their logical ids. */
export function pipeline(field: string, functions: string[], handlers = code('return {};', 'return ctx.prev.result;')): TemplateResource {
  return resolver(field, handlers, {
    Kind: 'PIPELINE',
    DataSourceName: { Ref: 'AWS::NoValue' },
    PipelineConfig: { Functions: functions.map((id) => ({ 'Fn::GetAtt': [id, 'FunctionId'] })) },
  });
}

/** A table with the key `id`. */
export function table(properties: Record<string, unknown> = {}): TemplateResource {
  return {
    Type: 'AWS::DynamoDB::GlobalTable',
    Properties: {
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
      Replicas: [{ Region: { Ref: 'AWS::Region' } }],
      ...properties,
    },
  };
}

/** A data source of a table, named as its logical id. */
export function tableDataSource(tableId: string): TemplateResource {
  return {
    Type: 'AWS::AppSync::DataSource',
    Properties: {
      ApiId: apiId,
      Name: tableId,
      Type: 'AMAZON_DYNAMODB',
      DynamoDBConfig: { AwsRegion: { Ref: 'AWS::Region' }, TableName: { Ref: tableId } },
      ServiceRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
    },
  };
}

/** An API with an API key and a NONE data source, and what else is given. */
export function apiTemplate(schema: string, resources: Record<string, TemplateResource> = {}, api: Record<string, unknown> = {}): Template {
  return {
    Resources: {
      Api: { Type: 'AWS::AppSync::GraphQLApi', Properties: { Name: 'Pages', AuthenticationType: 'API_KEY', ...api } },
      Schema: { Type: 'AWS::AppSync::GraphQLSchema', Properties: { ApiId: apiId, Definition: schema } },
      Key: { Type: 'AWS::AppSync::ApiKey', Properties: { ApiId: apiId } },
      None: { Type: 'AWS::AppSync::DataSource', Properties: { ApiId: apiId, Name: 'none', Type: 'NONE' } },
      Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } },
      ...resources,
    },
  };
}
