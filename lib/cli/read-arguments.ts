import { parseArgs } from 'node:util';
import { UsageError } from './usage-error';

/**
 * Reads a command's options, which all have a text.
 * @throws UsageError for an option that is none of these, or has no text
 */
export function readArguments<const Name extends string>(args: string[], names: readonly Name[]): { values: { readonly [Option in Name]?: string }; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: Object.fromEntries(names.map((name) => [name, { type: 'string' }])) });
    return { values: values as { readonly [Option in Name]?: string }, positionals };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/**
 * The cloud assembly that a command is given.
 * @throws UsageError where more than one is
 */
export function directoryIn([directory = 'cdk.out', ...others]: readonly string[]): string {
  if (others.length > 0) throw new UsageError(`one directory is enough: '${others.join(`', '`)}' is too much`);
  return directory;
}
