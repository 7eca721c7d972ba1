import { authorizationRules, type AuthorizationCallback } from './authorization';
import { definition, type Defined, type ModelDefinition, type SchemaDefinition } from './definition';

/** The models of a schema, by name. */
export type SchemaModels = Readonly<Record<string, Defined<ModelDefinition>>>;

/** A data model: everything that an API is made of. Every modifier gives a new schema and leaves this one as it is. */
export interface Schema<Models extends SchemaModels = SchemaModels> extends Defined<SchemaDefinition & { readonly models: Models }> {
  /** Who may use the models that have no rules of their own. */
  authorization(callback: AuthorizationCallback): Schema<Models>;
}

export function schema<Models extends SchemaModels>(current: SchemaDefinition & { readonly models: Models }): Schema<Models> {
  return {
    [definition]: current,
    authorization: (callback) => schema({ ...current, authorization: authorizationRules(callback) }),
  };
}
