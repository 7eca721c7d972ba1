/** The name of a field among all of an API, and of what serves it: `Query.getTeam`. */
export function fieldPath({ typeName, fieldName }: { readonly typeName: string; readonly fieldName: string }): string {
  return `${typeName}.${fieldName}`;
}
