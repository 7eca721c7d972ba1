/** Functions by name, in groups that nest. */
export interface FunctionGroup { readonly [name: string]: ((...values: never[]) => unknown) | FunctionGroup }
