import { type ScalarName } from './scalars';

/**
 * The key under which a builder keeps what it has collected: a symbol, so that completion shows the modifiers only, and one from
 * the global registry, so that a schema made by another copy of this package is read as well.
 */
export const definition: unique symbol = Symbol.for('cdk-appsync-data.definition');

/** Anything that carries a definition: a field, a relationship, a model, a schema. */
export interface Defined<Definition> {
  readonly [definition]: Definition;
}

/** A field with values of a scalar type. */
export interface ScalarFieldDefinition {
  readonly kind: 'scalar';
  readonly scalar: ScalarName;
  /** Whether a value (of a list: the list itself) has to be there. */
  readonly required: boolean;
  /** Present where the field is a list. */
  readonly list?: { readonly elementRequired: boolean };
  /** The value that `create` writes where none is given. */
  readonly default?: unknown;
}

export type RelationshipKind = 'hasMany' | 'hasOne' | 'belongsTo';

/** A field that leads to another model. */
export interface RelationshipDefinition {
  readonly kind: RelationshipKind;
  /** The name of the related model. */
  readonly model: string;
  /** The reference fields: on this model for `belongsTo`, else on the related one. */
  readonly references: readonly string[];
}

export type FieldDefinition = ScalarFieldDefinition | RelationshipDefinition;

/** Who may do something: the holders of the API's key. */
export interface AuthorizationRule {
  readonly allow: 'public';
  readonly provider: 'apiKey';
}

export interface ModelDefinition {
  readonly kind: 'model';
  readonly fields: Readonly<Record<string, Defined<FieldDefinition>>>;
  /** The fields of the primary key, in order; absent for the usual `id`. */
  readonly identifier?: readonly string[];
  readonly authorization?: readonly AuthorizationRule[];
}

export interface SchemaDefinition {
  readonly kind: 'schema';
  readonly models: Readonly<Record<string, Defined<ModelDefinition>>>;
  readonly authorization?: readonly AuthorizationRule[];
}
