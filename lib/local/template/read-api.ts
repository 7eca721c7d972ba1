import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ApiDefinition, type FunctionDefinition, type ResolverDefinition, type TableDefinition } from './api-definition';
import { type AssemblyStack } from './assembly';
import { type DataSourceDefinition } from './data-source-definition';
import { evaluate } from './intrinsics';
import { ResourceReader } from './resource-reader';
import { StackNames } from './stack-names';
import { ignoredTypes, supportedProperties } from './supported-properties';
import { readTable } from './table';
import { readJson } from './template';

// https://docs.aws.amazon.com/general/latest/gr/appsync.html
const largestCode = 32_000;
const longestPipeline = 10;

/** The logical ids of the GraphQL APIs in a stack and in the stacks nested in it. */
export function apiLogicalIds(stack: AssemblyStack): string[] {
  return readResources(stack, 'AWS::AppSync::GraphQLApi').map(({ logicalId }) => logicalId);
}

/**
 * One of the GraphQL APIs of a stack, from its template and those of the stacks nested in it: all that belongs to the API, and
 * the stack's tables.
 * @throws Error that names the resource for whatever the local API can't reproduce
 */
export function readApi(stack: AssemblyStack, logicalId: string): ApiDefinition {
  for (const names of stackAndNested(stack)) names.checkTransforms();
  const resources = readResources(stack);
  const api = resources.find((resource) => resource.type === 'AWS::AppSync::GraphQLApi' && resource.logicalId === logicalId);
  if (!api) throw new Error(`stack '${stack.name}' has no GraphQL API '${logicalId}': it has ${quoted(apiLogicalIds(stack))}`);
  api.checkSupported();
  const apiType = api.property('ApiType') ?? 'GRAPHQL';
  if (apiType !== 'GRAPHQL') api.fail(`API type ${apiType} is not supported by the local API`);

  for (const resource of resources) {
    const { type } = resource;
    if (typeof type !== 'string') resource.fail('there is no Type');
    if (type.startsWith('AWS::AppSync::') && !Object.hasOwn(supportedProperties, type) && !ignoredTypes.includes(type)) {
      resource.fail(`${type} is not supported by the local API`);
    }
  }
  const apiId = api.names.attribute(logicalId, 'ApiId');
  const own = (type: string) => resources.filter((resource) => resource.type === `AWS::AppSync::${type}` && resource.property('ApiId') === apiId);
  for (const resource of ['GraphQLSchema', 'ApiKey', 'DataSource', 'FunctionConfiguration', 'Resolver'].flatMap(own)) resource.checkSupported();

  refuseSecond(own('DataSource'), (resource) => resource.required('Name'));
  refuseSecond(own('Resolver'), (resource) => `${resource.required('TypeName')}.${resource.required('FieldName')}`);

  const tables = resources.filter(({ type }) => type === 'AWS::DynamoDB::Table' || type === 'AWS::DynamoDB::GlobalTable').map(readTable);
  const dataSources = Object.fromEntries(own('DataSource').map((resource) => [resource.required('Name'), readDataSource(resource, tables)]));
  const dataSourceName = (resource: ResourceReader): string => {
    const name = resource.required('DataSourceName');
    return Object.hasOwn(dataSources, name) ? name : resource.fail(`the API has no data source '${name}': it has ${quoted(Object.keys(dataSources))}`);
  };
  const functions = Object.fromEntries(own('FunctionConfiguration').map((resource): [string, FunctionDefinition] => [
    String(resource.names.attribute(resource.logicalId, 'FunctionId')),
    { logicalId: resource.logicalId, name: resource.required('Name'), dataSource: dataSourceName(resource), code: readCode(resource) },
  ]));
  const [schema] = own('GraphQLSchema');
  const outputs = readOutputs(api);
  return {
    logicalId,
    name: api.required('Name'),
    schema: schema?.text('Definition', 'DefinitionS3Location') ?? (schema ?? api).fail('the API has no schema'),
    defaultAuthorizationType: api.required('AuthenticationType'),
    additionalAuthorizationTypes: (api.property<{ AuthenticationType: string }[]>('AdditionalAuthenticationProviders') ?? [])
      .map((provider) => provider.AuthenticationType),
    apiKeys: own('ApiKey').map((resource) => String(resource.names.attribute(resource.logicalId, 'ApiKey'))),
    environment: api.property<Record<string, string>>('EnvironmentVariables') ?? {},
    introspectionEnabled: api.property('IntrospectionConfig') !== 'DISABLED',
    dataSources,
    functions,
    resolvers: own('Resolver').map((resource) => readResolver(resource, functions, dataSourceName)),
    tables,
    ...(outputs && { outputs }),
  };
}

function readResources(stack: AssemblyStack, type?: string): ResourceReader[] {
  return stackAndNested(stack).flatMap((names) =>
    names.resources(type).map(([logicalId, resource]) => new ResourceReader(names, logicalId, resource)));
}

function stackAndNested(stack: AssemblyStack): StackNames[] {
  const root = new StackNames(stack);
  return [root, ...root.nested()];
}

/** @throws Error that names the resource, when an earlier one is the same by what identifies it */
function refuseSecond(resources: readonly ResourceReader[], identify: (resource: ResourceReader) => string): void {
  const known = new Map<string, ResourceReader>();
  for (const resource of resources) {
    const identity = identify(resource);
    const first = known.get(identity);
    if (first) resource.fail(`'${identity}' is that of ${first.names.describe(first.logicalId)} already`);
    known.set(identity, resource);
  }
}

function readDataSource(resource: ResourceReader, tables: readonly TableDefinition[]): DataSourceDefinition {
  const type = resource.required('Type');
  if (type === 'NONE') return { type };
  if (type !== 'AMAZON_DYNAMODB') return resource.fail(`data source type ${type} is not supported by the local API`);
  const config = resource.required<{ TableName: string; [option: string]: unknown }>('DynamoDBConfig');
  for (const option of ['DeltaSyncConfig', 'UseCallerCredentials', 'Versioned']) {
    if (config[option]) resource.fail(`property 'DynamoDBConfig.${option}' is not supported by the local API`);
  }
  const table = config.TableName;
  if (!tables.some(({ name }) => name === table)) {
    resource.fail(`table '${table}' is not part of the stack, and the local API makes the stack's own tables only: it has ${quoted(tables.map(({ name }) => name))}`);
  }
  return { type, table };
}

function readCode(resource: ResourceReader): string {
  const runtime = resource.property<{ Name: string }>('Runtime')?.Name;
  if (runtime !== 'APPSYNC_JS') resource.fail(`runtime ${runtime ?? '(none)'} is not supported by the local API, use APPSYNC_JS`);
  const code = resource.text('Code', 'CodeS3Location') ?? resource.fail(`property 'Code' is missing`);
  if (code.length > largestCode) resource.fail(`the code has ${code.length} characters, and AppSync takes ${largestCode}`);
  return code;
}

function readResolver(
  resource: ResourceReader,
  functions: Readonly<Record<string, FunctionDefinition>>,
  dataSourceName: (resource: ResourceReader) => string,
): ResolverDefinition {
  const resolver = {
    logicalId: resource.logicalId,
    typeName: resource.required('TypeName'),
    fieldName: resource.required('FieldName'),
    code: readCode(resource),
  };
  const kind = resource.property('Kind') ?? 'UNIT';
  if (kind === 'UNIT') return { ...resolver, dataSource: dataSourceName(resource) };
  if (kind !== 'PIPELINE') return resource.fail(`kind ${kind} is not supported by the local API`);
  const ids = resource.property<{ Functions?: string[] }>('PipelineConfig')?.Functions ?? [];
  if (ids.length > longestPipeline) resource.fail(`the pipeline has ${ids.length} functions, and AppSync takes ${longestPipeline}`);
  for (const id of ids) {
    if (!Object.hasOwn(functions, id)) resource.fail(`the API has no pipeline function '${id}'`);
  }
  return { ...resolver, functions: ids };
}

/** The client configuration that was written beside the template of an API, with this API's values put in. */
function readOutputs({ names, logicalId }: ResourceReader): Record<string, unknown> | undefined {
  const file = join(names.stack.directory, `${names.templateFile.replace(/\.template\.json$/, '')}.${logicalId}.amplify_outputs.json`);
  return existsSync(file) ? evaluate(readJson(file), names) as Record<string, unknown> : undefined;
}

function quoted(values: readonly string[]): string {
  return values.length ? values.map((value) => `'${value}'`).join(', ') : 'none';
}
