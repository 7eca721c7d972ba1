/** A data source of an API, as its template describes it. */
export type DataSourceDefinition =
  | { readonly type: 'NONE' }
  | { readonly type: 'AMAZON_DYNAMODB'; /** The physical table name. */ readonly table: string }
  | { readonly type: 'HTTP'; /** The URL that a request's path is put after. */ readonly endpoint: string }
  | { readonly type: 'AWS_LAMBDA'; readonly function: LambdaFunctionDefinition };

/** A Lambda function that an API invokes: for a data source, or to authorize requests. */
export interface LambdaFunctionDefinition {
  /** Without a version or an alias. */
  readonly arn: string;
  /** What it may be called by, the most telling name first. */
  readonly names: readonly string[];
}
