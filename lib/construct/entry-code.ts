import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Esbuild from 'esbuild';
import { type CodeHandler } from '../model';

/** https://docs.aws.amazon.com/general/latest/gr/appsync.html */
const MAX_SIZE = 32_000;

/** What the runtime has itself. */
const RUNTIME_MODULES = ['@aws-appsync/utils', '@aws-appsync/utils/*'];
const HANDLERS = ['request', 'response'];

/**
 * The code of a handler: its file with all that it imports, bundled as AppSync's documentation does it.
 *
 * @see https://docs.aws.amazon.com/appsync/latest/devguide/additional-utilities.html
 * @throws Error that names the operation for a file that is not there, that can't be bundled, or that AppSync would refuse
 */
export function entryCode(operation: string, { entry, declaredIn }: Pick<CodeHandler, 'entry' | 'declaredIn'>): string {
  const file = absolute(entry, declaredIn);
  const fail = (what: string): never => { throw new Error(`the handler '${entry}' of ${operation} ${what}`); };
  if (!existsSync(file)) fail(`is no file: there is no '${file}'; 'entry' is relative to the file that declares it, or absolute`);
  const { text, exports } = bundle(file, fail);
  const missing = HANDLERS.filter((name) => !exports.includes(name));
  if (missing.length > 0) fail(`exports no function '${missing.join("' and no '")}': AppSync calls both 'request' and 'response'`);
  if (text.length > MAX_SIZE) fail(`has ${text.length.toLocaleString('en')} characters with what it imports, and AppSync takes ${MAX_SIZE.toLocaleString('en')}`);
  return text;
}

function absolute(entry: string, declaredIn: string | undefined): string {
  const path = pathOf(entry);
  if (isAbsolute(path)) return path;
  return resolve(declaredIn === undefined ? '.' : dirname(pathOf(declaredIn)), path);
}

function pathOf(file: string): string {
  return file.startsWith('file:') ? fileURLToPath(file) : file;
}

function bundle(file: string, fail: (what: string) => never): { readonly text: string; readonly exports: readonly string[] } {
  const { buildSync } = esbuild(fail);
  try {
    const { outputFiles: [output], metafile } = buildSync({
      entryPoints: [basename(file)],
      // The names of files stand in comments: these are the same on every machine.
      absWorkingDir: dirname(file),
      outfile: 'handler.js',
      bundle: true, write: false, metafile: true, format: 'esm', platform: 'node', target: 'esnext', charset: 'utf8', logLevel: 'silent', legalComments: 'none',
      external: RUNTIME_MODULES,
    });
    return { text: output!.text, exports: Object.values(metafile.outputs)[0]!.exports };
  } catch (error) {
    return fail(`can't be bundled: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  const [first] = (error as Partial<Esbuild.BuildFailure>).errors ?? [];
  if (!first) return (error as Error).message;
  const { location, text } = first;
  return location ? `${text} (${location.file}, line ${location.line})` : text;
}

/** Loaded when it is needed: schemas without handlers of their own do without it. */
function esbuild(fail: (what: string) => never): typeof Esbuild {
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    return require('esbuild') as typeof Esbuild;
  } catch {
    return fail("can't be bundled without esbuild: install it, npm install --save-dev esbuild");
  }
}
