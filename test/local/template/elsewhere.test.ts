import { readApi, readAssembly, type LocalTable } from '../../../lib/local/template';
import { type Template, type TemplateResource } from '../../../lib/local/template/template';
import { apiId, apiTemplate, table, tableDataSource } from './api-template';
import { writeAssembly } from './write-assembly';

const schema = 'type Query { a: String }';
const source = (Type: string, properties: Record<string, unknown>): TemplateResource =>
  ({ Type: 'AWS::AppSync::DataSource', Properties: { ApiId: apiId, Name: 'it', Type, ...properties } });
const tableSource = (TableName: unknown) => source('AMAZON_DYNAMODB', { DynamoDBConfig: { TableName } });
const lambdaSource = (LambdaFunctionArn: unknown) => source('AWS_LAMBDA', { LambdaConfig: { LambdaFunctionArn } });
const lambda = (properties: Record<string, unknown> = {}, path?: string): TemplateResource =>
  ({ Type: 'AWS::Lambda::Function', Properties: properties, ...(path && { Metadata: { 'aws:cdk:path': path } }) });

/** Reads the API of the stack 'Page', which is beside others. */
function read(resources: Record<string, TemplateResource>, others: Record<string, Template> = {}, tables: readonly LocalTable[] = []) {
  const stacks = readAssembly(writeAssembly({ ...others, Page: apiTemplate(schema, resources) }));
  return readApi(stacks.find(({ name }) => name === 'Page')!, 'Api', { stacks, tables });
}

describe('a table of another stack', () => {
  const data: Template = {
    Resources: { Team: table(), Other: table({ ImportSourceSpecification: { InputFormat: 'CSV' } }), Named: table({ TableName: 'members' }) },
    Outputs: { TeamTable: { Value: { Ref: 'Team' }, Export: { Name: { 'Fn::Sub': '${AWS::StackName}:Team' } } } },
  };

  test.each<[string, unknown, string]>([
    ['that it exports', { 'Fn::ImportValue': 'Data:Team' }, 'Data-Team'],
    ['that is one of its outputs', { 'Fn::GetStackOutput': { StackName: 'Data', OutputName: 'TeamTable' } }, 'Data-Team'],
    ['with a name of its own', 'members', 'members'],
  ])('%s is found, and the stack\'s other tables are not looked at', (_, name, expected) => {
    const api = read({ It: tableSource(name) }, { Data: data });
    expect(api.dataSources.it).toEqual({ type: 'AMAZON_DYNAMODB', table: expected });
    expect(api.tables).toMatchObject([{ name: expected, keySchema: [{ AttributeName: 'id', KeyType: 'HASH' }] }]);
  });

  test('that the local API does not reproduce', () => {
    expect(() => read({ It: tableSource('Data-Other') }, { Data: data })).toThrow(`resource 'Other' of stack 'Data': property 'ImportSourceSpecification' is not supported`);
  });

  test('in the same stage comes before one of the same name in another', () => {
    const named = (attribute: string): Template => ({
      Resources: { T: table({ TableName: 'teams', KeySchema: [{ AttributeName: attribute, KeyType: 'HASH' }], AttributeDefinitions: [{ AttributeName: attribute, AttributeType: 'S' }] }) },
    });
    const dev = writeAssembly({ Data: named('dev') });
    const prod = writeAssembly({ Page: apiTemplate(schema, { It: tableSource('teams') }), Data: named('prod') });
    const stacks = [...readAssembly(dev), ...readAssembly(prod)];
    expect(readApi(stacks.find(({ name }) => name === 'Page')!, 'Api', { stacks }).tables).toMatchObject([{ keySchema: [{ AttributeName: 'prod' }] }]);
  });
});

describe('a table that no stack makes', () => {
  const orders: LocalTable = {
    TableName: 'orders',
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }, { AttributeName: 'day', AttributeType: 'S' }],
    GlobalSecondaryIndexes: [{ IndexName: 'byDay', KeySchema: [{ AttributeName: 'day', KeyType: 'HASH' }], Projection: { ProjectionType: 'ALL' } }],
  };

  test('is what the option says', () => {
    expect(read({ It: tableSource('orders') }, {}, [orders]).tables).toEqual([{
      logicalId: 'orders', name: 'orders', keySchema: orders.KeySchema, attributeDefinitions: orders.AttributeDefinitions,
      globalSecondaryIndexes: orders.GlobalSecondaryIndexes, localSecondaryIndexes: [],
    }]);
  });

  test.each<[string, object, string]>([
    ['without a key', { KeySchema: undefined }, `table 'orders': 'KeySchema' is missing`],
    ['without a name', { TableName: undefined }, `a table has no TableName: {"KeySchema":[`],
    ['with what is unknown', { Keys: ['id'] }, `table 'orders': 'Keys' is unknown: there is 'TableName', 'KeySchema', 'AttributeDefinitions', 'GlobalSecondaryIndexes', 'LocalSecondaryIndexes'`],
    ['with a key of several attributes', { KeySchema: ['a', 'b'].map((AttributeName) => ({ AttributeName, KeyType: 'HASH' })) }, `table 'orders': the table has a HASH key of several attributes (a, b)`],
    ['that the stack makes after all', { TableName: 'Page-Team' }, `the table 'Page-Team' is that of 'Team' already: leave it out`],
  ])('%s', (_, change, message) => {
    expect(() => read({ Team: table(), It: tableDataSource('Team') }, {}, [{ ...orders, ...change }])).toThrow(`option 'tables': ${message}`);
  });

  test('given twice', () => {
    expect(() => read({ It: tableSource('orders') }, {}, [orders, orders])).toThrow(`option 'tables': the table 'orders' is that of 'orders' already`);
  });
});

describe('a Lambda function', () => {
  const arn = 'arn:aws:lambda:us-east-1:123456789012:function';
  const functionOf = (resources: Record<string, TemplateResource>, others?: Record<string, Template>) => {
    const { it } = read(resources, others).dataSources;
    return it?.type === 'AWS_LAMBDA' ? it.function : undefined;
  };

  test('of the stack has its construct\'s path, its logical id and its name', () => {
    expect(functionOf({ Fn1: lambda({}, 'Page/Api/Echo/Resource'), It: lambdaSource({ 'Fn::GetAtt': ['Fn1', 'Arn'] }) }))
      .toEqual({ arn: `${arn}:Page-Fn1`, names: ['Api/Echo', 'Fn1', 'Page-Fn1'] });
    expect(functionOf({ Fn1: lambda({ FunctionName: 'echo' }), It: lambdaSource({ 'Fn::GetAtt': ['Fn1', 'Arn'] }) }))
      .toEqual({ arn: `${arn}:echo`, names: ['Fn1', 'echo'] });
  });

  test.each<[string, TemplateResource]>([
    ['a version', { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Fn1' } } }],
    ['an alias', { Type: 'AWS::Lambda::Alias', Properties: { FunctionName: { 'Fn::GetAtt': ['Fn1', 'Arn'] }, Name: 'live', FunctionVersion: '1' } }],
  ])('by %s is the same one', (_, qualified) => {
    expect(functionOf({ Fn1: lambda(), Qualified: qualified, It: lambdaSource({ Ref: 'Qualified' }) })).toMatchObject({ arn: `${arn}:Page-Fn1` });
  });

  test('of another stack has its construct\'s path in the app, and its name', () => {
    const functions: Template = {
      Resources: { Fn1: lambda({}, 'Functions/Echo/Resource') },
      Outputs: { Echo: { Value: { 'Fn::GetAtt': ['Fn1', 'Arn'] }, Export: { Name: 'echo' } } },
    };
    expect(functionOf({ It: lambdaSource({ 'Fn::ImportValue': 'echo' }) }, { Functions: functions }))
      .toEqual({ arn: `${arn}:Functions-Fn1`, names: ['Functions/Echo', 'Functions-Fn1'] });
  });

  test('from elsewhere has the name in its ARN', () => {
    expect(functionOf({ It: lambdaSource('arn:aws:lambda:eu-west-1:111122223333:function:echo:live') }))
      .toEqual({ arn: 'arn:aws:lambda:eu-west-1:111122223333:function:echo', names: ['echo'] });
  });
});

test('what other resources are made of is not looked at', () => {
  const unknown = { 'Fn::GetAtt': ['Nothing', 'Arn'] };
  const { Resources } = apiTemplate(schema, {
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: unknown }, Condition: 'NoSuchCondition' },
    Custom: { Type: 'Custom::Thing', Properties: { ServiceToken: unknown } },
  });
  const stacks = readAssembly(writeAssembly({ Page: { Resources: Resources! } }));
  expect(readApi(stacks[0]!, 'Api').name).toBe('Pages');
});
