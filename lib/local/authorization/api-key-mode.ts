import { type AuthorizationMode, unauthorized } from './authorization';

/** Lets in who knows one of the API's keys. */
export function apiKeyMode(apiKeys: readonly string[]): AuthorizationMode {
  return {
    isMeant: ({ headers }) => headers['x-api-key'] !== undefined,
    identify: async ({ headers }) => {
      if (!apiKeys.includes(headers['x-api-key']!)) throw unauthorized();
      return { mode: 'API_KEY', identity: null };
    },
  };
}
