export { apiKeyMode } from './api-key-mode';
export { Authorization, type AuthorizationMode, type Identity } from './authorization';
