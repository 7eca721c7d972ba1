/** A data source of an API, as its template describes it. */
export type DataSourceDefinition =
  | { readonly type: 'NONE' }
  | { readonly type: 'AMAZON_DYNAMODB'; /** The physical table name. */ readonly table: string };
