import { type AuthorizationMode } from './authorization';

/** Lets in who knows one of the API's keys. */
export function apiKeyMode(apiKeys: readonly string[]): AuthorizationMode {
  return {
    identify: async (headers) => {
      const key = headers['x-api-key'];
      return key !== undefined && apiKeys.includes(key) ? { identity: null } : undefined;
    },
  };
}
