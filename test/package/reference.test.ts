import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const directory = mkdtempSync(join(tmpdir(), 'reference-'));
afterAll(() => rmSync(directory, { recursive: true }));

function pagesIn(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

test('the reference is what the comments say now: npm run docs writes it', () => {
  execFileSync(process.execPath, [join(root, 'node_modules', 'typedoc', 'bin', 'typedoc'), '--out', directory], { cwd: root, stdio: 'pipe' });
  expect(pagesIn(directory)).toEqual(pagesIn(join(root, 'docs', 'api')));
});
