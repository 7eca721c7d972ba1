export { type DataModel, type Field, type Index, type Key, type KeyAttribute, type Model, type Relationship } from './data-model';
export { operationNames, operations, type OperationName } from './operations';
export { resolveSchema } from './resolve-schema';
export { SchemaError, type SchemaIssue, type SchemaIssueCode } from './schema-error';
export { typeNames } from './type-names';
