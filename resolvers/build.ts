import { mkdirSync, rmSync, writeFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';

const directory = join(__dirname, '..', 'dist', 'resolvers');

/** The import statements at the head of a bundle. */
const IMPORTS = /^(?:import\{[^}]*\}from"[^"]+";)*/;

/**
 * Bundles each resolver for the APPSYNC_JS runtime, once, when the package is built. White space and identifiers are minified, syntax
 * is left alone: what full minification makes of it is outside of what AppSync documents. A bundle has two lines, its imports and the
 * rest, so that at synth the configuration goes in between.
 */
function build(): void {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  for (const file of readdirSync(__dirname).filter((name) => name.endsWith('.ts') && name !== basename(__filename))) {
    const { outputFiles: [output] } = buildSync({
      entryPoints: [join(__dirname, file)],
      bundle: true,
      write: false,
      format: 'esm',
      target: 'es2022',
      external: ['@aws-appsync/utils'],
      minifyWhitespace: true,
      minifyIdentifiers: true,
      charset: 'utf8',
    });
    const code = output!.text.trim();
    const [imports] = IMPORTS.exec(code)!;
    writeFileSync(join(directory, file.replace(/\.ts$/, '.js')), `${imports}\n${code.slice(imports.length)}\n`);
  }
}

build();
