export { ApiAuthorization } from './api-authorization';
export { apiKeyMode } from './api-key-mode';
export { Authorization, type AuthorizationMode, type AuthorizationRequest } from './authorization';
export { type CredentialsIdentity, type LocalCredentials } from './local-credentials';
export { type AmplifyToken, type SignedInUser, type SignInOptions } from './sign-in';
