import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { consumerOf, root, type Consumer } from './packed';

let consumer: Consumer;

beforeAll(() => {
  consumer = consumerOf([]);
});

afterAll(() => consumer.remove());

/** Runs a command of a package; a finding is its exit code, and what it says the message. */
function run(command: string, ...args: string[]): string {
  try {
    return String(execFileSync(process.execPath, [join(root, 'node_modules', '.bin', command), ...args], { stdio: ['ignore', 'pipe', 'pipe'] }));
  } catch (error) {
    const { stdout, stderr } = error as { stdout: Buffer; stderr: Buffer };
    throw new Error(`${stdout}${stderr}`);
  }
}

test('publint finds nothing: every file that package.json names is there, and is what it is said to be', () => {
  expect(run('publint', 'run', consumer.tarball, '--strict')).toContain('All good!');
});

test('the types of every entry point are those of what is loaded, from CommonJS, ESM and bundlers', () => {
  // Not the profile "strict": resolution as in Node.js 10 knows no `exports`, so that no subpath of any such package resolves.
  const { analysis, problems = {} } = JSON.parse(run('attw', consumer.tarball, '--profile', 'node16', '--no-definitely-typed', '--format', 'json'));
  expect(Object.keys(analysis.entrypoints)).toEqual(['.', './schema', './local', './package.json']);
  expect(Object.keys(problems).filter((kind) => kind !== 'NoResolution')).toEqual([]);
});
