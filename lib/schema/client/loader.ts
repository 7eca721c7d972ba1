/** How a client shows who it is. */
type AuthMode = 'apiKey' | 'iam' | 'identityPool' | 'oidc' | 'userPool' | 'lambda' | 'none';

/** Headers of a request, or a function that gives them. */
type CustomHeaders = Record<string, string> | ((request?: { url: string; queryString: string; method?: string }) => Promise<Record<string, string>>);

interface LoaderOptions {
  authMode?: AuthMode;
  authToken?: string;
  headers?: CustomHeaders;
}

interface ListLoaderOptions extends LoaderOptions {
  limit?: number;
  nextToken?: string | null;
}

/** An error of a GraphQL response, as AppSync has it. */
interface GraphqlError {
  readonly message: string;
  readonly errorType: string;
  readonly errorInfo: null | { [key: string]: unknown };
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly path?: readonly (string | number)[];
  readonly extensions?: { [key: string]: unknown };
}

interface LoadedRecord<Record> {
  data: Record | null;
  errors?: GraphqlError[];
  extensions?: { [key: string]: any };
}

interface LoadedRecords<Record> {
  data: Record[];
  nextToken?: string | null;
  errors?: GraphqlError[];
  extensions?: { [key: string]: any };
}

/** Reads the record that a `belongsTo` or a `hasOne` leads to. */
export type RecordLoader<Record> = (options?: LoaderOptions) => Promise<LoadedRecord<Record>>;

/** Reads a page of the records that a `hasMany` leads to. */
export type ListLoader<Record> = (options?: ListLoaderOptions) => Promise<LoadedRecords<Record>>;
