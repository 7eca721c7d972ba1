export { type AmplifyOutputs } from './amplify-outputs';
export { type AmplifyToken, type CredentialsIdentity, type LocalCredentials, type SignedInUser, type SignInOptions } from './authorization';
export { type DynamoDbRequest } from './dynamodb';
export { type LambdaContext, type LambdaFunction, type LambdaFunctions } from './lambda';
export { LocalApi, type LocalApiOptions } from './local-api';
export {
  type AuthorizationModeDefinition, type LambdaFunctionDefinition, type LambdaModeDefinition, type LocalTable, type OpenIdConnectModeDefinition, type UserPoolModeDefinition,
} from './template';
