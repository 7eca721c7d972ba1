import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { a, definition } from 'cdk-appsync-data/schema';
import { buildSync } from 'esbuild';

const directory = realpathSync(mkdtempSync(join(tmpdir(), 'declaring-file-')));
const compiled = join(directory, 'node_modules', 'cdk-appsync-data', 'dist', 'schema');

beforeAll(() => {
  buildSync({ entryPoints: [join(__dirname, '../../lib/schema/**/*.ts')], outdir: compiled, format: 'cjs', platform: 'node', logLevel: 'error' });
});
afterAll(() => rmSync(directory, { recursive: true }));

const DECLARED = "console.log(a.handler.custom({ entry: './echo.ts' })[definition].declaredIn)";
const REQUIRED = "const { a, definition } = require('cdk-appsync-data/dist/schema/index.js');";
const IMPORTED = "import { a, definition } from 'cdk-appsync-data/dist/schema/index.js';";

/** What a program that uses the compiled package takes for the file that declares a handler. */
function declaredIn(file: string, source: string, ...options: string[]): string {
  const path = join(directory, file);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, source);
  return execFileSync(process.execPath, [...options, path], { encoding: 'utf8' }).trim();
}

test('a test is one', () => {
  expect(a.handler.custom({ entry: './echo.ts' })[definition].declaredIn).toBe(__filename);
});

test.each([
  ['a CommonJS module', 'app.cjs', `${REQUIRED} ${DECLARED}`],
  ['a function of one', 'called.cjs', `${REQUIRED} function declare() { ${DECLARED} } [1].forEach(() => declare())`],
  ['a method of a class', 'method.cjs', `${REQUIRED} class Api { constructor() { ${DECLARED} } } new Api()`],
  ['one in a folder with brackets and spaces', 'my app (copy)/app.cjs', `${REQUIRED} (() => { ${DECLARED} })()`],
])('%s, by its path', (_, file, source) => {
  expect(declaredIn(file, source)).toBe(join(directory, file));
});

test.each([
  ['an ES module', 'app.mjs', `${IMPORTED} ${DECLARED}`],
  ['an asynchronous function of one', 'later.mjs', `${IMPORTED} async function declare() { await null; ${DECLARED} } await declare()`],
  ['one in a folder with spaces', 'my app/app.mjs', `${IMPORTED} ${DECLARED}`],
])('%s, by its URL', (_, file, source) => {
  expect(declaredIn(file, source)).toBe(pathToFileURL(join(directory, file)).href);
});

test('the module that calls, not the one that it is used in', () => {
  writeFileSync(join(directory, 'schema.cjs'), `${REQUIRED} exports.declare = () => { ${DECLARED} }`);
  expect(declaredIn('other/user.cjs', "require('../schema.cjs').declare()")).toBe(join(directory, 'schema.cjs'));
});

test('none where the runtime keeps no call stack', () => {
  expect(declaredIn('none.cjs', `${REQUIRED} ${DECLARED}`, '--stack-trace-limit=0')).toBe('undefined');
});
