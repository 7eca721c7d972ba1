import { type KeySchemaElement, type SecondaryIndexDefinition, type TableDefinition } from './api-definition';
import { type ResourceReader } from './resource-reader';

/** Something that describes a table in CloudFormation's words. */
export interface TableDescription {
  property<T>(name: string): T | undefined;
  required<T>(name: string): T;
  fail(problem: string): never;
}

export function isTable(type: string): boolean {
  return type === 'AWS::DynamoDB::Table' || type === 'AWS::DynamoDB::GlobalTable';
}

/**
 * The table that an `AWS::DynamoDB::Table` or `AWS::DynamoDB::GlobalTable` makes. What has no influence on answers (billing,
 * encryption, replicas, streams, backups) is left out.
 * @throws Error that names the resource for keys of more than one attribute, which the local database lacks, and for properties
 * that the local API doesn't know
 */
export function readTable(resource: ResourceReader): TableDefinition {
  resource.checkSupported();
  return defineTable(resource, resource.logicalId, tableName(resource));
}

/** The physical name of a table resource. */
export function tableName({ names, logicalId }: ResourceReader): string {
  return String(names.reference(logicalId));
}

/** @throws Error for keys of more than one attribute, which the local database lacks */
export function defineTable(description: TableDescription, logicalId: string, name: string): TableDefinition {
  const keySchema = description.required<KeySchemaElement[]>('KeySchema');
  const indexes = (property: string): SecondaryIndexDefinition[] => (description.property<SecondaryIndexDefinition[]>(property) ?? []).map((index) => {
    checkKey(description, `index '${index.IndexName}'`, index.KeySchema);
    return { IndexName: index.IndexName, KeySchema: index.KeySchema, Projection: index.Projection };
  });
  checkKey(description, 'the table', keySchema);
  return {
    logicalId,
    name,
    attributeDefinitions: description.required<TableDefinition['attributeDefinitions']>('AttributeDefinitions'),
    keySchema,
    globalSecondaryIndexes: indexes('GlobalSecondaryIndexes'),
    localSecondaryIndexes: indexes('LocalSecondaryIndexes'),
  };
}

function checkKey(description: TableDescription, owner: string, key: readonly KeySchemaElement[]): void {
  for (const keyType of ['HASH', 'RANGE']) {
    const attributes = key.filter(({ KeyType }) => KeyType === keyType).map(({ AttributeName }) => AttributeName);
    if (attributes.length > 1) {
      description.fail(`${owner} has a ${keyType} key of several attributes (${attributes.join(', ')}), which the local API does not support: use one`);
    }
  }
}
