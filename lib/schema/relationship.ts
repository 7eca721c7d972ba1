import { definition, type Defined, type RelationshipDefinition, type RelationshipKind, type typed } from './definition';

/** A field that leads to another model by reference fields. */
export interface Relationship<Kind extends RelationshipKind, Model extends string, References extends readonly string[]>
  extends Defined<RelationshipDefinition> {
  readonly [typed]?: { kind: Kind; model: Model; references: References };
}

/** One reference field, or as many as the identifier has fields, in its order. */
export type References = string | readonly string[];

type AsList<Names extends References> = Names extends string ? readonly [Names] : Extract<Names, readonly string[]>;

export function relationship<Kind extends RelationshipKind, Model extends string, Names extends References>(
  kind: Kind, model: Model, references: Names,
): Relationship<Kind, Model, AsList<Names>> {
  return { [definition]: { kind, model, references: [references].flat() } };
}
