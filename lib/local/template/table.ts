import { type KeySchemaElement, type SecondaryIndexDefinition, type TableDefinition } from './api-definition';
import { type ResourceReader } from './resource-reader';

/**
 * The table that an `AWS::DynamoDB::Table` or `AWS::DynamoDB::GlobalTable` makes. What has no influence on answers (billing,
 * encryption, replicas, streams, backups) is left out.
 * @throws Error that names the resource for keys of more than one attribute, which the local database lacks, and for properties
 * that the local API doesn't know
 */
export function readTable(resource: ResourceReader): TableDefinition {
  resource.checkSupported();
  const keySchema = resource.required<KeySchemaElement[]>('KeySchema');
  const indexes = (property: string): SecondaryIndexDefinition[] => (resource.property<SecondaryIndexDefinition[]>(property) ?? []).map((index) => {
    checkKey(resource, `index '${index.IndexName}'`, index.KeySchema);
    return { IndexName: index.IndexName, KeySchema: index.KeySchema, Projection: index.Projection };
  });
  checkKey(resource, 'the table', keySchema);
  return {
    logicalId: resource.logicalId,
    name: String(resource.names.reference(resource.logicalId)),
    attributeDefinitions: resource.required<TableDefinition['attributeDefinitions']>('AttributeDefinitions'),
    keySchema,
    globalSecondaryIndexes: indexes('GlobalSecondaryIndexes'),
    localSecondaryIndexes: indexes('LocalSecondaryIndexes'),
  };
}

function checkKey(resource: ResourceReader, owner: string, key: readonly KeySchemaElement[]): void {
  for (const keyType of ['HASH', 'RANGE']) {
    const attributes = key.filter(({ KeyType }) => KeyType === keyType).map(({ AttributeName }) => AttributeName);
    if (attributes.length > 1) {
      resource.fail(`${owner} has a ${keyType} key of several attributes (${attributes.join(', ')}), which the local API does not support: use one`);
    }
  }
}
