import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ApiDefinition } from './api-definition';
import { type AssemblyStack } from './assembly';
import { AssemblyNames } from './assembly-names';
import { readDataSource } from './data-source';
import { type LocalTable } from './given-table';
import { evaluate } from './intrinsics';
import { readAuthorizationModes } from './read-authorization';
import { readIam } from './read-iam';
import { readFunction, readResolver } from './resolver';
import { ResourceReader } from './resource-reader';
import { type StackNames } from './stack-names';
import { ignoredTypes, supportedProperties } from './supported-properties';
import { isTable } from './table';
import { Tables } from './tables';
import { readJson } from './template';
import { quoted } from '../wording';

/** What an API may refer to outside of its own stack. */
export interface Elsewhere {
  /** All stacks of the assembly: tables, functions and exports of others are found. */
  readonly stacks: readonly AssemblyStack[];
  /** Tables that none of them makes. */
  readonly tables?: readonly LocalTable[];
}

/** The logical ids of the GraphQL APIs in a stack and in the stacks nested in it. */
export function apiLogicalIds(stack: AssemblyStack): string[] {
  return readResources(new AssemblyNames([stack]).withNested(stack), (type) => type === 'AWS::AppSync::GraphQLApi').map(({ logicalId }) => logicalId);
}

/**
 * One of the GraphQL APIs of a stack, from its template and those of the stacks nested in it: all that belongs to the API, also
 * in stacks that refer to it, the stack's tables, and those from elsewhere that its data sources use.
 * @throws Error that names the resource for whatever the local API can't reproduce
 */
export function readApi(stack: AssemblyStack, logicalId: string, { stacks, tables: given = [] }: Elsewhere = { stacks: [stack] }): ApiDefinition {
  const assembly = new AssemblyNames(stacks);
  for (const names of assembly.withNested(stack)) names.checkTransforms();
  const resources = readResources(assembly.withNested(stack), isLookedAt);
  const api = resources.find((resource) => resource.type === 'AWS::AppSync::GraphQLApi' && resource.logicalId === logicalId);
  if (!api) throw new Error(`stack '${stack.name}' has no GraphQL API '${logicalId}': it has ${quoted(apiLogicalIds(stack))}`);
  // Before its properties: the type says more than a property that only APIs of this type have.
  const apiType = api.property('ApiType') ?? 'GRAPHQL';
  if (apiType !== 'GRAPHQL') api.fail(`API type ${apiType} is not supported by the local API`);
  api.checkSupported();

  const apiId = api.names.attribute(logicalId, 'ApiId');
  for (const resource of resources) {
    const { type } = resource;
    if (typeof type !== 'string') resource.fail('there is no Type');
    if (!type.startsWith('AWS::AppSync::') || Object.hasOwn(supportedProperties, type) || ignoredTypes.includes(type)) continue;
    if ((resource.property('ApiId') ?? apiId) === apiId) resource.fail(`${type} is not supported by the local API`);
  }
  const candidates = [...resources, ...assembly.dependents(stack).flatMap((other) => readResources(assembly.withNested(other), isPartOfApi))];
  const own = (type: string) => candidates.filter((resource) => resource.type === `AWS::AppSync::${type}` && resource.property('ApiId') === apiId);
  for (const resource of partsOfApi.flatMap(own)) resource.checkSupported();

  refuseSecond(own('DataSource'), (resource) => resource.required('Name'));
  refuseSecond(own('Resolver'), (resource) => `${resource.required('TypeName')}.${resource.required('FieldName')}`);

  const tables = new Tables(resources.filter(({ type }) => isTable(type)), given, () =>
    assembly.beside(stack).flatMap((other) => readResources(assembly.withNested(other), isTable)));
  const dataSources = Object.fromEntries(own('DataSource').map((resource) => [resource.required('Name'), readDataSource(resource, { stack, assembly, tables })]));
  const functions = Object.fromEntries(own('FunctionConfiguration').map((resource) =>
    [String(resource.names.attribute(resource.logicalId, 'FunctionId')), readFunction(resource, dataSources)]));
  const [schema] = own('GraphQLSchema');
  const outputs = readOutputs(api);
  const authorizationModes = readAuthorizationModes(api, { stack, assembly });
  return {
    logicalId,
    name: api.required('Name'),
    apiId: String(apiId),
    arn: String(api.names.attribute(logicalId, 'Arn')),
    region: stack.region,
    account: stack.account,
    schema: schema?.text('Definition', 'DefinitionS3Location') ?? (schema ?? api).fail('the API has no schema'),
    authorizationModes,
    ...(authorizationModes.some(({ type }) => type === 'AWS_IAM') && { iam: readIam(stack, assembly) }),
    apiKeys: own('ApiKey').map((resource) => String(resource.names.attribute(resource.logicalId, 'ApiKey'))),
    environment: api.property<Record<string, string>>('EnvironmentVariables') ?? {},
    introspectionEnabled: api.property('IntrospectionConfig') !== 'DISABLED',
    dataSources,
    functions,
    resolvers: own('Resolver').map((resource) => readResolver(resource, functions, dataSources)),
    tables: tables.all,
    ...(outputs && { outputs }),
  };
}

const partsOfApi = ['GraphQLSchema', 'ApiKey', 'DataSource', 'FunctionConfiguration', 'Resolver'];

function isPartOfApi(type: string): boolean {
  return partsOfApi.some((part) => type === `AWS::AppSync::${part}`);
}

/** Other resources may be anything; what has no type in it is no template yet. */
function isLookedAt(type: unknown): boolean {
  return typeof type !== 'string' || type.startsWith('AWS::AppSync::') || isTable(type);
}

function readResources(stacks: readonly StackNames[], isWanted: (type: string) => boolean): ResourceReader[] {
  return stacks.flatMap((names) => names.resources(isWanted).map(([logicalId, resource]) => new ResourceReader(names, logicalId, resource)));
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

/** The client configuration that was written beside the template of an API, with this API's values put in. */
function readOutputs({ names, logicalId }: ResourceReader): Record<string, unknown> | undefined {
  const file = join(names.stack.directory, `${names.templateFile.replace(/\.template\.json$/, '')}.${logicalId}.amplify_outputs.json`);
  return existsSync(file) ? evaluate(readJson(file), names) as Record<string, unknown> : undefined;
}
