import { type LocalApi } from 'cdk-appsync-data/local';

export interface GraphqlResponse {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly errorType: string | null; readonly path: readonly (string | number)[] | null }[];
}

/** Sends a document to an API that is served locally, as any client with its key would. */
export async function send(api: LocalApi, query: string, variables: Record<string, unknown> = {}): Promise<GraphqlResponse> {
  return sendAs(api, { 'x-api-key': api.apiKey! }, query, variables);
}

/** The same with other headers that say who asks. */
export async function sendAs({ url }: LocalApi, headers: Readonly<Record<string, string>>, query: string, variables: Record<string, unknown> = {}): Promise<GraphqlResponse> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) });
  return await response.json() as GraphqlResponse;
}
