import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack, Stage } from 'aws-cdk-lib';
import { AppSyncData } from 'cdk-appsync-data';
import { schemas } from '../../integ/schemas/relationships';
import { outputs } from '../../lib/cli/outputs-command';
import { UsageError } from '../../lib/cli/usage-error';
import { deployApp, fileWith, folder } from './deployed';
import { mockCloudFormation } from './mock-cloudformation';

const cloudFormation = mockCloudFormation();
beforeEach(() => { jest.spyOn(console, 'log').mockImplementation(() => undefined); });
afterEach(() => {
  jest.restoreAllMocks();
  expect(cloudFormation.calls()).toEqual([]);
});

const { directory: assembly, stacks } = deployApp({ Sports: { Data: schemas.OneToMany }, Shop: { Data: schemas.OneToOne } });
const sports = stacks.Sports!;
const shop = stacks.Shop!;

async function run(...args: string[]): Promise<unknown> {
  const out = join(folder(), 'amplify_outputs.json');
  await outputs.run(['--out', out, ...args]);
  return JSON.parse(readFileSync(out, 'utf8'));
}

async function refusal(...args: string[]): Promise<string> {
  return outputs.run(['--out', join(folder(), 'amplify_outputs.json'), ...args]).then(() => 'it was not refused', ({ message }: Error) => message);
}

const both = fileWith({ Sports: sports.values, Shop: shop.values, Empty: {} });

test('the only stack with an API needs no name', async () => {
  expect(await run(assembly, '--outputs-file', fileWith({ Empty: {}, Sports: sports.values, Elsewhere: { Url: 'x' } }))).toStrictEqual(sports.expected.Data);
});

test('of several, an option says which', async () => {
  expect(await run(assembly, '--outputs-file', both, '--stack', 'Shop')).toStrictEqual(shop.expected.Data);
  expect(await run(assembly, '--outputs-file', both, '--stack', 'Sports')).toStrictEqual(sports.expected.Data);
  expect(await refusal(assembly, '--outputs-file', both)).toBe(`several stacks in '${both}' have an API, name one of them with --stack: 'Sports', 'Shop'`);
});

test('a stack in a stage is found by its name and by its path', async () => {
  const staged = new App();
  const stack = new Stack(new Stage(staged, 'Prod'), 'Sports', { env: { region: 'eu-west-1' } });
  new AppSyncData(stack, 'Data', { schema: schemas.OneToMany });
  new AppSyncData(new Stack(new Stage(staged, 'Test'), 'Sports', { stackName: 'Prod-Sports' }), 'Data', { schema: schemas.OneToMany });
  const { directory } = staged.synth();
  const file = fileWith({ 'Prod-Sports': sports.values });
  expect(await run(directory, '--outputs-file', file, '--stack', 'Prod/Sports')).toStrictEqual(sports.expected.Data);
  expect(await refusal(directory, '--outputs-file', file, '--stack', 'Prod-Sports')).toBe(
    `several stacks of the assembly '${directory}' are named 'Prod-Sports', name one by its path: 'Prod/Sports', 'Test/Sports'`);
});

test.each<[string, () => string[], string]>([
  ['a file that is not there', () => [assembly, '--outputs-file', 'nowhere.json'], "no file 'nowhere.json'"],
  ['an assembly that is not there', () => ['nowhere', '--outputs-file', both], "'nowhere' is no cloud assembly, it has no manifest.json: run 'cdk synth', or name the directory that it wrote to"],
  ['a stack that the assembly does not have', () => [assembly, '--outputs-file', both, '--stack', 'Nope'], `the assembly '${assembly}' has no stack 'Nope': it has 'Sports', 'Shop', 'Empty'`],
  ['a stack without an API', () => [assembly, '--outputs-file', both, '--stack', 'Empty'], "stack 'Empty' has no API of an AppSyncData construct"],
])('%s', async (_, args, message) => expect(await refusal(...args())).toBe(message));

test('a stack that the file does not have', async () => {
  const file = fileWith({ Sports: sports.values });
  expect(await refusal(assembly, '--outputs-file', file, '--stack', 'Shop')).toBe(`'${file}' has no outputs of stack 'Shop': it has those of 'Sports'`);
});

test('a file with no stack of the assembly', async () => {
  const file = fileWith({ Other: { Url: 'x' }, Empty: {} });
  expect(await refusal(assembly, '--outputs-file', file)).toBe(
    `no stack in '${file}' has an API of an AppSyncData construct in the assembly '${assembly}': the file has 'Other', 'Empty', the assembly 'Sports', 'Shop', 'Empty'`);
});

test('a file that is not JSON', async () => expect(await refusal(assembly, '--outputs-file', fileWith('{ not'))).toMatch(/^'.*file\.json' is not JSON: /));

test.each([[[]], [null], ['"text"'], [{ version: '1.5', data: {} }], [{ Sports: { Url: 1 } }], [{ Sports: ['x'] }]])('a file with %j', async (content) => {
  expect(await refusal(assembly, '--outputs-file', fileWith(content))).toMatch(/^'.*file\.json' is not what 'cdk deploy --outputs-file' writes: the outputs of stacks by the stacks' names$/);
});

test.each<[string[], string]>([
  [[], 'which stack? Name it with --stack, or what cdk deploy wrote with --outputs-file'],
  [['cdk.out', '--stack', 'Sports'], "'cdk.out' is too much: an assembly is read together with --outputs-file only"],
  [['a', 'b', '--outputs-file', 'x'], "one directory is enough: 'b' is too much"],
  [['--outputs-file', 'x', '--region', 'eu-west-1'], '--region is for asking AWS, which --outputs-file does without'],
  [['--outputs-file', 'x', '--profile', 'me'], '--profile is for asking AWS, which --outputs-file does without'],
  [['--stack', ''], '--stack is empty'],
  [['--nope'], "Unknown option '--nope'"],
])('%j is no way to ask', async (args, message) => {
  const error = await outputs.run(args).catch((reason: Error) => reason);
  expect(error).toBeInstanceOf(UsageError);
  expect((error as Error).message).toContain(message);
});
