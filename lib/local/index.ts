export { type AmplifyOutputs } from './amplify-outputs';
export { type DynamoDbRequest } from './dynamodb';
export { LocalApi, type LocalApiOptions } from './local-api';
