export { type ApiProps } from './api-props';
export { AppSyncData, type AppSyncDataProps } from './appsync-data';
export { AppSyncDataGrants } from './grants';
export { type ModelFunctions } from './model-data-source';
export { type ModelTableProps, type ModelTables, type TableHook, type TableOptionsProps } from './table-options';
