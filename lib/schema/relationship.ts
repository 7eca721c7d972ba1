import { definition, type Defined, type RelationshipDefinition, type RelationshipKind, type typed } from './definition';

/** A field that leads to another model by reference fields. */
export interface Relationship<Kind extends RelationshipKind, Model extends string, References extends readonly string[]>
  extends Defined<RelationshipDefinition> {
  readonly [typed]?: { kind: Kind; model: Model; references: References };
  /** A relationship is not required by itself: making its reference fields required makes it so. Calling this is a schema error that says how. */
  required(): this;
  /** As `required()`. */
  valueRequired(): this;
}

/** One reference field, or as many as the identifier has fields, in its order. */
export type References = string | readonly string[];

type AsList<Names extends References> = Names extends string ? readonly [Names] : Extract<Names, readonly string[]>;

export function relationship<Kind extends RelationshipKind, Model extends string, Names extends References>(
  kind: Kind, model: Model, references: Names,
): Relationship<Kind, Model, AsList<Names>> {
  return field({ kind, model, references: [references].flat() });
}

function field<Kind extends RelationshipKind, Model extends string, References extends readonly string[]>(current: RelationshipDefinition): Relationship<Kind, Model, References> {
  const required = (): Relationship<Kind, Model, References> => field({ ...current, required: true });
  return { [definition]: current, required, valueRequired: required } as Relationship<Kind, Model, References>;
}
