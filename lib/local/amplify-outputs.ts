import { type ApiDefinition } from './template';

/** The object for `Amplify.configure`, as in the file `amplify_outputs.json`. */
export interface AmplifyOutputs {
  readonly version: '1.5';
  readonly data: {
    readonly url: string;
    readonly aws_region: string;
    /** Absent where the API has no key. */
    readonly api_key?: string;
    readonly default_authorization_type: string;
    readonly authorization_types: readonly string[];
    /** What the Amplify client knows the models from; absent where the stack wrote none. */
    readonly model_introspection?: Record<string, unknown>;
  };
  readonly [category: string]: unknown;
}

/**
 * The client configuration of an API: the one that was written with its template, pointed at the local server, or a minimal one.
 * @param authority host and port of the server
 */
export function localOutputs(api: ApiDefinition, authority: string): AmplifyOutputs {
  const data = api.outputs?.data as AmplifyOutputs['data'] | undefined;
  const [defaultType, ...additionalTypes] = new Set(api.authorizationModes.map(({ type }) => type));
  const [apiKey] = api.apiKeys;
  return {
    version: '1.5',
    ...api.outputs,
    data: {
      aws_region: api.region,
      ...data,
      default_authorization_type: defaultType!,
      authorization_types: additionalTypes,
      // Upper case: the Amplify client takes real time at any 'http://' for TLS and leaves this scheme alone.
      url: `HTTP://${authority}/graphql`,
      ...(apiKey !== undefined && { api_key: apiKey }),
    },
  };
}
