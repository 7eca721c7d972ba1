/**
 * Runs the tests of the packed package over the oldest CDK that it says it works with, which npm installs into a directory of its own:
 * that takes a network, and half a minute, so that it is no part of the other tests.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { peerDependencies } from '../../package.json';

const directory = mkdtempSync(join(tmpdir(), 'floor-'));
const oldest = Object.entries(peerDependencies).map(([name, range]) => `${name}@${range.replace('^', '')}`);
try {
  writeFileSync(join(directory, 'package.json'), '{ "private": true }');
  console.log(`installing ${oldest.join(' and ')}`);
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...oldest], { cwd: directory, stdio: 'inherit' });
  const jest = join(__dirname, '..', '..', 'node_modules', '.bin', 'jest');
  execFileSync(process.execPath, [jest, 'test/package/consumer'], { stdio: 'inherit', env: { ...process.env, CDK_FLOOR: join(directory, 'node_modules') } });
} finally {
  rmSync(directory, { recursive: true });
}
