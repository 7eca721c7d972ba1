export { AppSyncData, type AppSyncDataProps, type ModelTableProps } from './construct';
export { SchemaError, type SchemaIssue, type SchemaIssueCode } from './model';
export { type AmplifyOutputs, type ModelIntrospection } from './outputs';
export { a, type Allow, type AuthorizationCallback, type AuthorizationRule, type ListField, type Model, type Relationship, type ScalarField, type Schema } from './schema';
