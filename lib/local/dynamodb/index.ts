export { DynamoDbDataSource } from './dynamodb-data-source';
export { EmbeddedEngine } from './embedded-engine';
export { EndpointEngine } from './endpoint-engine';
export { type DynamoDbEngine } from './engine';
export { PageTokens } from './page-tokens';
export { type DynamoDbRequest, RequestLog } from './request-log';
export { ensureTables } from './tables';
