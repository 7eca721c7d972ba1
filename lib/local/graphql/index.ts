export { buildAppSyncSchema } from './build-schema';
export { GraphQLService, type GraphQLRequest } from './graphql-service';
export { noneDataSource } from './none-data-source';
export { RequestError } from './request-error';
