import { CfnResource } from 'aws-cdk-lib';
import { type ITable } from 'aws-cdk-lib/aws-dynamodb';
import { type AttributePlan, type IndexPlan, type KeyPlan, type TablePlan } from '../plan';

/** What CloudFormation is told of a table, the same for both of its resources. */
interface TableProperties {
  readonly KeySchema: KeySchema;
  readonly AttributeDefinitions: readonly { readonly AttributeName: string; readonly AttributeType: string }[];
  readonly GlobalSecondaryIndexes?: readonly IndexProperties[];
  readonly LocalSecondaryIndexes?: readonly IndexProperties[];
}

interface IndexProperties {
  readonly IndexName: string;
  readonly KeySchema: KeySchema;
  readonly Projection: { readonly ProjectionType?: string; readonly NonKeyAttributes?: readonly string[] };
}

type KeySchema = readonly { readonly AttributeName: string; readonly KeyType: string }[];

/**
 * What is wrong with a table that a model is to work on: its key, and each index that its resolvers read. Asked when everything is
 * declared, as indexes can be added to a table later. Nothing is known of a table that is imported: it is taken as it is.
 */
export function tableDifferences(table: ITable, { model, key, indexes }: TablePlan): string[] {
  const properties = propertiesOf(table);
  if (!properties) return [];
  const differences = [
    ...keyDifference('its key', properties.KeySchema, key, properties),
    ...indexes.flatMap((index) => indexDifferences(index, key, properties)),
  ];
  if (differences.length === 0) return [];
  return [`the table '${table.node.path}' can't be that of the model ${model}:\n${differences.map((difference) => `  ${difference}`).join('\n')}`];
}

/** The names of a table's indexes, as far as they are known. */
export function indexNames(table: ITable): string[] {
  return (propertiesOf(table)?.GlobalSecondaryIndexes ?? []).map(({ IndexName }) => IndexName);
}

/** A table's properties as they are rendered, overrides included. */
function propertiesOf({ node: { defaultChild }, stack }: ITable): TableProperties | undefined {
  if (!defaultChild || !CfnResource.isCfnResource(defaultChild)) return undefined;
  const { Resources } = stack.resolve((defaultChild as unknown as { _toCloudFormation(): object })._toCloudFormation()) as { Resources: Record<string, { Properties: TableProperties }> };
  return Object.values(Resources)[0]!.Properties;
}

function indexDifferences(index: IndexPlan, tableKey: KeyPlan, properties: TableProperties): string[] {
  const found = [...properties.GlobalSecondaryIndexes ?? [], ...properties.LocalSecondaryIndexes ?? []].find(({ IndexName }) => IndexName === index.name);
  if (!found) return [`it has no index '${index.name}'; add it, with ${keyInWords(index.key)} and ${projectionInWords(index.includes)}`];
  const missing = missingAttributes(index, tableKey, found);
  return [
    ...keyDifference(`the index '${index.name}'`, found.KeySchema, index.key, properties),
    ...(missing.length > 0 ? [`the index '${index.name}' lacks ${missing.join(', ')}; give it ${projectionInWords(index.includes)}`] : []),
  ];
}

function keyDifference(what: string, schema: KeySchema, key: KeyPlan, { AttributeDefinitions }: TableProperties): string[] {
  const typeOf = (name: string): string => AttributeDefinitions.find(({ AttributeName }) => AttributeName === name)?.AttributeType ?? '?';
  const has = schema.map(({ AttributeName, KeyType }) => inWords(KeyType === 'HASH' ? 'partition' : 'sort', AttributeName, typeOf(AttributeName))).join(' and ');
  const wanted = keyInWords(key);
  return has === wanted ? [] : [`${what} has ${has}, and has to have ${wanted}${key.sort ? '' : ' only'}`];
}

function keyInWords({ partition, sort }: KeyPlan): string {
  const part = (kind: 'partition' | 'sort', { name, type }: AttributePlan): string => inWords(kind, name, type);
  return [part('partition', partition), ...(sort ? [part('sort', sort)] : [])].join(' and ');
}

function inWords(kind: 'partition' | 'sort', name: string, type: string): string {
  return `the ${kind} key '${name}' (${type})`;
}

/** What an index does not hold of what it has to; the keys of the table are in each. */
function missingAttributes({ includes, key }: IndexPlan, tableKey: KeyPlan, { Projection }: IndexProperties): string[] {
  if ((Projection.ProjectionType ?? 'ALL') === 'ALL') return [];
  if (!includes) return ['attributes'];
  const keys = [key, tableKey].flatMap(({ partition, sort }) => [partition.name, ...(sort ? [sort.name] : [])]);
  return includes.filter((name) => !keys.includes(name) && !Projection.NonKeyAttributes?.includes(name)).map((name) => `'${name}'`);
}

function projectionInWords(includes: readonly string[] | undefined): string {
  if (!includes) return 'the projection ALL';
  return includes.length > 0 ? `a projection that includes ${includes.map((name) => `'${name}'`).join(', ')}` : 'any projection';
}
