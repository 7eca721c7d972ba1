import { existsSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type AmplifyOutputs } from '../outputs';

/**
 * Writes outputs to a file, wholly or not at all.
 * @throws Error when something else is in the file, or it can't be written
 */
export function writeOutputs(file: string, outputs: AmplifyOutputs): void {
  const isThere = existsSync(file);
  if (isThere && !hasOutputs(file)) {
    throw new Error(`'${file}' is there already and is no amplify_outputs.json, it has no version: remove it, or name another file with --out`);
  }
  // A link goes on leading to its file.
  const target = isThere ? realpathSync(file) : resolve(file);
  const unfinished = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    writeFileSync(unfinished, `${JSON.stringify(outputs, undefined, 2)}\n`);
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new Error(`'${file}' can't be written: ${(error as Error).message}`, { cause: error });
  }
}

function hasOutputs(file: string): boolean {
  try {
    return typeof JSON.parse(readFileSync(file, 'utf8')).version === 'string';
  } catch {
    return false;
  }
}
