import { type AssemblyStack } from './assembly';
import { type AssemblyNames } from './assembly-names';
import { type DataSourceDefinition } from './data-source-definition';
import { readLambdaFunction } from './lambda-function';
import { type ResourceReader } from './resource-reader';
import { type Tables } from './tables';

/** Where a data source finds what it refers to. */
interface Surroundings {
  /** The stack that the API is in, which the data source need not be. */
  readonly stack: AssemblyStack;
  readonly assembly: AssemblyNames;
  readonly tables: Tables;
}

type Reader = (resource: ResourceReader, surroundings: Surroundings) => DataSourceDefinition;

const readers: Readonly<Record<DataSourceDefinition['type'], Reader>> = {
  NONE: () => ({ type: 'NONE' }),
  AMAZON_DYNAMODB: (resource, { tables }) => {
    const config = resource.required<{ TableName: string; [option: string]: unknown }>('DynamoDBConfig');
    for (const option of ['DeltaSyncConfig', 'UseCallerCredentials', 'Versioned']) {
      if (config[option]) resource.fail(`property 'DynamoDBConfig.${option}' is not supported by the local API`);
    }
    const { TableName } = config;
    if (!tables.find(TableName)) {
      resource.fail(`no stack of the assembly makes the table '${TableName}': say what keys it has with LocalApi's option 'tables', `
        + `[{ TableName: '${TableName}', KeySchema: [...], AttributeDefinitions: [...] }]`);
    }
    return { type: 'AMAZON_DYNAMODB', table: TableName };
  },
  HTTP: (resource) => {
    const { Endpoint, AuthorizationConfig } = resource.required<{ Endpoint?: string; AuthorizationConfig?: { AuthorizationType: string } }>('HttpConfig');
    if (AuthorizationConfig) {
      const { AuthorizationType } = AuthorizationConfig;
      resource.fail(`property 'HttpConfig.AuthorizationConfig' is ${AuthorizationType}: requests that are signed for AWS are not supported by the local API`);
    }
    if (!Endpoint || !/^https?:\/\//.test(Endpoint) || !URL.canParse(Endpoint)) {
      return resource.fail(`property 'HttpConfig.Endpoint' is '${Endpoint}': it has to be a URL with http:// or https://`);
    }
    return { type: 'HTTP', endpoint: Endpoint };
  },
  AWS_LAMBDA: (resource, { stack, assembly }) => {
    const { LambdaFunctionArn: arn } = resource.required<{ LambdaFunctionArn?: string }>('LambdaConfig');
    return { type: 'AWS_LAMBDA', function: readLambdaFunction(arn ?? resource.fail(`property 'LambdaConfig.LambdaFunctionArn' is missing`), stack, assembly) };
  },
};

/**
 * What a data source resource describes.
 * @throws Error that names the resource for what the local API doesn't reproduce, and for tables that nothing is known of
 */
export function readDataSource(resource: ResourceReader, surroundings: Surroundings): DataSourceDefinition {
  const type = resource.required('Type');
  const reader = Object.hasOwn(readers, type) ? readers[type as DataSourceDefinition['type']] : undefined;
  if (!reader) return resource.fail(`data source type ${type} is not supported by the local API: it knows ${Object.keys(readers).join(', ')}`);
  return reader(resource, surroundings);
}
