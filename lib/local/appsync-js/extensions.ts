import { currentCall } from './call';

/** `extensions` of `@aws-appsync/utils`. */
export const extensions = {
  setSubscriptionFilter: (filter: unknown) => {
    currentCall().effects.subscriptionFilter = filter;
  },
  setSubscriptionInvalidationFilter: (filter: unknown) => {
    currentCall().effects.subscriptionInvalidationFilter = filter;
  },
  invalidateSubscriptions: (invalidation: unknown) => {
    currentCall().effects.invalidations.push(invalidation);
  },
  // Nothing is cached locally, so nothing is left to evict.
  evictFromApiCache: () => undefined,
};
