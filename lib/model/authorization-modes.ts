import { type RuleProvider } from '../schema';
import { type AuthorizationMode } from './data-model';

/** The mode by which those come in of whom a provider says who they are. */
export const modeOfProvider: Readonly<Record<RuleProvider, AuthorizationMode>> = {
  apiKey: 'apiKey',
  identityPool: 'iam',
  userPools: 'userPool',
  oidc: 'openIdConnect',
  function: 'lambda',
  iam: 'iam',
};
