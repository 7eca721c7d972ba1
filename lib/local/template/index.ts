export { type ApiDefinition, type ResolverDefinition, type TableDefinition } from './api-definition';
export { readAssembly, type AssemblyStack } from './assembly';
export { apiLogicalIds, readApi } from './read-api';
