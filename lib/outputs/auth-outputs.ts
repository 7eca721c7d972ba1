import { type AuthorizationRule, type DataModel } from '../model';

/** Where the users of an API sign in. */
export interface AuthAccess {
  readonly region: string;
  readonly userPoolId?: string;
  readonly userPoolClientId?: string;
  readonly identityPoolId?: string;
}

/** The part of `amplify_outputs.json` that Amplify's clients sign users in with. */
export interface AuthOutputs {
  readonly aws_region: string;
  readonly user_pool_id?: string;
  readonly user_pool_client_id?: string;
  readonly identity_pool_id?: string;
  /** Whether clients may ask the identity pool for credentials of a guest. */
  readonly unauthenticated_identities_enabled?: true;
}

/** What the clients have to know to sign users in. */
export function authOutputs(model: DataModel, { region, userPoolId, userPoolClientId, identityPoolId }: AuthAccess): AuthOutputs {
  return {
    aws_region: region,
    ...(userPoolId !== undefined && { user_pool_id: userPoolId }),
    ...(userPoolClientId !== undefined && { user_pool_client_id: userPoolClientId }),
    ...(identityPoolId !== undefined && { identity_pool_id: identityPoolId, ...(hasGuests(model) && { unauthenticated_identities_enabled: true }) }),
  };
}

/** Whether some rule lets in guests. */
function hasGuests({ models, customOperations }: DataModel): boolean {
  const isForGuests = ({ allow, provider }: AuthorizationRule): boolean => allow === 'public' && provider === 'identityPool';
  const governed = [...models.flatMap((model) => [model, ...model.members]), ...customOperations];
  return governed.some(({ authorization = [] }) => authorization.some(isForGuests));
}
