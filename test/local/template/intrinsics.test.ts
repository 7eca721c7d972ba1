import { readApi } from '../../../lib/local/template';
import { AssemblyNames } from '../../../lib/local/template/assembly-names';
import { evaluate } from '../../../lib/local/template/intrinsics';
import { type Template } from '../../../lib/local/template/template';
import { apiTemplate, table } from './api-template';
import { writeStack } from './write-assembly';

const template: Template = {
  Parameters: {
    Stage: { Type: 'String', Default: 'beta' },
    Zones: { Type: 'CommaDelimitedList', Default: 'a, b' },
    Secret: { Type: 'String' },
  },
  Mappings: { Capacity: { 'us-east-1': { beta: 5 } } },
  Conditions: {
    IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
    IsBeta: { 'Fn::Not': [{ Condition: 'IsProd' }] },
    Both: { 'Fn::And': [{ Condition: 'IsProd' }, { Condition: 'IsBeta' }] },
    Either: { 'Fn::Or': [{ Condition: 'IsProd' }, { Condition: 'IsBeta' }] },
    Loop: { 'Fn::Not': [{ Condition: 'Loop' }] },
  },
  Resources: {
    Api: { Type: 'AWS::AppSync::GraphQLApi', Properties: {} },
    Key: { Type: 'AWS::AppSync::ApiKey', Properties: { ApiId: { 'Fn::GetAtt': ['Api', 'ApiId'] } } },
    Source: { Type: 'AWS::AppSync::DataSource', Properties: { ApiId: { 'Fn::GetAtt': ['Api', 'ApiId'] }, Name: 'teams' } },
    Team: table(),
    Named: table({ TableName: { 'Fn::Sub': 'teams-${Stage}' } }),
    Role: { Type: 'AWS::IAM::Role', Properties: {} },
    Queue: { Type: 'AWS::SQS::Queue' },
  },
};

const resolve = (value: unknown, environment?: string) => {
  const stack = writeStack(template, {}, environment);
  return evaluate(value, new AssemblyNames([stack]).of(stack));
};

describe('intrinsic functions', () => {
  test.each<[string, unknown, unknown]>([
    ['a parameter with a default', { Ref: 'Stage' }, 'beta'],
    ['a list parameter', { Ref: 'Zones' }, ['a', 'b']],
    ['Fn::Join', { 'Fn::Join': ['-', ['a', { Ref: 'Stage' }]] }, 'a-beta'],
    ['Fn::Join of a list value', { 'Fn::Join': ['', { Ref: 'Zones' }] }, 'ab'],
    ['Fn::Split', { 'Fn::Split': ['-', 'a-b'] }, ['a', 'b']],
    ['Fn::Select', { 'Fn::Select': ['1', { 'Fn::Split': ['-', 'a-b'] }] }, 'b'],
    ['Fn::Sub, short form', { 'Fn::Sub': '${Stage}/${AWS::Region}/${!Literal}/${Named}' }, 'beta/us-east-1/${Literal}/teams-beta'],
    ['Fn::Sub with an attribute', { 'Fn::Sub': '${Team.Arn}' }, 'arn:aws:dynamodb:us-east-1:123456789012:table/Page-Team'],
    ['Fn::Sub with variables', { 'Fn::Sub': ['${x}-${Stage}', { x: { Ref: 'AWS::Partition' } }] }, 'aws-beta'],
    ['Fn::If, true', { 'Fn::If': ['IsBeta', 'yes', { Ref: 'Nothing' }] }, 'yes'],
    ['Fn::If, false', { 'Fn::If': ['Both', 'yes', 'no'] }, 'no'],
    ['Fn::Or', { 'Fn::If': ['Either', 'yes', 'no'] }, 'yes'],
    ['AWS::NoValue in an object', { a: { Ref: 'AWS::NoValue' }, b: 1 }, { b: 1 }],
    ['AWS::NoValue in a list', ['a', { 'Fn::If': ['IsProd', 'b', { Ref: 'AWS::NoValue' }] }], ['a']],
    ['Fn::FindInMap', { 'Fn::FindInMap': ['Capacity', { Ref: 'AWS::Region' }, { Ref: 'Stage' }] }, 5],
    ['Fn::Base64', { 'Fn::Base64': { Ref: 'Stage' } }, 'YmV0YQ=='],
    ['a property that is called Ref', { Ref: { name: 'a' } }, { Ref: { name: 'a' } }],
    ['AWS::StackName', { Ref: 'AWS::StackName' }, 'Page'],
    ['AWS::URLSuffix', { Ref: 'AWS::URLSuffix' }, 'amazonaws.com'],
    ['AWS::AccountId', { Ref: 'AWS::AccountId' }, '123456789012'],
    ['a table', { Ref: 'Team' }, 'Page-Team'],
    ['a named table', { Ref: 'Named' }, 'teams-beta'],
    ['a data source\'s name', { 'Fn::GetAtt': ['Source', 'Name'] }, 'teams'],
    ['an attribute in dot notation', { 'Fn::GetAtt': 'Role.Arn' }, 'arn:aws:iam::123456789012:role/Page-Role'],
    ['a resource that does not matter', { Ref: 'Queue' }, 'Page-Queue'],
  ])('%s', (_, value, expected) => expect(resolve(value)).toEqual(expected));

  test('region and account come from the environment of the stack', () => {
    expect(resolve({ 'Fn::Sub': '${AWS::Region} ${AWS::AccountId}' }, 'aws://111122223333/eu-west-1')).toBe('eu-west-1 111122223333');
  });

  test('an API\'s values have the form that AppSync gives them, the same each time', () => {
    const id = resolve({ 'Fn::GetAtt': ['Api', 'ApiId'] }) as string;
    expect(id).toMatch(/^[a-z0-9]{26}$/);
    expect(resolve({ 'Fn::GetAtt': ['Key', 'ApiKey'] })).toMatch(/^da2-[a-z0-9]{26}$/);
    expect(resolve({ 'Fn::GetAtt': ['Key', 'ApiKey'] })).toBe(resolve({ 'Fn::GetAtt': ['Key', 'ApiKey'] }));
    expect(resolve({ 'Fn::GetAtt': ['Api', 'Arn'] })).toBe(`arn:aws:appsync:us-east-1:123456789012:apis/${id}`);
    expect(resolve({ 'Fn::GetAtt': ['Api', 'GraphQLUrl'] })).toBe(`https://${id}.appsync-api.us-east-1.amazonaws.com/graphql`);
    expect(resolve({ Ref: 'Source' })).toBe(`arn:aws:appsync:us-east-1:123456789012:apis/${id}/datasources/teams`);
  });

  test.each<[string, unknown, string]>([
    ['an import', { 'Fn::ImportValue': { 'Fn::Sub': '${Stage}-table' } }, `no stack of the assembly exports 'beta-table', which is imported from another stack`],
    ['an unknown function', { 'Fn::GetAZs': '' }, 'the intrinsic function Fn::GetAZs is not supported by the local API'],
    ['an unknown name', { Ref: 'Nothing' }, `stack 'Page' has no resource or parameter 'Nothing'`],
    ['an unknown condition', { 'Fn::If': ['Nothing', 1, 2] }, `stack 'Page' has no condition 'Nothing'`],
    ['an unknown mapping', { 'Fn::FindInMap': ['Capacity', 'x', 'y'] }, `stack 'Page' has no mapping 'Capacity.x.y'`],
    ['a parameter without a default', { Ref: 'Secret' }, `parameter 'Secret' of stack 'Page' has no default value`],
    ['a condition of itself', { 'Fn::If': ['Loop', 1, 2] }, `condition 'Loop' of stack 'Page' depends on itself`],
    ['a missing element', { 'Fn::Select': [2, ['a']] }, 'Fn::Select finds no element 2 in a list of 1'],
    ['a join of no list', { 'Fn::Join': ['', { Ref: 'Stage' }] }, 'Fn::Join needs a list, not "beta"'],
  ])('error: %s', (_, value, message) => expect(() => resolve(value)).toThrow(message));

  test('an error in a property names the resource and the property', () => {
    const stack = writeStack(apiTemplate('type Query { a: String }', {}, { Name: { 'Fn::ImportValue': 'other' } }));
    expect(() => readApi(stack, 'Api')).toThrow(`resource 'Api' of stack 'Page': property 'Name': no stack of the assembly exports 'other'`);
  });
});
