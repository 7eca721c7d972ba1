import { Stack } from 'aws-cdk-lib';
import { type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { type ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IFunction } from 'aws-cdk-lib/aws-lambda';
import { type Construct } from 'constructs';
import { type Access } from '../plan';
import { keyStatements } from './key-access';

interface DataSourceRoleProps {
  readonly api: GraphqlApi;
  readonly table: ITable;
  readonly access: readonly Access[];
  /** Those of all models by name: what the table's records belong to is read from there. */
  readonly tables: ReadonlyMap<string, ITable>;
}

/** The role that resolvers work on a table with: it may do what they do, on this table and its indexes, and no more. */
export function dataSourceRole(scope: Construct, { api, table, access, tables }: DataSourceRoleProps): Role {
  const tableOf = ({ model }: Access): ITable => (model === undefined ? table : tables.get(model)!);
  const arnOf = (one: Access): string => `${tableOf(one).tableArn}${one.index === undefined ? '' : `/index/${one.index}`}`;
  const actions = new Map<string, string[]>();
  for (const one of access) {
    const arn = arnOf(one);
    actions.set(arn, [...actions.get(arn) ?? [], `dynamodb:${one.action}`]);
  }
  const statements = [...actions].map(([arn, allowed]) => new PolicyStatement({ actions: allowed, resources: [arn] }));
  const keys = keyStatements(access.map((one) => ({ table: tableOf(one), action: one.action })));
  return new Role(scope, 'Role', {
    assumedBy: appsyncFor(api),
    // IAM takes no empty policy, as that of a table which no operation works on.
    ...(statements.length > 0 && { inlinePolicies: { Table: new PolicyDocument({ statements: [...statements, ...keys] }) } }),
  });
}

/** The role that resolvers invoke a Lambda function with. */
export function functionRole(scope: Construct, api: GraphqlApi, { functionArn }: IFunction): Role {
  return new Role(scope, 'Role', {
    assumedBy: appsyncFor(api),
    inlinePolicies: { Function: new PolicyDocument({ statements: [new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] })] }) },
  });
}

/**
 * AppSync, working for one API. Without the conditions it could be had to take the role for an API of another account.
 *
 * @see https://docs.aws.amazon.com/appsync/latest/devguide/attaching-a-data-source.html
 */
function appsyncFor(api: GraphqlApi): ServicePrincipal {
  return new ServicePrincipal('appsync.amazonaws.com', {
    conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(api).account }, ArnEquals: { 'aws:SourceArn': api.arn } },
  });
}
