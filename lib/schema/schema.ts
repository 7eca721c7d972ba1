import { authorizationRules, type AllowOnSchema, type RulesIn } from './authorization';
import { definition, type Defined, type SchemaDefinition, type TypeDefinition, type typed } from './definition';
import { type Rule } from './rule';

/** What a schema declares, by name: models, enums and custom types. */
export interface SchemaTypes { readonly [name: string]: Defined<TypeDefinition> }

/** A data model: everything that an API is made of. Every modifier gives a new schema and leaves this one as it is. */
export interface Schema<Types extends SchemaTypes = SchemaTypes, Rules extends Rule = Rule> extends Defined<SchemaDefinition> {
  readonly [typed]?: { types: Types; rules: Rules };
  /** Who may use the models and the operations that have no rules of their own, and which functions may use the API. */
  authorization<const Given extends Rule | readonly Rule[]>(callback: (allow: AllowOnSchema) => Given): Schema<Types, RulesIn<Given>>;
}

export function schema<Types extends SchemaTypes, Rules extends Rule = never>(current: SchemaDefinition): Schema<Types, Rules> {
  return {
    [definition]: current,
    authorization: (callback) => schema({ ...current, authorization: authorizationRules(callback) }),
  };
}
