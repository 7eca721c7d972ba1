import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { consumerOf, root, type Consumer } from './packed';

/** A project that has nothing installed but this package: none of its dependencies and peers. */
let consumer: Consumer;

beforeAll(() => {
  consumer = consumerOf([]);
});

afterAll(() => consumer.remove());

function node(...args: string[]): string {
  return String(execFileSync(process.execPath, args, { cwd: consumer.directory, stdio: ['ignore', 'pipe', 'pipe'] })).trim();
}

const script = 'console.log(JSON.stringify(Object.keys(a.schema({ Todo: a.model({ text: a.string() }) })).length > 0))';

test('the schema loads without the CDK installed, in CommonJS and in ESM', () => {
  expect(node('-e', `const { a } = require('cdk-appsync-data/schema'); ${script}`)).toBe('true');
  expect(node('--input-type=module', '-e', `import { a } from 'cdk-appsync-data/schema'; ${script}`)).toBe('true');
});

test('the construct needs the CDK', () => {
  expect(() => node('-e', "require('cdk-appsync-data')")).toThrow(/Cannot find module/);
});

test('the SDK of AWS is not loaded before the command line asks AWS', () => {
  // From here, where the CDK and the SDK are installed.
  const loaded = (script: string): string => String(execFileSync(process.execPath, ['-e', `${script}; console.log(Object.keys(require.cache).filter((file) => /@aws-sdk|@smithy/.test(file)).length)`], { cwd: root })).trim();
  expect(loaded("require('./dist')")).toBe('0');
  expect(loaded("require('./dist/schema'); require('./dist/local')")).toBe('0');
  expect(loaded("require('./dist/cli/outputs-command')")).toBe('0');
});

test('only what is meant to be used can be imported', () => {
  expect(() => node('-e', "require('cdk-appsync-data/dist/model')")).toThrow(/ERR_PACKAGE_PATH_NOT_EXPORTED/);
});

test('what is built is part of the package, and nothing else but its papers', () => {
  const packed = join(consumer.directory, 'node_modules', 'cdk-appsync-data');
  expect(readdirSync(packed).sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json']);
  expect(readdirSync(join(packed, 'dist'), { recursive: true }).sort()).toEqual(readdirSync(join(root, 'dist'), { recursive: true }).sort());
});

test('it is as small as the README says, and far below 1 MB', () => {
  const size = statSync(consumer.tarball).size;
  const [, kilobytes] = /\| package, packed \| (\d+) KB \|/.exec(readFileSync(join(root, 'README.md'), 'utf8'))!;
  expect(size).toBeLessThan(500_000);
  expect(Math.abs(size / 1000 - Number(kilobytes))).toBeLessThan(20);
});
