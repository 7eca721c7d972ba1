import { type ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type Construct } from 'constructs';
import { type Access } from '../plan';

/**
 * The role that resolvers work on a table with: it may do what they do, on this table and its indexes, and no more.
 *
 * @param tables those of all models by name: what the table's records belong to is read from there
 */
export function dataSourceRole(scope: Construct, table: ITableV2, access: readonly Access[], tables: ReadonlyMap<string, ITableV2>): Role {
  const arnOf = ({ index, model }: Access): string => {
    const { tableArn } = model === undefined ? table : tables.get(model)!;
    return index === undefined ? tableArn : `${tableArn}/index/${index}`;
  };
  const actions = new Map<string, string[]>();
  for (const one of access) {
    const arn = arnOf(one);
    actions.set(arn, [...actions.get(arn) ?? [], `dynamodb:${one.action}`]);
  }
  return new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('appsync.amazonaws.com'),
    inlinePolicies: {
      Table: new PolicyDocument({ statements: [...actions].map(([arn, allowed]) => new PolicyStatement({ actions: allowed, resources: [arn] })) }),
    },
  });
}
