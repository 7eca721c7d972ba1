import { type LocalApi } from 'cdk-appsync-data/local';

export interface GraphqlResponse {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly errorType: string | null; readonly path: readonly (string | number)[] | null }[];
}

/** Sends a document to an API that is served locally, as any client would. */
export async function send({ url, apiKey }: LocalApi, query: string, variables: Record<string, unknown> = {}): Promise<GraphqlResponse> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', 'x-api-key': apiKey! }, body: JSON.stringify({ query, variables }) });
  return await response.json() as GraphqlResponse;
}
