import { readApi } from '../../../lib/local/template';
import { GraphQLService, noneDataSource } from '../../../lib/local/graphql';
import { LambdaDataSource, type LambdaFunction } from '../../../lib/local/lambda';
import { type TemplateResource } from '../../../lib/local/template/template';
import { apiId, apiTemplate } from '../template/api-template';
import { writeStack } from '../template/write-assembly';

const lambda: TemplateResource = {
  Type: 'AWS::AppSync::DataSource',
  Properties: { ApiId: apiId, Name: 'lambda', Type: 'AWS_LAMBDA', LambdaConfig: { LambdaFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:echo:live' } },
};

/** Serves a schema whose data source `lambda` invokes a function; there is `none` as well. */
export function serveLambda(schema: string, run: LambdaFunction | undefined, resources: Record<string, TemplateResource>) {
  const definition = readApi(writeStack(apiTemplate(schema, { Lambda: lambda, ...resources })), 'Api');
  const { lambda: source } = definition.dataSources;
  if (source?.type !== 'AWS_LAMBDA') throw new Error('the data source is none of Lambda');
  const service = new GraphQLService(definition, { none: noneDataSource, lambda: new LambdaDataSource(source.function, run) });
  return async (query: string, variables: Record<string, unknown> = {}) =>
    JSON.parse(JSON.stringify((await service.execute({ query, variables, headers: { 'x-team': '7' } })).body));
}

/** A resolver, function or pipeline that asks the data source `lambda`. */
export function onLambda(resource: TemplateResource, properties: Record<string, unknown> = {}): TemplateResource {
  return { ...resource, Properties: { ...resource.Properties, DataSourceName: 'lambda', ...properties } };
}

/** Without code, so that the function is invoked directly. */
export const direct = { Runtime: undefined, Code: undefined };
