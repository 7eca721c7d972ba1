import { type AuthorizationRule } from './definition';

/** The rules to choose from, as the callback of `.authorization((allow) => ...)` gets them. */
export interface Allow {
  /** Whoever has the API's key may do everything. */
  publicApiKey(): AuthorizationRule;
}

/** The callback of `.authorization()`: gives one rule or a list of them. */
export type AuthorizationCallback = (allow: Allow) => AuthorizationRule | readonly AuthorizationRule[];

const allow: Allow = {
  publicApiKey: () => ({ allow: 'public', provider: 'apiKey' }),
};

export function authorizationRules(callback: AuthorizationCallback): readonly AuthorizationRule[] {
  return [callback(allow)].flat();
}
