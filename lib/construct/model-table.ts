import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, ProjectionType, TableV2, type Attribute, type GlobalSecondaryIndexPropsV2 } from 'aws-cdk-lib/aws-dynamodb';
import { type Construct } from 'constructs';
import { type AttributePlan, type IndexPlan, type KeyPlan, type TablePlan } from '../plan';

/** What all tables have in common. */
export interface ModelTableProps {
  /**
   * What becomes of the tables when they leave the stack, or the stack is deleted.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * Whether DynamoDB refuses to delete the tables.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;

  /**
   * Whether the tables can be restored to any point of the last 35 days.
   *
   * @default true
   */
  readonly pointInTimeRecovery?: boolean;
}

const attributeTypes = { S: AttributeType.STRING, N: AttributeType.NUMBER };

/** The table of a model, with its indexes: declared ones, and those that relationships are read from. */
export function modelTable(scope: Construct, { model, key, indexes }: TablePlan, props: ModelTableProps): TableV2 {
  return new TableV2(scope, model, {
    ...keyProps(key),
    globalSecondaryIndexes: indexes.map(indexProps),
    removalPolicy: props.removalPolicy ?? RemovalPolicy.RETAIN,
    deletionProtection: props.deletionProtection ?? true,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: props.pointInTimeRecovery ?? true },
  });
}

function indexProps({ name, key, includes }: IndexPlan): GlobalSecondaryIndexPropsV2 {
  return { indexName: name, ...keyProps(key), ...projectionProps(includes) };
}

function projectionProps(includes: readonly string[] | undefined): Pick<GlobalSecondaryIndexPropsV2, 'projectionType' | 'nonKeyAttributes'> {
  if (!includes) return {};
  return includes.length > 0 ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...includes] } : { projectionType: ProjectionType.KEYS_ONLY };
}

function keyProps({ partition, sort }: KeyPlan): { partitionKey: Attribute; sortKey?: Attribute } {
  return { partitionKey: attribute(partition), ...(sort && { sortKey: attribute(sort) }) };
}

function attribute({ name, type }: AttributePlan): Attribute {
  return { name, type: attributeTypes[type] };
}
