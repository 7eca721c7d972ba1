export { type AmplifyOutputs } from './amplify-outputs';
export { type DynamoDbRequest } from './dynamodb';
export { type LambdaContext, type LambdaFunction, type LambdaFunctions } from './lambda';
export { LocalApi, type LocalApiOptions } from './local-api';
export { type LocalTable } from './template';
