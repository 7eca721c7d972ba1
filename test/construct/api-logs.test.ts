import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { FieldLogLevel } from 'aws-cdk-lib/aws-appsync';
import { Role } from 'aws-cdk-lib/aws-iam';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { AppSyncData } from 'cdk-appsync-data';
import { schemas } from '../../integ/schemas/relationships';
import { stackOf } from '../support/synthesized';

const logConfig = { fieldLogLevel: FieldLogLevel.ERROR, excludeVerboseContent: true, retention: RetentionDays.ONE_MONTH };

test('requests are logged, and the logs kept for as long as is said', () => {
  const template = Template.fromStack(stackOf(schemas.OneToMany, { logConfig }));

  template.hasResourceProperties('AWS::AppSync::GraphQLApi', {
    LogConfig: { CloudWatchLogsRoleArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('ApiLogsRole'), 'Arn'] }, FieldLogLevel: 'ERROR', ExcludeVerboseContent: true },
  });
  template.hasResource('AWS::Logs::LogGroup', {
    DeletionPolicy: 'Retain',
    Properties: { LogGroupName: { 'Fn::Join': ['', ['/aws/appsync/apis/', { 'Fn::GetAtt': [Match.stringLikeRegexp('^DataApi'), 'ApiId'] }]] }, RetentionInDays: 30 },
  });
});

test('AppSync may write to this log group only, and make none before it is there', () => {
  const template = Template.fromStack(stackOf(schemas.OneToMany, { logConfig }));
  const [logGroup] = Object.keys(template.findResources('AWS::Logs::LogGroup'));

  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: { Statement: [{ Effect: 'Allow', Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], Resource: { 'Fn::GetAtt': [logGroup, 'Arn'] } }] },
    Roles: [{ Ref: Match.stringLikeRegexp('ApiLogsRole') }],
  });
});

test('no Lambda function and no custom resource sees to it', () => {
  const types = new Set(Object.values(Template.fromStack(stackOf(schemas.OneToMany, { logConfig })).toJSON().Resources as Record<string, { Type: string }>).map(({ Type }) => Type));
  expect([...types].filter((type) => /^(AWS::Lambda|Custom)::/.test(type))).toEqual([]);
});

test('by default logs of no field are written, and are kept', () => {
  const template = Template.fromStack(stackOf(schemas.OneToMany, { logConfig: {} }));

  template.hasResourceProperties('AWS::AppSync::GraphQLApi', { LogConfig: { FieldLogLevel: 'NONE', ExcludeVerboseContent: Match.absent() } });
  template.hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: Match.absent() });
});

test('a role that is given is taken as it is', () => {
  const stack = new Stack(new App(), 'Test');
  const role = Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::123456789012:role/logs');
  new AppSyncData(stack, 'Data', { schema: schemas.OneToMany, logConfig: { ...logConfig, role } });

  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::AppSync::GraphQLApi', { LogConfig: { CloudWatchLogsRoleArn: role.roleArn } });
  template.resourceCountIs('AWS::IAM::Policy', 0);
});
