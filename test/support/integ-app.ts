import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withoutBundles } from './synthesized';

const directory = join(__dirname, '..', '..', 'integ');

/** Runs an app of `integ/`, and gives the directory of the cloud assembly that it wrote. */
export function synthesizeApp(name: string): string {
  const outdir = mkdtempSync(join(tmpdir(), 'integ-'));
  process.env.CDK_OUTDIR = outdir;
  jest.isolateModules(() => { jest.requireActual(join(directory, `${name}.ts`)); });
  delete process.env.CDK_OUTDIR;
  return outdir;
}

function templatesIn(outdir: string): Record<string, unknown> {
  const files = readdirSync(outdir).filter((file) => file.endsWith('.template.json'));
  return Object.fromEntries(files.map((file) => [file, withoutBundles(JSON.parse(readFileSync(join(outdir, file), 'utf8')))]));
}

/**
 * Compares what an app of `integ/` synthesizes with the templates that are committed beside it, resolver code cut down to its
 * configuration. With `UPDATE_SNAPSHOTS` in the environment, writes them instead.
 */
export function expectCommittedSnapshot(name: string, outdir: string): void {
  const snapshot = join(directory, `${name}.ts.snapshot`);
  const templates = templatesIn(outdir);
  if (process.env.UPDATE_SNAPSHOTS) {
    rmSync(snapshot, { recursive: true, force: true });
    mkdirSync(snapshot);
    for (const [file, template] of Object.entries(templates)) writeFileSync(join(snapshot, file), `${JSON.stringify(template, undefined, 1)}\n`);
  }
  expect(templates).toEqual(templatesIn(snapshot));
}
