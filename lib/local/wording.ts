/** A list of names in a message. */
export function quoted(names: readonly string[]): string {
  return names.length > 0 ? names.map((name) => `'${name}'`).join(', ') : 'none';
}
