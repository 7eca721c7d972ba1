import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..');

/** A project that has nothing installed but this package, as built: none of its dependencies and peers. */
let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'consumer-'));
  for (const file of ['dist', 'package.json']) cpSync(join(root, file), join(project, 'node_modules', 'cdk-appsync-data', file), { recursive: true });
});

afterAll(() => rmSync(project, { recursive: true }));

function node(...args: string[]): string {
  return String(execFileSync(process.execPath, args, { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] })).trim();
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

test('every file that package.json names is built', () => {
  const { exports, bin, main, types } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const files = [main, types, ...Object.values(bin), ...Object.values(exports).flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target as object)))];
  for (const file of files) expect(readFileSync(join(project, 'node_modules', 'cdk-appsync-data', file as string), 'utf8').length).toBeGreaterThan(0);
});

test('the resolver bundles are part of the package', () => {
  const [{ files }] = JSON.parse(String(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })));
  const paths = files.map(({ path }: { path: string }) => path);
  expect(paths).toEqual(expect.arrayContaining(['dist/resolvers/create.js', 'dist/index.d.ts', 'dist/cli/main.js', 'README.md', 'LICENSE', 'CHANGELOG.md']));
  expect(paths.filter((path: string) => !/^(dist\/|README|LICENSE|CHANGELOG|package\.json)/.test(path))).toEqual([]);
});
