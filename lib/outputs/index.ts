export { amplifyOutputs, type AmplifyOutputs } from './amplify-outputs';
export { type ModelIntrospection } from './model-introspection';
export { modelSchema } from './model-schema';
