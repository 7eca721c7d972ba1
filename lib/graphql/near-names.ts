const MOST_NAMES = 12;

/** The names that one which is not among them may have been meant for, nearest first; the first ones of all where none comes near. */
export function nearNames(name: string, names: readonly string[]): string[] {
  // graphql-js suggests names with it in its own messages; its index leaves it out.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { suggestionList } = require('graphql/jsutils/suggestionList') as { suggestionList(input: string, options: readonly string[]): string[] };
  const near = suggestionList(name, names);
  return (near.length > 0 ? near : names).slice(0, MOST_NAMES);
}
