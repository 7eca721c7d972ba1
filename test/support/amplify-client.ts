import { Amplify } from 'aws-amplify';
import { LocalApi } from 'cdk-appsync-data/local';
import { type Schema } from 'cdk-appsync-data';
import { stackOf } from './synthesized';

/** Serves an API for a schema, and configures the real client with what it gives out. Amplify has one configuration: one API at a time. */
export async function serve(schema: Schema): Promise<LocalApi> {
  const api = await LocalApi.fromStack(stackOf(schema));
  Amplify.configure(api.outputs as unknown as Parameters<typeof Amplify.configure>[0]);
  return api;
}
