import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { bin, dependencies, peerDependencies } from '../../package.json';
import { consumerOf, type Consumer } from './packed';

/** An app that uses every entry point: its answers go to the standard output. */
const app = `
import { App, Stack } from 'aws-cdk-lib';
import { AppSyncData, type ClientSchema } from 'cdk-appsync-data';
import { LocalApi } from 'cdk-appsync-data/local';
import { a } from 'cdk-appsync-data/schema';

const schema = a.schema({
  Member: a.model({ name: a.string().required(), teamId: a.id(), team: a.belongsTo('Team', 'teamId') }),
  Team: a.model({ mantra: a.string().required(), members: a.hasMany('Member', 'teamId') }),
}).authorization((allow) => allow.publicApiKey());
export const team: ClientSchema<typeof schema>['Team']['createType'] = { mantra: 'Go' };

export async function main(): Promise<void> {
  const stack = new Stack(new App(), 'Sports');
  const data = new AppSyncData(stack, 'Data', { schema });
  const api = await LocalApi.fromStack(stack);
  const query = \`mutation { createTeam(input: { mantra: "\${team.mantra}" }) { mantra members { items { name } } } }\`;
  const response = await fetch(api.url, { method: 'POST', headers: { 'content-type': 'application/json', 'x-api-key': api.apiKey! }, body: JSON.stringify({ query }) });
  console.log(JSON.stringify([data.tables.Team.node.id, await response.json()]));
  await api.close();
}
void main();
`;
const files = ['app.cts', 'app.mts', 'app.ts'] as const;

let consumer: Consumer;

beforeAll(() => {
  consumer = consumerOf([...Object.keys({ ...dependencies, ...peerDependencies }), '@types/node', 'undici-types']);
  writeFileSync(join(consumer.directory, 'package.json'), '{ "private": true }');
  for (const file of files) writeFileSync(join(consumer.directory, file), app);
  const { outputText } = ts.transpileModule(app, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
  writeFileSync(join(consumer.directory, 'app.cjs'), outputText);
});

afterAll(() => consumer.remove());

// Those of other packages are read once: the CDK's declarations have a million lines, and are not what is checked.
const declarations = new Map<string, ts.SourceFile | undefined>();

/** What the compiler says of the app and, as `skipLibCheck: false` has it, of this package's declarations; not of those of others. */
function check(sources: readonly string[], options: ts.CompilerOptions): string[] {
  const { directory } = consumer;
  const all: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022, strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false, noEmit: true,
    types: ['node'], typeRoots: [join(directory, 'node_modules', '@types')], ...options,
  };
  const host = ts.createCompilerHost(all);
  const { getSourceFile } = host;
  host.jsDocParsingMode = ts.JSDocParsingMode.ParseNone;
  host.getSourceFile = (file, ...rest) => {
    if (file.startsWith(directory)) return getSourceFile(file, ...rest);
    if (!declarations.has(file)) declarations.set(file, getSourceFile(file, ...rest));
    return declarations.get(file);
  };
  const program = ts.createProgram(sources.map((file) => join(directory, file)), all, host);
  const ours = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(directory));
  expect(ours.map(({ fileName }) => fileName)).toEqual(expect.arrayContaining(['index', 'schema/index', 'local/index'].map((file) => join(directory, `node_modules/cdk-appsync-data/dist/${file}.d.ts`))));
  return [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics(), ...ours.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])]
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
}

test.each<[string, readonly string[], ts.CompilerOptions]>([
  ['node16, CommonJS and ESM', ['app.cts', 'app.mts'], { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 }],
  ['nodenext, CommonJS and ESM', ['app.cts', 'app.mts'], { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext }],
  ['bundler', ['app.ts'], { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }],
])('an app type checks, moduleResolution %s', (_, sources, options) => {
  expect(check(sources, options)).toEqual([]);
});

/** What `cdk synth` would hand on to the app: the flags of a project that `cdk init` makes. */
const recommendedFlags = (): string => readFileSync(join(consumer.directory, 'node_modules', 'aws-cdk-lib', 'recommended-feature-flags.json'), 'utf8');

test.each<[string, readonly string[], () => string]>([
  ['CommonJS', ['app.cjs'], () => '{}'],
  ['CommonJS, with the recommended feature flags', ['app.cjs'], recommendedFlags],
  ['CommonJS with tsx', ['--import', require.resolve('tsx'), 'app.ts'], () => '{}'],
  ['ESM with tsx', ['--import', require.resolve('tsx'), 'app.mts'], () => '{}'],
])('it synthesizes and is served: %s', async (_, args, context) => {
  // Without the validation of templates: jest's environment is not what a process inherits.
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: consumer.directory, env: { ...process.env, CDK_CONTEXT_JSON: context() } });
  expect(JSON.parse(stdout)).toEqual(['Team', { data: { createTeam: { mantra: 'Go', members: { items: [] } } } }]);
});

test('the command line is there', async () => {
  const command = join(consumer.directory, 'node_modules', 'cdk-appsync-data', bin['appsync-data']);
  const { stdout } = await promisify(execFile)(process.execPath, [command, '--help']);
  expect(stdout).toContain('Usage: appsync-data <command>');
});
