import { authorizationRules, type AuthorizationCallback } from './authorization';
import { definition, type Defined, type RelationshipDefinition, type RelationshipKind, type typed } from './definition';

/** A field that leads to another model by reference fields. */
export interface Relationship<Kind extends RelationshipKind, Model extends string, References extends readonly string[], SortField extends string | undefined = string | undefined>
  extends Defined<RelationshipDefinition> {
  readonly [typed]?: { kind: Kind; model: Model; references: References; sortField: SortField };
  /** A relationship is not required by itself: making its reference fields required makes it so. Calling this is a schema error that says how. */
  required(): this;
  /** As `required()`. */
  valueRequired(): this;
  /**
   * Who may follow it, beside that the rules of the related model let them read its records.
   *
   * @default - who may read the record
   */
  authorization(callback: AuthorizationCallback): this;
}

/** A field that leads to many records. Every modifier gives a new field and leaves this one as it is. */
export interface HasMany<Model extends string, References extends readonly string[], SortField extends string | undefined = undefined> extends Relationship<'hasMany', Model, References, SortField> {
  /**
   * The field of the related model that its records come sorted by. The GraphQL field takes a condition on it, as an argument of its name:
   * `members(joinedAt: { ge: "2026" }, sortDirection: DESC)`. It has to be required and of a type that can be a key; `createdAt`, `updatedAt`
   * and `id`, which every record has, are among them. The relationship has one reference field then.
   *
   * @default - the order of the index that the relationship is read from
   */
  sortBy<const Name extends string>(field: Name): HasMany<Model, References, Name>;
  /**
   * How many records a page has where a request does not say: a whole number from 1 to 1,000.
   *
   * @default 100
   */
  limit(records: number): HasMany<Model, References, SortField>;
}

/** One reference field, or as many as the identifier has fields, in its order. */
export type References = string | readonly string[];

type AsList<Names extends References> = Names extends string ? readonly [Names] : Extract<Names, readonly string[]>;

export function relationship<Kind extends 'hasOne' | 'belongsTo', Model extends string, Names extends References>(
  kind: Kind, model: Model, references: Names,
): Relationship<Kind, Model, AsList<Names>, undefined> {
  return one({ kind, model, references: [references].flat() });
}

export function hasMany<Model extends string, Names extends References>(model: Model, references: Names): HasMany<Model, AsList<Names>> {
  return many({ kind: 'hasMany', model, references: [references].flat() });
}

function one<Kind extends RelationshipKind, Model extends string, References extends readonly string[]>(
  current: RelationshipDefinition,
): Relationship<Kind, Model, References, undefined> {
  const required = (): Relationship<Kind, Model, References, undefined> => one({ ...current, required: true });
  return {
    [definition]: current,
    required,
    valueRequired: required,
    authorization: (callback: AuthorizationCallback) => one({ ...current, authorization: authorizationRules(callback) }),
  } as Relationship<Kind, Model, References, undefined>;
}

function many<Model extends string, References extends readonly string[], SortField extends string | undefined>(
  current: RelationshipDefinition,
): HasMany<Model, References, SortField> {
  const required = (): HasMany<Model, References, SortField> => many({ ...current, required: true });
  return {
    [definition]: current,
    required,
    valueRequired: required,
    sortBy: (sortBy: string) => many({ ...current, sortBy }),
    limit: (limit: number) => many({ ...current, limit }),
    authorization: (callback: AuthorizationCallback) => many({ ...current, authorization: authorizationRules(callback) }),
  } as HasMany<Model, References, SortField>;
}
