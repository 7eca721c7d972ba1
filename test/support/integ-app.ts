import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withoutBundles } from './synthesized';

const directory = join(__dirname, '..', '..', 'integ');

/** Runs an app of `integ/`, after what else is to be loaded with the same CDK, and gives the directory of the cloud assembly that it wrote. */
export function synthesizeApp(name: string, before = (): void => {}): string {
  const outdir = mkdtempSync(join(tmpdir(), 'integ-'));
  process.env.CDK_OUTDIR = outdir;
  jest.isolateModules(() => {
    before();
    jest.requireActual(join(directory, `${name}.ts`));
  });
  delete process.env.CDK_OUTDIR;
  return outdir;
}

/** Whether a file has what integ-runner asks a deployed app: templates with a Lambda function, and with the time of each synth. */
const isDeployAssert = (file: string): boolean => file.includes('DeployAssert');

function templatesIn(outdir: string): Record<string, unknown> {
  const files = readdirSync(outdir).filter((file) => file.endsWith('.template.json') && !isDeployAssert(file));
  // Of a nested template and of a schema the hash stands in the template: it changes with the resolvers' code, which is cut out.
  return Object.fromEntries(files.map((file) => [file, withoutBundles(JSON.parse(readFileSync(join(outdir, file), 'utf8').replace(/\b[0-9a-f]{64}\b/g, 'hash')))]));
}

/** What integ-runner asks one API of a deployed app, and the data that it expects, in order. */
export interface Assertion {
  readonly stack: string;
  readonly query: string;
  readonly data: Record<string, unknown>;
}

interface HttpCall {
  readonly Type: string;
  readonly Properties: {
    readonly expected: string;
    readonly parameters: { readonly url: { readonly 'Fn::ImportValue': string }; readonly fetchOptions: { readonly body: string } };
  };
}

/** The assertions of an app of `integ/`, as they stand in its assembly. */
export function assertionsIn(outdir: string): Assertion[] {
  const file = readdirSync(outdir).find((name) => isDeployAssert(name) && name.endsWith('.template.json'))!;
  const { Resources } = JSON.parse(readFileSync(join(outdir, file), 'utf8')) as { Resources: Record<string, HttpCall> };
  return Object.values(Resources).filter(({ Type }) => Type === 'Custom::DeployAssert@HttpCall').map(({ Properties: { expected, parameters: { url, fetchOptions } } }) => ({
    stack: url['Fn::ImportValue'].split(':')[0]!,
    query: JSON.parse(fetchOptions.body).query,
    data: JSON.parse(expected).$ObjectLike.body.data,
  }));
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
