import { Match, Template } from 'aws-cdk-lib/assertions';
import { a } from 'cdk-appsync-data';
import { shop } from '../../integ/schemas/data-modelling';
import { schemas } from '../../integ/schemas/relationships';
import { stackOf } from '../support/synthesized';

test('a role is for this API of this account only', () => {
  const template = Template.fromStack(stackOf(schemas.OneToMany));
  const [api] = Object.keys(template.findResources('AWS::AppSync::GraphQLApi'));

  template.allResourcesProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Statement: [{
        Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'appsync.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } }, ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': [api, 'Arn'] } } },
      }],
    },
  });
});

test('a data source without a resolver that writes may not write', () => {
  Template.fromStack(stackOf(shop)).hasResourceProperties('AWS::IAM::Role', {
    Policies: [{ PolicyDocument: { Statement: [{ Action: ['GetItem', 'Query', 'Scan'].map((action) => `dynamodb:${action}`), Effect: 'Allow', Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^DataTablesTaxRate'), 'Arn'] } }] } }],
  });
});

test('a data source may do what its resolvers do, on its table and indexes, and no more', () => {
  const template = Template.fromStack(stackOf(schemas.OneToMany));
  const arnOf = (model: string) => ({ 'Fn::GetAtt': [Match.stringLikeRegexp(`^DataTables${model}`), 'Arn'] });

  template.hasResourceProperties('AWS::IAM::Role', {
    Policies: [{
      PolicyDocument: {
        Statement: [
          { Effect: 'Allow', Action: ['DeleteItem', 'GetItem', 'PutItem', 'Query', 'Scan', 'UpdateItem'].map((action) => `dynamodb:${action}`), Resource: arnOf('Member') },
          { Effect: 'Allow', Action: 'dynamodb:Query', Resource: { 'Fn::Join': ['', [arnOf('Member'), '/index/gsi-Team.members']] } },
          { Effect: 'Allow', Action: 'dynamodb:BatchGetItem', Resource: arnOf('Team') },
        ],
      },
    }],
  });
  template.resourceCountIs('AWS::IAM::Policy', 0);
  expect(JSON.stringify(template.findResources('AWS::IAM::Role'))).not.toContain('*');
});

test('a table that no operation works on has a role without a policy', () => {
  const schema = a.schema({ Team: a.model({}), Log: a.model({ text: a.string() }).disableOperations(['queries', 'mutations', 'subscriptions']) }).authorization((allow) => allow.publicApiKey());
  const roles = Object.entries(Template.fromStack(stackOf(schema)).findResources('AWS::IAM::Role'));
  expect(roles.map(([id, { Properties }]) => [id.replace(/[0-9A-F]{8}$/, ''), 'Policies' in Properties])).toEqual([['DataModelsTeamRole', true], ['DataModelsLogRole', false]]);
});
