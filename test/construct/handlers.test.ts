import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { a, AppSyncData, type AppSyncDataProps, type Handler } from 'cdk-appsync-data';
import { LocalApi } from 'cdk-appsync-data/local';
import { send } from '../support/graphql';

const directory = mkdtempSync(join(tmpdir(), 'handlers-'));
afterAll(() => rmSync(directory, { recursive: true }));

const handlers = 'export const request = () => ({ payload: null });\nexport const response = (ctx) => ctx.result;';

/** Writes a file of handlers; gives its path. */
function file(name: string, content = handlers): string {
  writeFileSync(join(directory, name), content);
  return join(directory, name);
}

type Props = Omit<AppSyncDataProps, 'schema'>;

function schemaWith(handler: Handler | readonly Handler[]) {
  return a.schema({
    Post: a.model({ title: a.string(), blogId: a.id() }),
    Blog: a.model({ posts: a.hasMany('Post', 'blogId') }),
    ping: a.query().returns(a.string()).handler(handler),
  }).authorization((allow) => allow.publicApiKey());
}

function stackWith(handler: Handler | readonly Handler[], props: Props | ((stack: Stack) => Props) = {}): Stack {
  const stack = new Stack(new App(), 'Test');
  new AppSyncData(stack, 'Data', { schema: schemaWith(handler), ...(typeof props === 'function' ? props(stack) : props) });
  return stack;
}

function templateWith(...args: Parameters<typeof stackWith>): Template {
  return Template.fromStack(stackWith(...args));
}

const lambda = (stack: Stack, id = 'Ping'): LambdaFunction => new LambdaFunction(stack, id, { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline('exports.handler = () => "pong";') });

const errorOf = (...args: Parameters<typeof stackWith>): string => {
  try {
    stackWith(...args);
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing';
};

const ping = { TypeName: 'Query', FieldName: 'ping' };

describe('code', () => {
  test('alone is a unit resolver, without a data source of its own', () => {
    const template = templateWith(a.handler.custom({ entry: file('alone.js') }));
    template.hasResourceProperties('AWS::AppSync::Resolver', { ...ping, Kind: 'UNIT', DataSourceName: 'None', Code: Match.stringLikeRegexp('export \\{\\s*request,\\s*response\\s*\\}') });
    template.resourcePropertiesCountIs('AWS::AppSync::DataSource', { Type: 'NONE' }, 1);
  });

  test('with what it imports is one code, whatever the language and the place of its files', () => {
    file('words.ts', 'export const word: string = "imported";');
    const entry = file('importing.ts', 'import { util, type Context } from "@aws-appsync/utils"; import { word } from "./words"; export function request(ctx: Context) { return { payload: word + util.autoId() }; }\nexport function response(ctx: Context) { return ctx.result; }');
    for (const where of [entry, pathToFileURL(entry).href]) {
      templateWith(a.handler.custom({ entry: where })).hasResourceProperties('AWS::AppSync::Resolver', {
        ...ping, Code: Match.stringLikeRegexp('^// importing\\.ts\\nimport \\{ util \\} from "@aws-appsync/utils";\\n\\n// words\\.ts\\nvar word = "imported";'),
      });
    }
  });

  test('is looked for beside the file that declares it', () => {
    expect(errorOf(a.handler.custom({ entry: './not-there.ts' }))).toBe(`the handler './not-there.ts' of Query.ping is no file: there is no '${join(__dirname, 'not-there.ts')}'; 'entry' is relative to the file that declares it, or absolute`);
  });

  test.each([
    ['no response', 'export const request = () => ({});', /exports no function 'response': AppSync calls both/],
    ['no handlers', 'const x = 1; console.log(x);', /exports no function 'request' and no 'response'/],
    ['a mistake', 'export const request = (;', /can't be bundled: Unexpected ";" \(broken\.js, line 1\)/],
    ['an import that is not there', 'import "left-pad-of-nobody"; export const request = 1, response = 1;', /can't be bundled: Could not resolve "left-pad-of-nobody" \(broken\.js, line 1\)/],
    ['too much', `${handlers}\nexport const more = "${'x'.repeat(32_000)}";`, /has 32,\d\d\d characters with what it imports, and AppSync takes 32,000/],
  ])('with %s is refused', (_, content, message) => {
    expect(errorOf(a.handler.custom({ entry: file('broken.js', content) }))).toMatch(message);
  });
});

describe('code on the table of a model', () => {
  const handler = a.handler.custom({ dataSource: a.ref('Post'), entry: file('table.js') });

  test('has a data source beside the one of the generated resolvers, whose role stays as it is', () => {
    const template = templateWith(handler);
    template.hasResourceProperties('AWS::AppSync::Resolver', { ...ping, DataSourceName: 'PostHandlers' });
    const rolesOf = (one: Template) => Object.entries(one.findResources('AWS::IAM::Role')).filter(([id]) => id.startsWith('DataModels'));
    expect(rolesOf(template)).toEqual(rolesOf(templateWith(a.handler.custom({ entry: file('alone.js') }))));
  });

  test('may do with items what DynamoDB can, on this table and its indexes, for this API', () => {
    templateWith(handler).hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: { Statement: [{ Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } }, ArnEquals: { 'aws:SourceArn': Match.anyValue() } } }] },
      Policies: [{ PolicyDocument: { Statement: [
        {
          Action: ['BatchGetItem', 'BatchWriteItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'UpdateItem', 'Query', 'Scan'].map((action) => `dynamodb:${action}`),
          Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^DataTablesPost'), 'Arn'] },
        },
        { Action: ['dynamodb:Query', 'dynamodb:Scan'], Resource: { 'Fn::Join': ['', [Match.anyValue(), '/index/gsi-Blog.posts']] } },
      ] } }],
    });
  });
});

test('code on the table of a model has its name from an environment variable of the API', async () => {
  const stack = new Stack(new App(), 'Test');
  const entry = file('batch.js', 'export const request = (ctx) => ({ operation: "BatchGetItem", tables: { [ctx.env.POSTS]: { keys: [{ id: { S: "one" } }] } } });\nexport const response = (ctx) => ctx.result.data[ctx.env.POSTS][0].title;');
  const data = new AppSyncData(stack, 'Data', { schema: schemaWith(a.handler.custom({ dataSource: a.ref('Post'), entry })) });
  data.api.addEnvironmentVariable('POSTS', data.tables.Post.tableName);
  const api = await LocalApi.fromStack(stack);
  try {
    await send(api, 'mutation { createPost(input: { id: "one", title: "first" }) { id } }');
    expect(await send(api, '{ ping }')).toEqual({ data: { ping: 'first' } });
  } finally {
    await api.close();
  }
});

test('code on a table of another region has a data source that names the region', () => {
  const handler = a.handler.custom({ dataSource: a.ref('Post'), entry: file('table.js') });
  const template = templateWith(handler, (stack) => ({ tables: { Post: TableV2.fromTableArn(stack, 'Posts', 'arn:aws:dynamodb:us-west-2:123456789012:table/posts') } }));
  template.hasResourceProperties('AWS::AppSync::DataSource', { Name: 'PostHandlers', DynamoDBConfig: { AwsRegion: 'us-west-2', TableName: 'posts' } });
});

describe('code on a data source of another kind', () => {
  const handler = a.handler.custom({ dataSource: 'Search', entry: file('search.js') });

  test('is on the one that the construct is given', () => {
    const template = templateWith(handler, { dataSources: { Search: (api) => api.addHttpDataSource('Search', 'https://search.example.com') } });
    template.hasResourceProperties('AWS::AppSync::Resolver', { ...ping, DataSourceName: 'Search' });
    template.hasResourceProperties('AWS::AppSync::DataSource', { Name: 'Search', HttpConfig: { Endpoint: 'https://search.example.com' } });
  });

  test('is refused where that is missing', () => {
    expect(errorOf(handler, { dataSources: { Find: (api) => api.addNoneDataSource('Find') } }))
      .toBe("the handler of Query.ping works on the data source 'Search', which 'dataSources' does not have; it has 'Find': add dataSources: { Search: (api) => ... }, or name a model: a.ref('Model')");
  });
});

test('a data source with the name of one that is made is refused', () => {
  const handler = a.handler.custom({ dataSource: 'Posts', entry: file('search.js') });
  const stack = stackWith(handler, { dataSources: { Posts: (api) => api.addHttpDataSource('Posts', 'https://posts.example.com', { name: 'PostTable' }) } });
  expect(() => Template.fromStack(stack)).toThrow("the data sources 'Test/Data/Api/Posts/Resource' and 'Test/Data/Models/Post/DataSource/Resource' of one API are both named 'PostTable', and AppSync takes a name once");
});

describe('a Lambda function', () => {
  test('is invoked by a role that may do that alone', () => {
    const template = templateWith(a.handler.function('ping'), (stack) => ({ functions: { ping: lambda(stack) } }));
    template.hasResourceProperties('AWS::AppSync::DataSource', { Type: 'AWS_LAMBDA', LambdaConfig: { LambdaFunctionArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Ping'), 'Arn'] } } });
    template.hasResourceProperties('AWS::IAM::Role', {
      Policies: [{ PolicyDocument: { Statement: [{ Action: 'lambda:InvokeFunction', Effect: 'Allow', Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Ping'), 'Arn'] } }] } }],
    });
    template.hasResourceProperties('AWS::AppSync::Resolver', { ...ping, Kind: 'UNIT', Code: Match.stringLikeRegexp('"waits":true') });
  });

  test.each(['imported', 'imported:live'])('that is imported is invoked by its ARN, wherever the stack will be deployed: %s', (name) => {
    const arn = `arn:aws:lambda:eu-west-1:123456789012:function:${name}`;
    const template = templateWith(a.handler.function('ping'), (stack) => ({ functions: { ping: LambdaFunction.fromFunctionArn(stack, 'Ping', arn) } }));
    template.hasResourceProperties('AWS::AppSync::DataSource', { Type: 'AWS_LAMBDA', LambdaConfig: { LambdaFunctionArn: arn } });
    template.hasResourceProperties('AWS::IAM::Role', { Policies: [{ PolicyDocument: { Statement: [{ Action: 'lambda:InvokeFunction', Effect: 'Allow', Resource: arn }] } }] });
  });

  test('can be given itself, and is one data source for all operations', () => {
    const stack = new Stack(new App(), 'Test');
    const handler = a.handler.function(lambda(stack));
    new AppSyncData(stack, 'Data', {
      schema: a.schema({ one: a.query().returns(a.string()).handler(handler), two: a.query().handler([handler, handler.async()]) }).authorization((allow) => allow.publicApiKey()),
    });
    const template = Template.fromStack(stack);
    template.resourcePropertiesCountIs('AWS::AppSync::DataSource', { Type: 'AWS_LAMBDA' }, 1);
    template.hasResourceProperties('AWS::AppSync::FunctionConfiguration', { Name: 'twoHandler2', Code: Match.stringLikeRegexp('"waits":false') });
  });

  test('is refused where its name is missing', () => {
    expect(errorOf(a.handler.function('ping'), (stack) => ({ functions: { pong: lambda(stack) } })))
      .toBe("the handler of Query.ping is the function 'ping', which 'functions' does not have; it has 'pong': add functions: { ping: ... }");
    expect(errorOf(a.handler.function('toString'))).toMatch(/which 'functions' does not have; it has none/);
  });

  test('is refused where only its ARN is given', () => {
    expect(errorOf(a.handler.function({ functionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:ping' })))
      .toBe("the handler of Query.ping has an ARN, and is no function of the CDK: import it, Function.fromFunctionArn(stack, 'Id', arn), or name one of 'functions'");
  });
});

test('several are a pipeline', () => {
  const template = templateWith([a.handler.custom({ entry: file('alone.js') }), a.handler.custom({ dataSource: a.ref('Post'), entry: file('alone.js') })]);
  template.hasResourceProperties('AWS::AppSync::Resolver', { ...ping, Kind: 'PIPELINE' });
  for (const [Name, DataSourceName] of [['pingHandler1', 'None'], ['pingHandler2', 'PostHandlers']]) template.hasResourceProperties('AWS::AppSync::FunctionConfiguration', { Name, DataSourceName });
});

test('those of a nested layout stand in the stack of the construct, and are served', async () => {
  const stack = stackWith([a.handler.custom({ entry: file('nested.js', handlers.replace('null', '"pong"')) }), a.handler.custom({ dataSource: a.ref('Post'), entry: file('prev.js', 'export const request = () => ({ operation: "Scan" });\nexport const response = (ctx) => ctx.prev.result + ctx.result.items.length;') })], {
    layout: 'nested', before: { 'Mutation.createPost': a.handler.custom({ entry: file('refuse.js', 'import { util } from "@aws-appsync/utils"; export const request = (ctx) => ctx.args.input.title ? { payload: null } : util.error("no title");\nexport const response = () => null;') }) },
  });
  Template.fromStack(stack).hasResourceProperties('AWS::AppSync::Resolver', ping);
  const api = await LocalApi.fromStack(stack);
  try {
    expect(await send(api, 'mutation { createPost(input: { title: "x" }) { title } }')).toEqual({ data: { createPost: { title: 'x' } } });
    expect(await send(api, 'mutation { createPost(input: {}) { title } }')).toMatchObject({ data: { createPost: null }, errors: [{ message: 'no title' }] });
    expect(await send(api, '{ ping }')).toEqual({ data: { ping: 'pong1' } });
  } finally {
    await api.close();
  }
});
