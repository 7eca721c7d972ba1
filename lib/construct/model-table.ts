import { AttributeType, ProjectionType, TableV2, type Attribute, type GlobalSecondaryIndexPropsV2, type ITable } from 'aws-cdk-lib/aws-dynamodb';
import { type Construct } from 'constructs';
import { type DataModel } from '../model';
import { type AttributePlan, type IndexPlan, type KeyPlan, type TablePlan } from '../plan';
import { isTable } from './own-table';
import { tableDifferences } from './own-table-checks';
import { checkTimeToLive } from './table-checks';
import { withOptions, type TableOptionsProps } from './table-options';

const attributeTypes = { S: AttributeType.STRING, N: AttributeType.NUMBER };

/** The table of a model, with its indexes: declared ones, and those that relationships are read from. One that there is already is checked. */
export function modelTable(scope: Construct, plan: TablePlan, model: DataModel, options: TableOptionsProps): ITable {
  const { model: name, key, indexes } = plan;
  const own = options.tables?.[name];
  if (isTable(own)) {
    scope.node.addValidation({ validate: () => tableDifferences(own, plan) });
    return own;
  }
  const props = withOptions({ ...keyProps(key), globalSecondaryIndexes: indexes.map(indexProps) }, name, options);
  if (props.timeToLiveAttribute !== undefined) checkTimeToLive(props.timeToLiveAttribute, name, model);
  return new TableV2(scope, name, props);
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
