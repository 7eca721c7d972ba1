import { Amplify } from 'aws-amplify';
import { generateClient } from 'aws-amplify/data';
import { LocalApi } from 'cdk-appsync-data/local';
import { type Schema } from 'cdk-appsync-data';
import { stackOf } from './synthesized';

// The models of the client are made from the introspection at run time; what type they have is not the subject of these tests.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Client = any;

/** The real client, configured with what an API that is served locally gives out. Amplify has one configuration: one API a test file. */
export async function serve(schema: Schema): Promise<{ api: LocalApi; client: Client }> {
  const api = await LocalApi.fromStack(stackOf(schema));
  Amplify.configure(api.outputs as unknown as Parameters<typeof Amplify.configure>[0]);
  return { api, client: generateClient() };
}
