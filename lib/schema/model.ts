import { authorizationRules, type AuthorizationCallback } from './authorization';
import { definition, type Defined, type FieldDefinition, type ModelDefinition } from './definition';

/** The fields of a model, by name: scalar fields and relationships. */
export type ModelFields = Readonly<Record<string, Defined<FieldDefinition>>>;

/** A model: one GraphQL type, one table. Every modifier gives a new model and leaves this one as it is. */
export interface Model<Fields extends ModelFields, Identifier extends readonly string[] = readonly ['id']> extends Defined<ModelDefinition & { readonly fields: Fields }> {
  readonly [identifier]?: Identifier;
  /**
   * The fields that identify a record, in order: the first is the table's partition key, the rest its sort key. They have to be
   * required.
   *
   * @default - an `id` that the API makes up
   */
  identifier<const Names extends readonly string[]>(fields: Names): Model<Fields, Names>;
  /**
   * Who may use this model.
   *
   * @default - the rules of the schema
   */
  authorization(callback: AuthorizationCallback): Model<Fields, Identifier>;
}

/** Where a model's type says what its identifier is; no value ever has it. */
declare const identifier: unique symbol;

export function model<Fields extends ModelFields, Identifier extends readonly string[] = readonly ['id']>(
  current: ModelDefinition & { readonly fields: Fields },
): Model<Fields, Identifier> {
  return {
    [definition]: current,
    identifier: (fields) => model({ ...current, identifier: [...fields] }),
    authorization: (callback) => model({ ...current, authorization: authorizationRules(callback) }),
  };
}
