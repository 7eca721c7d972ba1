/** Names for a message, all of them: `'Member', 'Team'`. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ');
}
