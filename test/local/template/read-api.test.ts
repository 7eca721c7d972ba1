import { apiLogicalIds, readApi } from '../../../lib/local/template';
import { type Template, type TemplateResource } from '../../../lib/local/template/template';
import { apiId, apiTemplate, code, pipeline, pipelineFunction, resolver, runtime, table, tableDataSource } from './api-template';
import { writeStack } from './write-assembly';

const schema = 'type Query { a: String b: String }';
const read = (resources: Record<string, TemplateResource> = {}, api?: Record<string, unknown>, files?: Record<string, unknown>) =>
  readApi(writeStack(apiTemplate(schema, resources, api), files), 'Api');
const resource = (type: string, properties: Record<string, unknown>, rest: Partial<TemplateResource> = {}): TemplateResource =>
  ({ Type: type, Properties: { ApiId: apiId, ...properties }, ...rest });

describe('an API', () => {
  test('with all that belongs to it', () => {
    const api = read({
      Team: table({ GlobalSecondaryIndexes: [{ IndexName: 'byName', KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }], Projection: { ProjectionType: 'ALL' }, WarmThroughput: {} }] }),
      TeamSource: tableDataSource('Team'),
      A: resolver('Query.a'),
      B: pipeline('Query.b', ['Step']),
      Step: pipelineFunction('step', code(), 'Team'),
      Bucket: { Type: 'AWS::S3::Bucket' },
    }, { EnvironmentVariables: { TABLE: { Ref: 'Team' } }, AdditionalAuthenticationProviders: [{ AuthenticationType: 'AWS_IAM' }], IntrospectionConfig: 'DISABLED', XrayEnabled: true });
    const [functionId] = Object.keys(api.functions);
    expect(api).toEqual({
      logicalId: 'Api',
      name: 'Pages',
      schema,
      apiId: expect.stringMatching(/^[a-z0-9]{26}$/),
      arn: expect.stringMatching(/^arn:aws:appsync:us-east-1:123456789012:apis\/[a-z0-9]{26}$/),
      region: 'us-east-1',
      account: '123456789012',
      authorizationModes: [{ type: 'API_KEY' }, { type: 'AWS_IAM' }],
      iam: { roles: [expect.objectContaining({ name: 'Page-Role', names: ['Role', 'Page-Role'], statements: [] })], identityPools: [] },
      apiKeys: [expect.stringMatching(/^da2-[a-z0-9]{26}$/)],
      environment: { TABLE: 'Page-Team' },
      introspectionEnabled: false,
      dataSources: { none: { type: 'NONE' }, Team: { type: 'AMAZON_DYNAMODB', table: 'Page-Team' } },
      functions: { [functionId!]: { logicalId: 'Step', name: 'step', dataSource: 'Team', code: code() } },
      resolvers: [
        { logicalId: 'A', typeName: 'Query', fieldName: 'a', code: code(), dataSource: 'none' },
        { logicalId: 'B', typeName: 'Query', fieldName: 'b', code: code('return {};', 'return ctx.prev.result;'), functions: [functionId] },
      ],
      tables: [{
        logicalId: 'Team',
        name: 'Page-Team',
        attributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        keySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        globalSecondaryIndexes: [{ IndexName: 'byName', KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }], Projection: { ProjectionType: 'ALL' } }],
        localSecondaryIndexes: [],
      }],
    });
  });

  test('with its schema and code in assets', () => {
    const asset = (path: string, key: string) => ({ source: { path }, destinations: { here: { bucketName: 'assets', objectKey: key } } });
    const stack = writeStack(apiTemplate('', {
      Schema: resource('AWS::AppSync::GraphQLSchema', { DefinitionS3Location: { 'Fn::Sub': 's3://assets-${AWS::Region}/1.graphql' } }),
      A: resolver('Query.a', code(), { Code: { Ref: 'AWS::NoValue' }, CodeS3Location: 's3://assets/2.js' }),
    }), {
      'Page.assets.json': { files: { one: asset('asset.1', '1.graphql'), two: asset('asset.2', '2.js') } },
      'asset.1': schema,
      'asset.2': 'export const request = 1;',
    });
    expect(readApi(stack, 'Api')).toMatchObject({ schema, resolvers: [{ code: 'export const request = 1;' }] });
  });

  test('without the resources that conditions leave out', () => {
    const template = apiTemplate(schema, { A: { ...resolver('Query.a'), Condition: 'Never' } });
    expect(readApi(writeStack({ ...template, Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } } }), 'Api').resolvers).toEqual([]);
  });

  test('with the client configuration that is beside the template', () => {
    const outputs = { version: '1.5', data: { url: { 'Fn::GetAtt': ['Api', 'GraphQLUrl'] }, aws_region: { Ref: 'AWS::Region' }, model_introspection: { models: { Ref: {} } } } };
    expect(read({}, {}, { 'Page.Api.amplify_outputs.json': outputs }).outputs).toEqual({
      version: '1.5',
      data: { url: expect.stringMatching(/^https:\/\/[a-z0-9]{26}\.appsync-api\.us-east-1\.amazonaws\.com\/graphql$/), aws_region: 'us-east-1', model_introspection: { models: { Ref: {} } } },
    });
    expect(read().outputs).toBeUndefined();
  });

  test('beside another one, each with its own', () => {
    const other = { ApiId: { 'Fn::GetAtt': ['Other', 'ApiId'] } };
    const template = apiTemplate(schema, {
      Other: { Type: 'AWS::AppSync::GraphQLApi', Properties: { Name: 'Other', AuthenticationType: 'AWS_IAM', MergedApiExecutionRoleArn: 'arn' } },
      OtherSchema: { Type: 'AWS::AppSync::GraphQLSchema', Properties: { ...other, Definition: 'type Query { c: String }' } },
      OtherSource: { Type: 'AWS::AppSync::DataSource', Properties: { ...other, Name: 'fn', Type: 'AWS_LAMBDA' } },
      A: resolver('Query.a'),
    });
    const stack = writeStack(template);
    expect(apiLogicalIds(stack)).toEqual(['Api', 'Other']);
    expect(readApi(stack, 'Api')).toMatchObject({ schema, dataSources: { none: { type: 'NONE' } } });
    expect(() => readApi(stack, 'Third')).toThrow(`stack 'Page' has no GraphQL API 'Third': it has 'Api', 'Other'`);
  });
});

describe('nested stacks', () => {
  const child: Template = {
    Parameters: { ParentApi: { Type: 'String' }, ParentSource: { Type: 'String' } },
    Resources: {
      A: resolver('Query.a', code(), { ApiId: { Ref: 'ParentApi' }, DataSourceName: { Ref: 'ParentSource' } }),
      Step: { Type: 'AWS::AppSync::FunctionConfiguration', Properties: { ApiId: { Ref: 'ParentApi' }, Name: 'step', DataSourceName: 'none', Runtime: runtime, Code: code() } },
      Member: table(),
    },
    Outputs: { StepId: { Value: { 'Fn::GetAtt': ['Step', 'FunctionId'] } } },
  };
  const nested = (properties: Record<string, unknown>, metadata: Record<string, unknown> = {}): TemplateResource => ({
    Type: 'AWS::CloudFormation::Stack',
    Properties: { Parameters: { ParentApi: apiId, ParentSource: { 'Fn::GetAtt': ['None', 'Name'] } }, ...properties },
    Metadata: metadata,
  });
  const parent = (nestedStack: TemplateResource) =>
    apiTemplate(schema, { Nested: nestedStack, Pipeline: resolver('Query.b', code(), { Kind: 'PIPELINE', PipelineConfig: { Functions: [{ 'Fn::GetAtt': ['Nested', 'Outputs.StepId'] }] } }) });

  test.each<[string, TemplateResource]>([
    ['through the asset manifest', nested({ TemplateURL: { 'Fn::Join': ['', ['https://s3.', { Ref: 'AWS::Region' }, '.amazonaws.com/assets/abc.json']] } })],
    ['through metadata', nested({ TemplateURL: { Ref: 'Unknown' } }, { 'aws:asset:path': 'PageNested.nested.template.json' })],
  ])('%s: parameters go in, outputs come out', (_, nestedStack) => {
    const api = readApi(writeStack(parent(nestedStack), {
      'Page.assets.json': { files: { abc: { source: { path: 'PageNested.nested.template.json' }, destinations: { here: { objectKey: 'abc.json' } } } } },
      'PageNested.nested.template.json': child,
    }), 'Api');
    expect(api.resolvers.map(({ logicalId }) => logicalId)).toEqual(['Pipeline', 'A']);
    expect(api.resolvers[0]!.functions).toEqual(Object.keys(api.functions));
    expect(api.tables).toMatchObject([{ name: 'Page-Nested-Member' }]);
  });

  test('an output or template that is not there', () => {
    const files = { 'PageNested.nested.template.json': { ...child, Outputs: {} } };
    expect(() => readApi(writeStack(parent(nested({}, { 'aws:asset:path': 'PageNested.nested.template.json' })), files), 'Api'))
      .toThrow(`stack 'Page-Nested' has no output 'StepId'`);
    expect(() => readApi(writeStack(parent(nested({ TemplateURL: 'https://s3/assets/abc.json' }))), 'Api'))
      .toThrow(`the assembly has no file for 'https://s3/assets/abc.json'`);
  });
});

describe('what the local API does not reproduce', () => {
  const source = (Type: string, properties: Record<string, unknown> = {}) => resource('AWS::AppSync::DataSource', { Name: 'other', Type, ...properties });
  const vtl = resolver('Query.a', code(), { Runtime: undefined, Code: undefined, RequestMappingTemplate: '{}' });
  test.each<[string, Record<string, TemplateResource>, string]>([
    ['another type of data source', { X: source('AMAZON_EVENTBRIDGE', { EventBridgeConfig: { EventBusArn: 'arn' } }) }, 'data source type AMAZON_EVENTBRIDGE is not supported by the local API: it knows NONE, AMAZON_DYNAMODB, HTTP, AWS_LAMBDA'],
    ['a Lambda data source without a function', { X: source('AWS_LAMBDA') }, `property 'LambdaConfig' is missing`],
    ['a Lambda data source without the function\'s ARN', { X: source('AWS_LAMBDA', { LambdaConfig: {} }) }, `property 'LambdaConfig.LambdaFunctionArn' is missing`],
    ['an HTTP data source without a URL', { X: source('HTTP', { HttpConfig: { Endpoint: 'example.com' } }) }, `property 'HttpConfig.Endpoint' is 'example.com': it has to be a URL with http:// or https://`],
    ['an HTTP data source whose requests are signed', { X: source('HTTP', { HttpConfig: { Endpoint: 'https://states.amazonaws.com', AuthorizationConfig: { AuthorizationType: 'AWS_IAM', AwsIamConfig: { SigningRegion: 'us-east-1' } } } }) }, `property 'HttpConfig.AuthorizationConfig' is AWS_IAM: requests that are signed for AWS are not supported by the local API`],
    ['a versioned data source', { T: table(), X: { ...tableDataSource('T'), Properties: { ...tableDataSource('T').Properties, DynamoDBConfig: { TableName: { Ref: 'T' }, Versioned: true } } } }, `property 'DynamoDBConfig.Versioned' is not supported`],
    ['a table from elsewhere', { X: resource('AWS::AppSync::DataSource', { Name: 't', Type: 'AMAZON_DYNAMODB', DynamoDBConfig: { TableName: 'theirs' } }) }, `no stack of the assembly makes the table 'theirs': say what keys it has with LocalApi's option 'tables', [{ TableName: 'theirs', KeySchema: [...], AttributeDefinitions: [...] }]`],
    ['mapping templates', { X: vtl }, 'mapping templates (VTL) are not supported by the local API, use the runtime APPSYNC_JS'],
    ['a resolver without a runtime', { X: resolver('Query.a', code(), { Runtime: undefined }) }, 'runtime (none) is not supported by the local API'],
    ['caching', { X: resolver('Query.a', code(), { CachingConfig: { Ttl: 60 } }) }, `property 'CachingConfig' is not supported by the local API`],
    ['conflict detection', { X: resolver('Query.a', code(), { SyncConfig: { ConflictDetection: 'VERSION' } }) }, `property 'SyncConfig' is not supported`],
    ['batches of another data source', { X: resolver('Query.a', code(), { MaxBatchSize: 10 }) }, `property 'MaxBatchSize' is for data sources of type AWS_LAMBDA, and 'none' is one of type NONE`],
    ['batches of a pipeline', { X: resolver('Query.a', code(), { Kind: 'PIPELINE', MaxBatchSize: 10 }) }, `property 'MaxBatchSize' is for the functions of a pipeline, not for the pipeline itself`],
    ['a pipeline without code', { X: resolver('Query.a', code(), { Kind: 'PIPELINE', Runtime: undefined, Code: undefined }) }, 'runtime (none) is not supported by the local API, use APPSYNC_JS'],
    ['an import that nothing exports', { X: table({ TableName: { 'Fn::ImportValue': 'theirs' } }) }, `property 'TableName': no stack of the assembly exports 'theirs', which is imported from another stack: have the stack that does in the same app`],
    ['an output of no stack', { X: table({ TableName: { 'Fn::GetStackOutput': { StackName: 'Theirs', OutputName: 'Table' } } }) }, `property 'TableName': the assembly has no stack 'Theirs', of which the output 'Table' is read: have that stack in the same app`],
    ['a cache', { X: resource('AWS::AppSync::ApiCache', { Ttl: 1 }) }, 'AWS::AppSync::ApiCache is not supported by the local API'],
    ['an unknown data source', { X: resolver('Query.a', code(), { DataSourceName: 'gone' }) }, `the API has no data source 'gone': it has 'none'`],
    ['an unknown function', { X: resolver('Query.a', code(), { Kind: 'PIPELINE', PipelineConfig: { Functions: ['gone'] } }) }, `the API has no pipeline function 'gone'`],
    ['keys of several attributes', { X: table({ GlobalSecondaryIndexes: [{ IndexName: 'i', KeySchema: [{ AttributeName: 'a', KeyType: 'HASH' }, { AttributeName: 'b', KeyType: 'HASH' }], Projection: { ProjectionType: 'ALL' } }] }) }, `index 'i' has a HASH key of several attributes (a, b)`],
    ['code that is too long', { X: resolver('Query.a', 'x'.repeat(32_001)) }, 'the code has 32001 characters, and AppSync takes 32000'],
    ['a pipeline that is too long', { X: resolver('Query.a', code(), { Kind: 'PIPELINE', PipelineConfig: { Functions: Array(11).fill('f') } }) }, 'the pipeline has 11 functions, and AppSync takes 10'],
    ['an unknown kind of resolver', { X: resolver('Query.a', code(), { Kind: 'BATCH' }) }, 'kind BATCH is not supported by the local API'],
    ['a second resolver of a field', { A: resolver('Query.a'), X: resolver('Query.a') }, `'Query.a' is that of resource 'A' of stack 'Page' already`],
    ['a second data source of a name', { X: resource('AWS::AppSync::DataSource', { Name: 'none', Type: 'NONE' }) }, `'none' is that of resource 'None' of stack 'Page' already`],
    ['a table that starts with items', { X: table({ ImportSourceSpecification: { InputFormat: 'CSV' } }) }, `property 'ImportSourceSpecification' is not supported by the local API`],
    ['a secret', { X: table({ TableName: '{{resolve:ssm:/team/table:1}}' }) }, `'{{resolve:ssm:/team/table:1}}' stands for a value that only AWS knows`],
    ['what has no type', { X: { Properties: {} } as TemplateResource }, 'there is no Type'],
    ['code from nowhere', { X: resolver('Query.a', code(), { CodeS3Location: 's3://a/b.js' }) }, `property 'CodeS3Location': the assembly has no file for 's3://a/b.js'`],
  ])('%s', (_, resources, message) => {
    expect(() => read(resources)).toThrow(message);
    expect(() => read(resources)).toThrow(`resource 'X' of stack 'Page'`);
  });

  test.each<[Record<string, unknown>, string]>([
    [{ ApiType: 'MERGED' }, 'API type MERGED is not supported by the local API'],
    [{ MergedApiExecutionRoleArn: 'arn' }, `property 'MergedApiExecutionRoleArn' is not supported by the local API`],
    [{ Name: undefined }, `property 'Name' is missing`],
  ])('of the API itself: %j', (api, message) => expect(() => read({}, api)).toThrow(`resource 'Api' of stack 'Page': ${message}`));

  test('a template that CloudFormation makes another one of', () => {
    const loop = [['x'], ['a'], {}] as unknown as TemplateResource;
    expect(() => read({ 'Fn::ForEach::X': loop })).toThrow(`resource 'Fn::ForEach::X' of stack 'Page': there is no Type`);
    expect(() => readApi(writeStack({ ...apiTemplate(schema), Transform: 'AWS::LanguageExtensions' }), 'Api')).toThrow(`stack 'Page' has the transform "AWS::LanguageExtensions", which the local API can't run`);
  });

  test('a parameter that is looked up', () => {
    const template = apiTemplate(schema, {}, { Name: { Ref: 'Looked' } });
    const Parameters = { Looked: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/team/name' } };
    expect(() => readApi(writeStack({ ...template, Parameters }), 'Api')).toThrow(
      `resource 'Api' of stack 'Page': property 'Name': parameter 'Looked' of stack 'Page' has its value in Systems Manager, where the local API can't look it up`);
  });

  test('a property that is set to what it would be anyway is no problem', () => {
    expect(read({ A: resolver('Query.a', code(), { MaxBatchSize: 0 }) }).resolvers).toHaveLength(1);
  });

  test('a cache of another API is no problem', () => {
    expect(read({ Cache: resource('AWS::AppSync::ApiCache', { ApiId: 'another', Ttl: 1 }) }).resolvers).toEqual([]);
  });

  test('what the API is merged into is no problem', () => {
    expect(read({ Association: resource('AWS::AppSync::SourceApiAssociation', { SourceApiIdentifier: apiId }) }).resolvers).toEqual([]);
  });

  test('limits of requests are no problem: what they refuse is answered', () => {
    expect(read({}, { QueryDepthLimit: 5, ResolverCountLimit: 100 }).resolvers).toEqual([]);
  });

  test('an API without a schema', () => {
    const { Api, Key } = apiTemplate(schema).Resources!;
    expect(() => readApi(writeStack({ Resources: { Api: Api!, Key: Key! } }), 'Api')).toThrow(`resource 'Api' of stack 'Page': the API has no schema`);
  });

  test('the resource is named by the path of its construct, from its own metadata or the assembly\'s', () => {
    const x = resolver('Query.a', code(), { MaxBatchSize: 1 });
    expect(() => read({ X: { ...x, Metadata: { 'aws:cdk:path': 'Page/Data/Resolver' } } })).toThrow(`resource 'Page/Data/Resolver' (logical id X): property`);
    const files = {
      'manifest.json': { artifacts: { Page: { type: 'aws:cloudformation:stack', properties: { templateFile: 'Page.template.json' }, additionalMetadataFile: 'Page.metadata.json' } } },
      'Page.metadata.json': {
        '/Page': [{ type: 'aws:cdk:templateFile', data: 'Page.template.json' }],
        '/Page/Nested': [{ type: 'aws:cdk:templateFile', data: 'Nested.template.json' }],
        '/Page/Nested/X': [{ type: 'aws:cdk:logicalId', data: 'X' }],
        '/Page/Data/X': [{ type: 'aws:cdk:logicalId', data: 'X' }],
      },
    };
    expect(() => read({ X: x }, {}, files)).toThrow(`resource 'Page/Data/X' (logical id X): property`);
  });
});
