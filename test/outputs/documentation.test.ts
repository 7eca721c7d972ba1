import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schemas } from '../../integ/schemas/relationships';
import { resolveSchema } from '../../lib/model';
import { modelSchema } from '../../lib/outputs';
import { bundleModelGenerator } from '../support/model-generator';

const page = readFileSync(join(__dirname, '../../docs/outputs.md'), 'utf8');
const directory = mkdtempSync(join(tmpdir(), 'models-'));
afterAll(() => rmSync(directory, { recursive: true }));

beforeAll(() => {
  const [, script] = /```js\n([\s\S]*?)```/.exec(page)!;
  bundleModelGenerator(script!, join(directory, 'generate-models.cjs'));
  writeFileSync(join(directory, 'schema.graphql'), modelSchema(resolveSchema(schemas.OneToMany)));
});

const commands = [...page.matchAll(/`node generate-models\.mjs \S+ (\w+) (\S+)`/g)].map(([, target, to]) => [target!, to!] as const);

test('there is a command for each platform', () => expect(commands.map(([target]) => target)).toEqual(['swift', 'java', 'dart', 'typescript']));

test.each(commands)('the script of the page writes models in %s', (target, to) => {
  execFileSync(process.execPath, ['generate-models.cjs', 'schema.graphql', target, to], { cwd: directory });
  expect(existsSync(join(directory, to))).toBe(true);
  expect(readdirSync(join(directory, to), { recursive: true }).map(String).filter((file) => /Team\.|index\.ts$/.test(file))).toHaveLength(1);
});

test('the schema of the page is as it is written', () => {
  const [, example] = /```graphql\n([\s\S]*?)```/.exec(page)!;
  expect(modelSchema(resolveSchema(schemas.OneToMany))).toContain(example!);
});

test('the generator is the version that the tests are made with', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'));
  expect(page).toContain(`@aws-amplify/graphql-generator@${devDependencies['@aws-amplify/graphql-generator']}`);
});
