export { a } from './a';
export { type Allow, type AllowOnOperation, type AllowOnSchema, type AuthorizationCallback } from './authorization';
export { type ClientSchema, type ClientSchemaOptions, type SelectionSetDepth } from './client';
export { type CustomType, type CustomTypeFields } from './custom-type';
export {
  definition, type CodeHandlerDefinition, type CustomTypeDefinition, type CustomTypeFieldDefinition, type Defined, type DisabledOperation,
  type EnumDefinition, type FieldDefinition, type FunctionHandlerDefinition, type FunctionReference, type HandlerDefinition, type IndexDefinition, type ManyToManyDefinition,
  type ModelDefinition, type ModelMutationsDefinition, type OperationDefinition, type ProjectionType, type RefFieldDefinition, type RelationshipDefinition, type RelationshipKind, type ResourceOperation,
  type RuleDefinition, type RuleOperation, type RuleProvider, type RuleStrategy, type ScalarFieldDefinition, type SchemaDefinition, type TypeDefinition, type ValidationRule,
} from './definition';
export { type EnumType } from './enum';
export { type ListField, type ScalarField } from './field';
export { type ModelName, type ResolverName, type RootFieldName } from './generated-names';
export { type CodeHandler, type CodeHandlerOptions, type FunctionHandler, type Handler } from './handler';
export { type JoinOptions, type ManyToMany } from './many-to-many';
export { type Model, type ModelFields } from './model';
export { type CallableOperation, type CustomOperation, type CustomSubscription } from './operation';
export { type ModelMutations, type RefField, type RefListField } from './ref';
export { type HasMany, type References, type Relationship } from './relationship';
export { type GroupRule, type OperationGroupRule, type OwnerRule, type RecordRule, type ResourceRule, type Rule } from './rule';
export { scalars, type Json, type ScalarName, type ScalarType, type ScalarValue } from './scalars';
export { type Schema, type SchemaTypes } from './schema';
export { type SecondaryIndex, type StartIndex } from './secondary-index';
export { validationRules, type NumberRules, type StringRules, type ValidationRuleName } from './validation';
