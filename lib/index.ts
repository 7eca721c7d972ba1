export { AppSyncData, type AppSyncDataProps, type ModelTableProps } from './construct';
export { SchemaError, type SchemaIssue, type SchemaIssueCode } from './model';
export { type AmplifyOutputs, type ModelIntrospection } from './outputs';
export {
  a, type Allow, type AuthorizationCallback, type AuthorizationRule, type CustomType, type CustomTypeFields, type DisabledOperation, type EnumType, type Json,
  type ListField, type Model, type ModelFields, type RefField, type RefListField, type References, type Relationship, type ScalarField, type ScalarName, type Schema,
  type SchemaTypes, type SecondaryIndex, type StartIndex,
} from './schema';
