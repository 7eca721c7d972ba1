const inlineFlags: Readonly<Record<string, string>> = { i: 'i', s: 's', m: 'm', u: '' };

/** Makes a RegExp of a Java pattern. The two agree, but for flags at the start (`(?i)`) and Java's quoting (`\Q...\E`). */
function compile(name: string, pattern: unknown, flags: string): RegExp {
  if (typeof pattern !== 'string') throw new Error(`${name}: the pattern is a string, not ${JSON.stringify(pattern)}`);
  const leading = /^\(\?([ismu]+)\)/.exec(pattern);
  const source = pattern.slice(leading?.[0].length ?? 0)
    .replace(/\\Q([^]*?)(?:\\E|$)/g, (_match, quoted: string) => quoted.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const ownFlags = [...leading?.[1] ?? ''].map((flag) => inlineFlags[flag]).join('');
  try {
    return new RegExp(source, flags + ownFlags + (source.includes('\\p{') ? 'u' : ''));
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
  }
}

/** `util.matches`: whether the pattern is found in the value. */
export function matches(pattern: string, value: string): boolean {
  return compile('util.matches', pattern, '').test(value);
}

/** `replace` and `replaceAll` of strings, which take a Java pattern and a Java replacement in APPSYNC_JS. */
export const replacements = {
  replace: (value: string, pattern: unknown, replacement: unknown): string => replace('replace', value, pattern, replacement, ''),
  replaceAll: (value: string, pattern: unknown, replacement: unknown): string => replace('replaceAll', value, pattern, replacement, 'g'),
};

function replace(name: string, value: string, pattern: unknown, replacement: unknown, flags: string): string {
  if (typeof replacement !== 'string') throw new Error(`${name}: the replacement is a string, not ${JSON.stringify(replacement)}`);
  return value.replace(compile(name, pattern, flags), (...match: (string | undefined)[]) =>
    // Java knows groups by number and a backslash before a literal character, and nothing else.
    replacement.replace(/\\([^])|\$(\d)/g, (_text, literal: string | undefined, group: string) => literal ?? match[Number(group)] ?? ''));
}
