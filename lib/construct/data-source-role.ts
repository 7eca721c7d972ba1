import { type ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type Construct } from 'constructs';
import { type Access } from '../plan';

/** The role that resolvers work on a table with: it may do what they do, on this table and its indexes, and no more. */
export function dataSourceRole(scope: Construct, table: ITableV2, access: readonly Access[]): Role {
  const indexes = [...new Set(access.map(({ index }) => index))];
  return new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('appsync.amazonaws.com'),
    inlinePolicies: {
      Table: new PolicyDocument({
        statements: indexes.map((index) => new PolicyStatement({
          actions: access.filter((one) => one.index === index).map(({ action }) => `dynamodb:${action}`),
          resources: [index === undefined ? table.tableArn : `${table.tableArn}/index/${index}`],
        })),
      }),
    },
  });
}
