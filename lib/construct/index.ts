export { type ApiProps } from './api-props';
export { AppSyncData, type AppSyncDataProps } from './appsync-data';
export { AppSyncDataDashboard, type AppSyncDataDashboardProps } from './dashboard';
export { AppSyncDataGrants } from './grants';
export { type HandlerSources } from './handlers';
export { AppSyncDataMetrics, type AppSyncMetricName } from './metrics';
export { type ModelFunctions } from './model-data-source';
export { type OperationHooks } from './operation-hooks';
export { type ModelTableProps, type ModelTables, type TableHook, type TableOptionsProps } from './table-options';
