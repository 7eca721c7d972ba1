import { type FunctionDefinition, type ResolverDefinition } from './api-definition';
import { type DataSourceDefinition } from './data-source-definition';
import { type ResourceReader } from './resource-reader';
import { quoted } from '../wording';

// https://docs.aws.amazon.com/general/latest/gr/appsync.html
const largestCode = 32_000;
const longestPipeline = 10;

type DataSources = Readonly<Record<string, DataSourceDefinition>>;

/** @throws Error that names the resource for what the local API can't reproduce */
export function readFunction(resource: ResourceReader, dataSources: DataSources): FunctionDefinition {
  return { logicalId: resource.logicalId, name: resource.required('Name'), ...readStep(resource, dataSources) };
}

/** @throws Error that names the resource for what the local API can't reproduce */
export function readResolver(resource: ResourceReader, functions: Readonly<Record<string, FunctionDefinition>>, dataSources: DataSources): ResolverDefinition {
  const resolver = { logicalId: resource.logicalId, typeName: resource.required('TypeName'), fieldName: resource.required('FieldName') };
  const kind = resource.property('Kind') ?? 'UNIT';
  if (kind === 'UNIT') return { ...resolver, ...readStep(resource, dataSources) };
  if (kind !== 'PIPELINE') return resource.fail(`kind ${kind} is not supported by the local API`);
  if (resource.property('MaxBatchSize')) resource.fail(`property 'MaxBatchSize' is for the functions of a pipeline, not for the pipeline itself`);
  const ids = resource.property<{ Functions?: string[] }>('PipelineConfig')?.Functions ?? [];
  if (ids.length > longestPipeline) resource.fail(`the pipeline has ${ids.length} functions, and AppSync takes ${longestPipeline}`);
  for (const id of ids) {
    if (!Object.hasOwn(functions, id)) resource.fail(`the API has no pipeline function '${id}'`);
  }
  return { ...resolver, code: readCode(resource), functions: ids };
}

/** What a unit resolver and a function of a pipeline have in common. */
function readStep(resource: ResourceReader, dataSources: DataSources): Pick<FunctionDefinition, 'dataSource' | 'code' | 'maxBatchSize'> {
  const dataSource = resource.required('DataSourceName');
  if (!Object.hasOwn(dataSources, dataSource)) resource.fail(`the API has no data source '${dataSource}': it has ${quoted(Object.keys(dataSources))}`);
  const { type } = dataSources[dataSource]!;
  const maxBatchSize = Number(resource.property('MaxBatchSize') ?? 0);
  if (maxBatchSize > 0 && type !== 'AWS_LAMBDA') {
    resource.fail(`property 'MaxBatchSize' is for data sources of type AWS_LAMBDA, and '${dataSource}' is one of type ${type}`);
  }
  const isDirect = type === 'AWS_LAMBDA' && ['Runtime', 'Code', 'CodeS3Location'].every((name) => resource.property(name) === undefined);
  return { dataSource, ...(!isDirect && { code: readCode(resource) }), ...(maxBatchSize > 0 && { maxBatchSize }) };
}

function readCode(resource: ResourceReader): string {
  const runtime = resource.property<{ Name: string }>('Runtime')?.Name;
  if (runtime !== 'APPSYNC_JS') resource.fail(`runtime ${runtime ?? '(none)'} is not supported by the local API, use APPSYNC_JS`);
  const code = resource.text('Code', 'CodeS3Location') ?? resource.fail(`property 'Code' is missing`);
  if (code.length > largestCode) resource.fail(`the code has ${code.length} characters, and AppSync takes ${largestCode}`);
  return code;
}
