export {
  AppSyncData, AppSyncDataDashboard, type ApiProps, type AppSyncDataDashboardProps, type AppSyncDataGrants, type AppSyncDataMetrics, type AppSyncDataProps, type AppSyncMetricName,
  type Layout, type ModelFunctions, type ModelTableProps, type ModelTables, type TableHook, type TableOptionsProps,
} from './construct';
export { SchemaError, type SchemaIssue, type SchemaIssueCode } from './model';
export { type AmplifyOutputs, type ModelIntrospection } from './outputs';
export {
  a, type Allow, type AuthorizationCallback, type AuthorizationRule, type ClientSchema, type ClientSchemaOptions, type CustomType, type CustomTypeFields,
  type DisabledOperation, type EnumType, type HasMany, type JoinOptions, type Json, type ListField, type ManyToMany, type Model, type ModelFields, type ModelName, type References, type RefField, type RefListField,
  type Relationship, type ResolverName, type RootFieldName, type ScalarField, type ScalarName, type Schema, type SchemaTypes, type SecondaryIndex, type SelectionSetDepth, type StartIndex,
  type NumberRules, type StringRules,
} from './schema';
