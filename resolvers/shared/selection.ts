import { util, type Context } from './runtime';

/** Those of some fields of a page's records that are selected, under their own names or under aliases. */
export function selectedOf(ctx: Context, fields: readonly string[]): string[] {
  const { selectionSetList, selectionSetGraphQL } = ctx.info;
  const keys = selectionSetList.filter((path) => path.includes('/')).map((path) => path.split('/')[1]!);
  // The paths have aliases instead of names: what those stand for is found in the text, but for that of named fragments.
  const isAlias = (key: string, field: string) => util.matches(`[\\s\\S]*\\b${key}\\s*:\\s*${field}\\b[\\s\\S]*`, selectionSetGraphQL);
  // That there is any alias for a field at all is asked first, as most requests have none.
  return fields.filter((field) => keys.includes(field) || (isAlias('', field) && keys.some((key) => isAlias(key, field))));
}
