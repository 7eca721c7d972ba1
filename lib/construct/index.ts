export { AppSyncData, type AppSyncDataProps } from './appsync-data';
export { type ModelTableProps } from './model-table';
