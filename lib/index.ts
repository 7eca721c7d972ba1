export { AppSyncData, type AppSyncDataProps, type ModelTableProps } from './construct';
export { SchemaError, type SchemaIssue, type SchemaIssueCode } from './model';
export { type AmplifyOutputs, type ModelIntrospection } from './outputs';
export {
  a, type Allow, type AuthorizationCallback, type AuthorizationRule, type Json, type ListField, type Model, type ModelFields, type References, type Relationship,
  type ScalarField, type ScalarName, type Schema, type SchemaModels,
} from './schema';
