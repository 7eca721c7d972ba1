export { a } from './a';
export { type Allow, type AuthorizationCallback } from './authorization';
export {
  definition, type AuthorizationRule, type Defined, type FieldDefinition, type ModelDefinition, type RelationshipDefinition, type RelationshipKind,
  type ScalarFieldDefinition, type SchemaDefinition,
} from './definition';
export { type ListField, type ScalarField } from './field';
export { type Model, type ModelFields } from './model';
export { type References, type Relationship } from './relationship';
export { scalars, type Json, type ScalarName, type ScalarType, type ScalarValue } from './scalars';
export { type Schema, type SchemaModels } from './schema';
