export { type ApiProps } from './api-props';
export { AppSyncData, type AppSyncDataProps } from './appsync-data';
export { AppSyncDataDashboard, type AppSyncDataDashboardProps } from './dashboard';
export { AppSyncDataGrants } from './grants';
export { type Layout } from './layout';
export { AppSyncDataMetrics, type AppSyncMetricName } from './metrics';
export { type ModelFunctions } from './model-data-source';
export { type ModelTableProps, type ModelTables, type TableHook, type TableOptionsProps } from './table-options';
