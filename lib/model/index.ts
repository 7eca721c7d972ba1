export { modesOfConnection, modesOfCustomOperation, modesOfCustomTypes, modesOfMember, modesOfOperation, modesOfType } from './access-modes';
export { type AccessOperation, type AuthorizationMode, type AuthorizationRule, type CodeHandler, type CustomOperation, type CustomType, type DataModel, type EnumType, type Field, type FieldRule, type FieldType, type FunctionHandler, type Handler, type Index, type Key, type KeyAttribute, type ManyToMany, type Model, type OperationResult, type Relationship, type ResourceAccess } from './data-model';
export { operationGroups, operationNames, operations, type Operation, type OperationName, type RootType } from './operations';
export { MAX_FUNCTIONS, resolveHandlers } from './handlers';
export { sortArgument } from './key';
export { ownerArguments } from './owner-arguments';
export { resolveSchema } from './resolve-schema';
export { SchemaError, type SchemaIssue, type SchemaIssueCode } from './schema-error';
export { customTypeNames, enumTypeNames, indexTypeNames, lowerFirst, typeNames } from './type-names';
