export {
  AppSyncData, AppSyncDataDashboard, AppSyncDataSchema, type AddedResolverProps, type ApiProps, type AppSyncDataDashboardProps, type AppSyncDataGrants, type AppSyncDataMetrics,
  type AppSyncDataProps, type AppSyncDataSchemaOptions, type AppSyncMetricName, type AuthorizationModes, type CheckedTables, type HandlerSources, type IamModeOptions, type Layout, type ModelFunctions, type ModelTableProps, type ModelTables, type OperationHooks,
  type OwnApiProps, type TableHook, type TableOptionsProps,
} from './construct';
export { SchemaError, type AuthorizationMode, type SchemaIssue, type SchemaIssueCode } from './model';
export { type AmplifyOutputs, type AuthOutputs, type AuthorizationType, type ModelIntrospection } from './outputs';
export {
  a, type Allow, type AllowOnOperation, type AllowOnSchema, type AuthorizationCallback, type CallableOperation, type ClientSchema, type ClientSchemaOptions, type CodeHandler, type CodeHandlerOptions,
  type CustomOperation, type CustomSubscription, type CustomType, type CustomTypeFields,
  type DisabledOperation, type EnumType, type FunctionHandler, type FunctionReference, type Handler, type HasMany, type JoinOptions, type Json, type ListField, type ManyToMany, type Model, type ModelFields, type ModelName, type References, type RefField, type RefListField,
  type Relationship, type ResolverName, type RootFieldName, type ScalarField, type ScalarName, type Schema, type SchemaTypes, type SecondaryIndex, type SelectionSetDepth, type StartIndex,
  type GroupRule, type OperationGroupRule, type OwnerRule, type RecordRule, type ResourceRule, type Rule, type NumberRules, type StringRules,
} from './schema';
