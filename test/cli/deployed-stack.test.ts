import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DescribeStacksCommand, GetTemplateCommand, type Stack } from '@aws-sdk/client-cloudformation';
import { a } from 'cdk-appsync-data';
import { shop } from '../../integ/schemas/data-modelling';
import { schemas } from '../../integ/schemas/relationships';
import { outputs } from '../../lib/cli/outputs-command';
import { deploy, folder } from './deployed';
import { mockCloudFormation } from './mock-cloudformation';

const cloudFormation = mockCloudFormation();
const environment = { ...process.env };
const printed = { out: '', error: '' };

beforeEach(() => {
  cloudFormation.reset();
  Object.assign(printed, { out: '', error: '' });
  jest.spyOn(console, 'log').mockImplementation((line) => { printed.out += `${line}\n`; });
  jest.spyOn(console, 'error').mockImplementation((line) => { printed.error += `${line}\n`; });
  process.env = { ...environment, AWS_REGION: 'eu-west-1', AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' };
});

afterEach(() => {
  process.env = environment;
  jest.restoreAllMocks();
});

const sports = deploy({ Data: schemas.OneToMany });

/** CloudFormation answers with a stack. */
function answer(template: unknown = sports.template, values: Record<string, string> = sports.values, stack: Partial<Stack> = {}): void {
  cloudFormation.on(DescribeStacksCommand).resolves({
    Stacks: [{
      StackName: 'Sports', StackId: 'arn:sports', CreationTime: new Date(), StackStatus: 'UPDATE_COMPLETE',
      Outputs: Object.entries(values).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })), ...stack,
    }],
  });
  cloudFormation.on(GetTemplateCommand).resolves({ TemplateBody: typeof template === 'string' ? template : JSON.stringify(template) });
}

/** Runs the command, and gives what it wrote. */
async function run(...args: string[]): Promise<unknown> {
  const out = join(folder(), 'amplify_outputs.json');
  await outputs.run(['--out', out, ...args]);
  printed.out = printed.out.replace(out, 'FILE');
  expect(readdirSync(dirname(out))).toEqual(['amplify_outputs.json']);
  return JSON.parse(readFileSync(out, 'utf8'));
}

/** Runs the command, and gives its error; nothing may be written. */
async function refusal(...args: string[]): Promise<string> {
  const directory = folder();
  const error = await outputs.run(['--out', join(directory, 'amplify_outputs.json'), ...args]).then(() => new Error('it was not refused'), (reason: Error) => reason);
  expect(readdirSync(directory)).toEqual([]);
  return error.message;
}

test('the file is what the outputs of the construct resolve to', async () => {
  answer();
  expect(await run('--stack', 'Sports')).toStrictEqual(sports.expected.Data);
  expect(sports.expected.Data).toMatchObject({ data: { url: expect.stringContaining('value of DataUrl'), api_key: expect.stringContaining('value of DataApiKey'), aws_region: 'eu-west-1' } });
  expect(printed).toEqual({ out: `FILE: the API '${sports.apis.Data}' of stack 'Sports'\n`, error: '' });
});

test('CloudFormation is asked twice: for the stack, and for the template as it was deployed', async () => {
  answer();
  await run('--stack', 'Sports');
  expect(cloudFormation.calls().map(({ args: [{ input }] }) => input)).toEqual([{ StackName: 'Sports' }, { StackName: 'arn:sports', TemplateStage: 'Original' }]);
});

test('enums, custom types, indexes and disabled operations come along', async () => {
  const deployed = deploy({ Data: shop });
  answer(deployed.template, deployed.values);
  expect(await run('--stack', 'Sports')).toStrictEqual(deployed.expected.Data);
});

test('a model may be named as an intrinsic function', async () => {
  const deployed = deploy({ Data: a.schema({ Ref: a.model({ Ref: a.string() }) }).authorization((allow) => allow.publicApiKey()) });
  answer(deployed.template, deployed.values);
  expect(await run('--stack', 'Sports')).toStrictEqual(deployed.expected.Data);
});

test('a region that the app knows needs no output', async () => {
  const deployed = deploy({ Data: schemas.OneToMany }, 'us-west-2');
  answer(deployed.template, Object.fromEntries(Object.entries(deployed.values).filter(([id]) => !id.includes('Region'))));
  expect(await run('--stack', 'Sports')).toMatchObject({ data: { aws_region: 'us-west-2' } });
});

describe('which API', () => {
  const both = deploy({ Data: schemas.OneToMany, Shop: schemas.OneToOne });

  test('several in the stack: they are listed', async () => {
    answer(both.template, both.values);
    expect(await refusal('--stack', 'Sports')).toBe(
      `stack 'Sports' has several APIs, name one of them with --api: '${both.apis.Data}' (Sports/Data), '${both.apis.Shop}' (Sports/Shop)`);
  });

  test('an option says which', async () => {
    answer(both.template, both.values);
    expect(await run('--stack', 'Sports', '--api', both.apis.Shop!)).toStrictEqual(both.expected.Shop);
    expect(await run('--stack', 'Sports', '--api', both.apis.Data!)).toStrictEqual(both.expected.Data);
  });

  test('one that is not there', async () => {
    answer(both.template, both.values);
    expect(await refusal('--stack', 'Sports', '--api', 'Nope')).toMatch(/^stack 'Sports' has no API 'Nope' of an AppSyncData construct: it has 'DataApi\w+' \(.*\), 'ShopApi\w+' \(.*\)$/);
  });
});

describe('a stack that is none of ours', () => {
  test('without outputs: its state is told, and no template asked for', async () => {
    answer({}, {}, { StackStatus: 'CREATE_IN_PROGRESS' });
    expect(await refusal('--stack', 'Sports')).toBe("stack 'Sports' has no outputs, so no API of an AppSyncData construct: it is CREATE_IN_PROGRESS");
    expect(cloudFormation.commandCalls(GetTemplateCommand)).toHaveLength(0);
  });

  test.each<[string, unknown, string]>([
    ['without an API', { Resources: { Bucket: { Type: 'AWS::S3::Bucket' } } }, "stack 'Sports' has no API of an AppSyncData construct"],
    ['without resources', {}, "stack 'Sports' has no API of an AppSyncData construct"],
    ['with nested stacks', { Resources: { Nested: { Type: 'AWS::CloudFormation::Stack' } } }, "stack 'Sports' has no API of an AppSyncData construct; where it is in a nested stack of it, name that one"],
    ['with an API that does not say', { Resources: { Api: { Type: 'AWS::AppSync::GraphQLApi' } } },
      "stack 'Sports' has no API of an AppSyncData construct: 'Api' is of another one, or was deployed by a version that does not describe it in the template; deploy it again then"],
    ['with a template in YAML', 'Resources:\n  Bucket:\n', "the template of stack 'Sports' is not JSON, so it is none that the CDK has deployed"],
    ['of a newer version', { Resources: { Schema: { Type: 'AWS::AppSync::GraphQLSchema', Properties: { ApiId: { 'Fn::GetAtt': ['Api', 'ApiId'] } }, Metadata: { 'cdk-appsync-data:outputs': '{"format":2}' } } } },
      'the outputs in the template are of format 2, and this version of cdk-appsync-data reads format 1: update it'],
  ])('%s', async (_, template, message) => {
    answer(template, { Some: 'output' });
    expect(await refusal('--stack', 'Sports')).toBe(message);
  });

  test('an output that the template has no more, or the stack not yet', async () => {
    const { Outputs, ...template } = sports.template as { Outputs: Record<string, unknown> };
    const url = Object.keys(Outputs).find((id) => id.startsWith('DataUrl'))!;
    const { [url]: missing, ...others } = sports.values;
    answer({ ...template, Outputs: {} });
    expect(await refusal('--stack', 'Sports')).toBe(`outputs.data.url is {"Fn::GetAtt":["${sports.apis.Data}","GraphQLUrl"]} in the template of stack 'Sports', which has no output of that value`);
    expect(missing).toBe(`value of ${url}`);
    answer(sports.template, others);
    expect(await refusal('--stack', 'Sports')).toBe(`stack 'Sports' has no value of its output '${url}' for outputs.data.url: deploy it again`);
  });
});

describe('the state of the stack', () => {
  test.each([
    ['UPDATE_IN_PROGRESS', 'it is being changed right now, so that its outputs may be others soon'],
    ['DELETE_IN_PROGRESS', 'it is being changed right now, so that its outputs may be others soon'],
    ['UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'what it no longer needs is being removed, and its outputs stay as they are'],
    ['UPDATE_FAILED', 'its last change failed, so that its outputs may not be those of what is there'],
    ['UPDATE_ROLLBACK_FAILED', 'its last change failed, so that its outputs may not be those of what is there'],
    ['UPDATE_ROLLBACK_COMPLETE', 'its last change was rolled back, so that its outputs are those from before'],
  ] as const)('%s is told, and the file written', async (StackStatus, notice) => {
    answer(sports.template, sports.values, { StackStatus });
    expect(await run('--stack', 'Sports')).toStrictEqual(sports.expected.Data);
    expect(printed.error).toBe(`appsync-data: stack 'Sports' is ${StackStatus}: ${notice}\n`);
  });

  test('with the reason that CloudFormation gives', async () => {
    answer(sports.template, sports.values, { StackStatus: 'UPDATE_FAILED', StackStatusReason: 'a table could not be changed' });
    await run('--stack', 'Sports');
    expect(printed.error).toContain("stack 'Sports' is UPDATE_FAILED (a table could not be changed): its last change failed");
  });

  test.each(['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'IMPORT_COMPLETE'] as const)('%s is not', async (StackStatus) => {
    answer(sports.template, sports.values, { StackStatus });
    await run('--stack', 'Sports');
    expect(printed.error).toBe('');
  });
});

describe('what CloudFormation refuses', () => {
  const failure = (name: string, message: string, attempts = 1): Error => Object.assign(new Error(message), { name, $metadata: { attempts } });

  test.each<[string, Error, string]>([
    ['a stack that is not there', failure('ValidationError', 'Stack with id Sports does not exist'), "there is no stack 'Sports' in eu-west-1, for the account of these credentials"],
    ['too many requests', failure('Throttling', 'Rate exceeded', 3), 'CloudFormation in eu-west-1 has too many requests, also after 3 attempts: try again later, or set AWS_MAX_ATTEMPTS'],
    ['too many requests at once', failure('ThrottlingException', 'Rate exceeded'), 'CloudFormation in eu-west-1 has too many requests: try again later, or set AWS_MAX_ATTEMPTS'],
    ['access', failure('AccessDenied', 'User: arn:me is not authorized to perform: cloudformation:DescribeStacks'),
      "access to stack 'Sports' in eu-west-1 is denied; it takes cloudformation:DescribeStacks and cloudformation:GetTemplate: User: arn:me is not authorized to perform: cloudformation:DescribeStacks"],
    ['no credentials', failure('CredentialsProviderError', 'Could not load credentials from any providers'),
      'there are no credentials: sign in, name a profile with --profile, or set those of the environment (Could not load credentials from any providers)'],
    ['credentials that are too old', failure('ExpiredToken', 'The security token included in the request is expired'), 'AWS does not take the credentials: The security token included in the request is expired'],
    ['a name that none can have', failure('ValidationError', '1 validation error detected'), "CloudFormation in eu-west-1 can't be asked: ValidationError: 1 validation error detected"],
    ['no way to it', Object.assign(new Error('getaddrinfo ENOTFOUND cloudformation.eu-west-1.amazonaws.com'), { code: 'ENOTFOUND' }), "CloudFormation in eu-west-1 can't be asked: Error: getaddrinfo ENOTFOUND cloudformation.eu-west-1.amazonaws.com"],
  ])('%s', async (_, error, message) => {
    cloudFormation.on(DescribeStacksCommand).rejects(error);
    expect(await refusal('--stack', 'Sports')).toBe(message);
  });

  test('the template only', async () => {
    answer();
    cloudFormation.on(GetTemplateCommand).rejects(failure('AccessDenied', 'not authorized to perform: cloudformation:GetTemplate'));
    expect(await refusal('--stack', 'Sports')).toMatch(/^access to stack 'Sports' in eu-west-1 is denied; .*cloudformation:GetTemplate$/);
  });
});

describe('the region', () => {
  test('none', async () => {
    delete process.env.AWS_REGION;
    answer();
    expect(await refusal('--stack', 'Sports')).toBe('there is no region: name one with --region, in AWS_REGION, or in the profile');
    expect(cloudFormation.calls()).toHaveLength(0);
  });

  test('of the option', async () => {
    delete process.env.AWS_REGION;
    cloudFormation.on(DescribeStacksCommand).rejects(Object.assign(new Error('Stack with id Sports does not exist'), { name: 'ValidationError' }));
    expect(await refusal('--stack', 'Sports', '--region', 'ap-south-1')).toContain("no stack 'Sports' in ap-south-1");
  });
});
