export { buildAppSyncSchema } from './build-schema';
export { fieldAccess, isOpenTo } from './field-access';
export { GraphQLService, type GraphQLRequest } from './graphql-service';
export { noneDataSource } from './none-data-source';
export { type Publication } from './publication';
export { RequestError } from './request-error';
export { type Invalidation, type Subscription } from './subscription';
export { SubscriptionError, type SubscriptionErrorDetails } from './subscription-error';
