import { type DataModel } from '../model';
import { modelIntrospection, type ModelIntrospection } from './model-introspection';

/** The content of `amplify_outputs.json`: what `Amplify.configure` takes. */
export interface AmplifyOutputs {
  readonly version: '1.5';
  readonly data: {
    readonly url: string;
    readonly aws_region: string;
    readonly api_key: string;
    readonly default_authorization_type: 'API_KEY';
    readonly authorization_types: readonly string[];
    readonly model_introspection: ModelIntrospection;
  };
}

/** Where an API is found, and how clients show there who they are. */
export interface ApiAccess {
  readonly url: string;
  readonly region: string;
  readonly apiKey?: string;
  readonly auth?: {
    readonly aws_region: string;
    readonly user_pool_id: string;
    readonly user_pool_client_id: string;
    readonly identity_pool_id?: string;
  };
}

/** What the clients have to know to use an API. */
export function amplifyOutputs(model: DataModel, { url, region, apiKey }: ApiAccess): AmplifyOutputs {
  return {
    version: '1.5',
    data: {
      url,
      aws_region: region,
      api_key: apiKey!,
      default_authorization_type: 'API_KEY',
      authorization_types: [],
      model_introspection: modelIntrospection(model),
    },
  };
}
