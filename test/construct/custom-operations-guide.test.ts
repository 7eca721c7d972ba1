import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnosticsOf } from '../support/compile';

const guide = readFileSync(join(__dirname, '..', '..', 'docs', 'custom-operations.md'), 'utf8');

const preamble = `
  import { type Stack } from 'aws-cdk-lib';
  import { type IEventBus } from 'aws-cdk-lib/aws-events';
  import { type IFunction } from 'aws-cdk-lib/aws-lambda';
  import { a, AppSyncData, type Schema } from 'cdk-appsync-data';
  declare const stack: Stack, eventBus: IEventBus, summarize: IFunction, rebuild: IFunction, notify: IFunction;
`;

test('the examples of the guide compile', () => {
  const examples = [...guide.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, example]) => example!);
  expect(examples).toHaveLength(6);
  const sources = examples.map((example) => (example.includes('@aws-appsync/utils') ? example : `${preamble}${example.includes('const schema') ? '' : 'declare const schema: Schema;\n'}${example}`));
  const diagnostics = diagnosticsOf(Object.fromEntries(sources.map((source, position) => [`example-${position}`, source])));
  expect(diagnostics).toEqual(Object.fromEntries(sources.map((_, position) => [`example-${position}`, []])));
});

test('the guide names all that resolvers keep in the stash', () => {
  const stash = readFileSync(join(__dirname, '..', '..', 'resolvers', 'shared', 'stash.ts'), 'utf8');
  const names = [...stash.matchAll(/^ {2}(\w+)\?:/gm)].map(([, name]) => name!);
  const sentence = /^Lists keep in `ctx\.stash`[^]*?Take other names\.$/m.exec(guide)![0];
  expect([...sentence.matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(names);
});
