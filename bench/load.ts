import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { median, milliseconds, type Measurement } from './measurement';

const root = join(__dirname, '..');

/** The time that a `require` takes in a process of its own, after others. */
function timeOfRequire(module: string, after: readonly string[] = []): number {
  const script = `${after.map((name) => `require('${name}');`).join('')} const started = performance.now(); require('${module}'); console.log(performance.now() - started)`;
  return median(Array.from({ length: 9 }, () => Number(execFileSync(process.execPath, ['-e', script], { cwd: root }))));
}

/** What it costs to have the package, as built. */
export function measureLoad(): Measurement[] {
  const [{ size, unpackedSize }] = JSON.parse(String(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })));
  return [
    { what: "require('cdk-appsync-data') beyond aws-cdk-lib", figure: milliseconds(timeOfRequire('cdk-appsync-data', ['aws-cdk-lib', 'aws-cdk-lib/aws-appsync', 'aws-cdk-lib/aws-dynamodb', 'aws-cdk-lib/aws-iam'])), budget: '60 ms' },
    { what: "require('cdk-appsync-data/schema')", figure: milliseconds(timeOfRequire('cdk-appsync-data/schema')) },
    { what: 'package', figure: `${Math.round(size / 1000)} KB packed, ${Math.round(unpackedSize / 1000)} KB unpacked`, budget: '1 MB packed' },
  ];
}
