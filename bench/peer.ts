import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const version = '1.17.7';
const root = join(__dirname, '..');

/** The construct that is compared with. */
export const peerName = `@aws-amplify/data-construct ${version}`;

/**
 * The directory of a project that has the peer and its schema, over the CDK of this repository: installed by npm where there is none yet,
 * and kept. None where npm cannot install it, as without a network.
 */
export function peerProject(): string | undefined {
  const directory = join(tmpdir(), 'cdk-appsync-data-bench', `data-construct-${version}`);
  const modules = join(directory, 'node_modules');
  if (!existsSync(join(modules, '@aws-amplify', 'data-construct', 'package.json'))) {
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'package.json'), '{ "private": true }');
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const packages = [`@aws-amplify/data-construct@${version}`, `@aws-amplify/data-schema@${devDependencies['@aws-amplify/data-schema']}`];
    try {
      execFileSync('npm', ['install', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', ...packages], { cwd: directory, stdio: ['ignore', 'ignore', 'pipe'] });
    } catch {
      return undefined;
    }
  }
  for (const name of ['aws-cdk-lib', 'constructs']) {
    rmSync(join(modules, name), { force: true });
    symlinkSync(dirname(require.resolve(`${name}/package.json`)), join(modules, name), 'junction');
  }
  return directory;
}

/** A module of schemas in the peer's project, in the peer's words: nothing but its import is another one. */
export function inWordsOfPeer(project: string, file: string): string {
  const copy = join(project, basename(file));
  writeFileSync(copy, readFileSync(join(root, file), 'utf8').replace(/'cdk-appsync-data(\/schema)?'/, "'@aws-amplify/data-schema'"));
  return copy;
}
