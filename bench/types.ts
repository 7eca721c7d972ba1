import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chainSource, type SchemaModule } from './chain-source';
import { median, type Measurement } from './measurement';

const root = join(__dirname, '..');
const compiler = require.resolve('typescript/bin/tsc');

const declarations: Readonly<Record<SchemaModule, string>> = {
  'cdk-appsync-data/schema': join(root, 'dist/schema/index.d.ts'),
  '@aws-amplify/data-schema': join(dirname(require.resolve('@aws-amplify/data-schema/package.json')), 'dist/esm/index.d.ts'),
};

const compilerOptions = {
  target: 'ES2022', lib: ['ES2022'], module: 'Node16', moduleResolution: 'Node16', strict: true, skipLibCheck: true, noEmit: true, types: [],
  paths: Object.fromEntries(Object.entries(declarations).map(([module, file]) => [module, [file]])),
};

/** What the compiler says of its work on a chain of models. */
function compile(length: number, module: SchemaModule): { instantiations: number; seconds: number } {
  const directory = mkdtempSync(join(tmpdir(), 'bench-types-'));
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['chain.ts'] }));
  writeFileSync(join(directory, 'chain.ts'), chainSource(length, module));
  const report = String(execFileSync(process.execPath, [compiler, '--extendedDiagnostics', '-p', directory]));
  rmSync(directory, { recursive: true });
  const figure = (name: string): number => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(report)![1]);
  return { instantiations: figure('Instantiations'), seconds: figure('Check time') };
}

/** Type checking of chain models with the types of their clients: ours with all checks of relationships, the peer's without any. */
export function measureTypes(): Measurement[] {
  return [10, 100, 300].map((length) => {
    const [ours, peer] = (['cdk-appsync-data/schema', '@aws-amplify/data-schema'] as const).map((module) => {
      const runs = [1, 2, 3].map(() => compile(length, module));
      return { instantiations: runs[0]!.instantiations, seconds: median(runs.map(({ seconds }) => seconds)) };
    }) as [ReturnType<typeof compile>, ReturnType<typeof compile>];
    const shown = ({ instantiations, seconds }: typeof ours): string => `${instantiations.toLocaleString('en')} instantiations, ${seconds.toFixed(2)} s`;
    return {
      what: `type checking of ${length} models with ClientSchema`,
      figure: `${shown(ours)} (peer: ${shown(peer)}; ${(peer.instantiations / ours.instantiations).toFixed(1)} times as many)`,
      ...(length === 100 && { budget: '100,000 instantiations' }),
    };
  });
}
