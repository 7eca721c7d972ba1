import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import { type App } from 'aws-cdk-lib';
import { diagnosticsOf } from '../support/compile';

const guide = readFileSync(join(__dirname, '..', '..', 'docs', 'composition.md'), 'utf8');
const examples = [...guide.matchAll(/## ([^\n]*)\n\n```ts\n([\s\S]*?)```/g)].map(([, title, example]) => [title!, example!] as const);

const preamble = `
  import { App, Stack, Stage, Tags } from 'aws-cdk-lib';
  import {
    Code, Definition, GraphqlApi, SourceApiAssociation, type CfnDataSource, type CfnFunctionConfiguration, type CfnGraphQLApi, type CfnResolver,
  } from 'aws-cdk-lib/aws-appsync';
  import { AttributeType, Table, TableV2, type CfnGlobalTable } from 'aws-cdk-lib/aws-dynamodb';
  import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
  import { a, AppSyncData, AppSyncDataSchema } from 'cdk-appsync-data';
  const schema = a.schema({
    Member: a.model({ name: a.string(), teamId: a.id(), team: a.belongsTo('Team', 'teamId') }),
    Team: a.model({ mantra: a.string(), members: a.hasMany('Member', 'teamId') }),
  }).authorization((allow) => allow.publicApiKey());
  const shop = a.schema({ Cart: a.model({ items: a.string() }) }).authorization((allow) => allow.publicApiKey());
  const root = new App();
  const stack = new Stack(root, 'Test');
`;

/** An example as a whole module, which gives out the app that it makes. */
const moduleOf = (example: string): string => `${preamble}${example}\nexport const made = ${example.includes('const app =') ? 'app' : 'root'};\nvoid [stack, shop];\n`;

let directory: string;
const before = process.cwd();

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'guide-'));
  mkdirSync(join(directory, 'resolvers'));
  writeFileSync(join(directory, 'resolvers', 'shout.js'), 'export const request = () => ({});\nexport const response = (ctx) => ctx.result;\n');
  process.chdir(directory);
});

afterAll(() => {
  process.chdir(before);
  rmSync(directory, { recursive: true });
});

test('the guide has an example for each topic', () => {
  expect(examples.map(([title]) => title)).toEqual(['Own tables', 'An API of your own', 'More than the data model', 'Merged APIs', 'Overrides and tags', 'Several, stacks and stages']);
});

test('the examples compile', () => {
  const diagnostics = diagnosticsOf(Object.fromEntries(examples.map(([title, example]) => [title, moduleOf(example)])));
  expect(diagnostics).toEqual(Object.fromEntries(examples.map(([title]) => [title, []])));
});

test.each(examples)('the example of %s synthesizes', (_, example) => {
  const { code } = transformSync(moduleOf(example), { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } });
  const exports: { made?: App } = {};
  new Function('require', 'exports', code)(require, exports);
  expect(exports.made!.synth().stacksRecursively.length).toBeGreaterThan(0);
});
