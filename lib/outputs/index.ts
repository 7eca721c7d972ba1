export { amplifyOutputs, type AmplifyOutputs, type ApiAccess } from './amplify-outputs';
export { type ModelIntrospection } from './model-introspection';
export { modelSchema } from './model-schema';
export { OUTPUTS_METADATA, outputsFromTemplate, outputsToTemplate } from './template-outputs';
