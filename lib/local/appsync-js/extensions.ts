import { currentCall } from './call';

/** What AppSync allows in one request. */
const mostInvalidations = 5;

/** `extensions` of `@aws-appsync/utils`. */
export const extensions = {
  setSubscriptionFilter: (filter: unknown) => {
    currentCall().effects.subscriptionFilter = filter;
  },
  setSubscriptionInvalidationFilter: (filter: unknown) => {
    currentCall().effects.subscriptionInvalidationFilter = filter;
  },
  invalidateSubscriptions: (invalidation: unknown) => {
    const { invalidations } = currentCall().effects;
    if (invalidations.length >= mostInvalidations) throw new Error(`extensions.invalidateSubscriptions can be called ${mostInvalidations} times a request`);
    invalidations.push(invalidation);
  },
  // Nothing is cached locally, so nothing is left to evict.
  evictFromApiCache: () => undefined,
};
