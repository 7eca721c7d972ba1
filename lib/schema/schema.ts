import { authorizationRules, type AllowOnSchema, type AuthorizationCallback } from './authorization';
import { definition, type Defined, type SchemaDefinition, type TypeDefinition, type typed } from './definition';

/** What a schema declares, by name: models, enums and custom types. */
export interface SchemaTypes { readonly [name: string]: Defined<TypeDefinition> }

/** A data model: everything that an API is made of. Every modifier gives a new schema and leaves this one as it is. */
export interface Schema<Types extends SchemaTypes = SchemaTypes> extends Defined<SchemaDefinition> {
  readonly [typed]?: { types: Types };
  /** Who may use the models and the operations that have no rules of their own, and which functions may use the API. */
  authorization(callback: AuthorizationCallback<AllowOnSchema>): Schema<Types>;
}

export function schema<Types extends SchemaTypes>(current: SchemaDefinition): Schema<Types> {
  return {
    [definition]: current,
    authorization: (callback) => schema({ ...current, authorization: authorizationRules(callback) }),
  };
}
