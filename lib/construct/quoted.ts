/** Names for a message, all of them: `'Member', 'Team'`; `none` where there are none. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ') || 'none';
}
