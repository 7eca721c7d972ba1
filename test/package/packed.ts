import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const root = join(__dirname, '..', '..');

/** The `node_modules` of `test/package/floor.ts`, which has the oldest CDK that the package works with; a name that is no directory without it. */
const floor = process.env.CDK_FLOOR ?? 'none';

/** A project of its own, with the package as `npm install` lays it out. */
export interface Consumer {
  readonly directory: string;
  /** The tarball that was unpacked. */
  readonly tarball: string;
  remove(): void;
}

/**
 * Packs the package as built and unpacks it into an empty project. Of the packages beside it there are those that are named, linked from
 * here: what it needs and does not name as a dependency is missing, as it would be elsewhere.
 */
export function consumerOf(packages: readonly string[]): Consumer {
  // As the compiler names files: the directory for temporary files may be a link.
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'consumer-')));
  const modules = join(directory, 'node_modules');
  const run = (command: string, ...args: string[]): string => String(execFileSync(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })).trim();
  const tarball = join(directory, run('npm', 'pack', '--silent', '--ignore-scripts', '--pack-destination', directory));
  mkdirSync(modules);
  run('tar', '-xzf', tarball, '-C', directory);
  renameSync(join(directory, 'package'), join(modules, 'cdk-appsync-data'));
  for (const name of packages) {
    const link = join(modules, name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(existsSync(join(floor, name)) ? join(floor, name) : join(root, 'node_modules', name), link, 'junction');
  }
  return { directory, tarball, remove: () => rmSync(directory, { recursive: true }) };
}
