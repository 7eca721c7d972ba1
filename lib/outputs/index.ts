export { amplifyOutputs, type AmplifyOutputs, type ApiAccess, type AuthorizationType } from './amplify-outputs';
export { type AuthAccess, type AuthOutputs } from './auth-outputs';
export { type ModelIntrospection } from './model-introspection';
export { modelSchema } from './model-schema';
export { OUTPUTS_METADATA, outputsFromTemplate, outputsToTemplate } from './template-outputs';
