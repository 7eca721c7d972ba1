export { type ApiDefinition, type ResolverDefinition, type TableDefinition } from './api-definition';
export { readAssembly, type AssemblyStack } from './assembly';
export {
  type AuthorizationModeDefinition, type AuthorizationType, type LambdaModeDefinition, type OpenIdConnectModeDefinition, type UserPoolModeDefinition,
} from './authorization-mode';
export { type DataSourceDefinition, type LambdaFunctionDefinition } from './data-source-definition';
export { type LocalTable } from './given-table';
export { type IamDefinition, type PolicyStatement, type RoleDefinition } from './iam-definition';
export { apiLogicalIds, readApi } from './read-api';
