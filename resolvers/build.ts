import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildSync, transformSync } from 'esbuild';

const directory = join(__dirname, '..', 'dist', 'resolvers');

const IMPORT = /^import \{([^}]*)\} from "@aws-appsync\/utils";\n/m;
/**
 * Properties of the sources' own objects, which nothing outside of a bundle sees: their names are minified too. Configurations, requests
 * and what clients send have none of these names.
 */
const OWN_PROPERTIES = /^(prefix|errorType|attributes|operands|conditions|parent|joint|negation|parts|grants|named)$/;

/** Bundling makes it of the sources' constants. */
const TOP_LEVEL_VAR = /^var\b/gm;
const EXPORT = /export\{([\w$]+) as request,([\w$]+) as response\};\n/;

/**
 * Bundles each resolver for the APPSYNC_JS runtime, once, when the package is built. White space and identifiers are minified, syntax
 * is left alone: what full minification makes of it is outside of what AppSync documents, and so are the aliases in imports and exports
 * that minification brings in. Those are taken out again. A bundle has two lines, its import, if any, and the rest, so that at synth the configuration
 * goes in between.
 */
function build(): void {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  for (const file of readdirSync(__dirname).filter((name) => name.endsWith('.ts') && name !== basename(__filename))) {
    writeFileSync(join(directory, file.replace(/\.ts$/, '.js')), bundle(file));
  }
}

function bundle(file: string): string {
  // What a file exports beside its handlers is for others that are made of it.
  const stdin = { contents: `export { request, response } from './${file}';`, resolveDir: __dirname };
  const { outputFiles: [output] } = buildSync({ stdin, bundle: true, write: false, format: 'esm', target: 'es2022', external: ['@aws-appsync/utils'], charset: 'utf8' });
  const names = IMPORT.exec(output!.text)?.[1]?.split(',').map((name) => name.trim()) ?? [];
  const source = output!.text.replace(IMPORT, '').replace(TOP_LEVEL_VAR, 'const');
  const { code } = transformSync(source, { format: 'esm', target: 'es2022', minifyWhitespace: true, minifyIdentifiers: true, mangleProps: OWN_PROPERTIES, charset: 'utf8' });
  const [exported, request, response] = EXPORT.exec(code)!;
  const body = code.replace(exported, '').replace(`function ${request}(`, 'export function request(').replace(`function ${response}(`, 'export function response(');
  const used = names.filter((name) => body.includes(`${name}.`));
  return `${used.length > 0 ? `import{${used.join(',')}}from"@aws-appsync/utils";` : ''}\n${body.trim()}\n`;
}

build();
