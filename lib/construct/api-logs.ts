import { FieldLogLevel, type CfnGraphQLApi, type GraphqlApi, type LogConfig } from 'aws-cdk-lib/aws-appsync';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { type Construct } from 'constructs';

/**
 * Lets an API log its requests. GraphqlApi would set the retention with a Lambda function in a custom resource: here the log group is a
 * resource of the stack.
 */
export function logApi(scope: Construct, api: GraphqlApi, { role, retention, fieldLogLevel, excludeVerboseContent }: LogConfig): void {
  const logGroup = new LogGroup(scope, 'ApiLogGroup', { logGroupName: `/aws/appsync/apis/${api.apiId}`, retention: retention ?? RetentionDays.INFINITE });
  (api.node.defaultChild as CfnGraphQLApi).logConfig = {
    cloudWatchLogsRoleArn: (role ?? logsRole(scope, logGroup)).roleRef.roleArn,
    fieldLogLevel: fieldLogLevel ?? FieldLogLevel.NONE,
    excludeVerboseContent,
  };
}

/**
 * The role that AppSync logs with. Its policy is a resource of its own, as the API needs the role, the log group the API's id, and the
 * policy the log group: AppSync makes a log group that it finds missing, but may do nothing before there is this one.
 */
function logsRole(scope: Construct, logGroup: LogGroup): Role {
  const role = new Role(scope, 'ApiLogsRole', { assumedBy: new ServicePrincipal('appsync.amazonaws.com') });
  new Policy(scope, 'ApiLogsPolicy', {
    roles: [role],
    statements: [new PolicyStatement({ actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] })],
  });
  return role;
}
