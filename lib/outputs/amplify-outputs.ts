import { type AuthorizationMode, type DataModel } from '../model';
import { authOutputs, type AuthAccess, type AuthOutputs } from './auth-outputs';
import { modelIntrospection, type ModelIntrospection } from './model-introspection';

/** How clients show who they are, as AppSync names it. */
export type AuthorizationType = 'API_KEY' | 'AMAZON_COGNITO_USER_POOLS' | 'OPENID_CONNECT' | 'AWS_IAM' | 'AWS_LAMBDA';

/** The content of `amplify_outputs.json`: what `Amplify.configure` takes. */
export interface AmplifyOutputs {
  readonly version: '1.5';
  /** Where users sign in; absent where that is not known. */
  readonly auth?: AuthOutputs;
  readonly data: {
    readonly url: string;
    readonly aws_region: string;
    /** Absent where the API has none. */
    readonly api_key?: string;
    readonly default_authorization_type: AuthorizationType;
    /** Those beside the default. */
    readonly authorization_types: readonly AuthorizationType[];
    readonly model_introspection: ModelIntrospection;
  };
}

/** Where an API is found, with which key, and where its users sign in. */
export interface ApiAccess {
  readonly url: string;
  readonly region: string;
  /** Absent where the API has none. */
  readonly apiKey?: string;
  readonly auth?: AuthAccess;
}

const authorizationTypes: Readonly<Record<AuthorizationMode, AuthorizationType>> = {
  apiKey: 'API_KEY',
  userPool: 'AMAZON_COGNITO_USER_POOLS',
  openIdConnect: 'OPENID_CONNECT',
  iam: 'AWS_IAM',
  lambda: 'AWS_LAMBDA',
};

/** What the clients have to know to use an API. */
export function amplifyOutputs(model: DataModel, { url, region, apiKey, auth }: ApiAccess): AmplifyOutputs {
  const [byDefault, ...others] = model.authorizationModes.map((mode) => authorizationTypes[mode]);
  return {
    version: '1.5',
    ...(auth && { auth: authOutputs(model, auth) }),
    data: {
      url,
      aws_region: region,
      ...(apiKey !== undefined && { api_key: apiKey }),
      default_authorization_type: byDefault!,
      authorization_types: others,
      model_introspection: modelIntrospection(model),
    },
  };
}
