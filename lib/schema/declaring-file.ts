/** Where a frame of a call stack has its file: in brackets after the function's name, or alone. */
const FRAME = /^at (?:async )?(?:.* \()?((?:file:\/\/|\/|[A-Za-z]:[\\/])[^<>]*):\d+:\d+\)?$/;

/**
 * The file from which this package was called, as a path or a URL; nothing where the runtime does not say. Paths in a schema are relative
 * to the file that they stand in, as those of its imports are.
 */
export function declaringFile(): string | undefined {
  const files = (new Error().stack ?? '').split('\n').flatMap((line) => FRAME.exec(line.trim())?.[1] ?? []);
  const [own] = files;
  const folder = own?.replace(/[^\\/]*$/, '');
  return folder === undefined ? undefined : files.find((file) => !file.startsWith(folder));
}
