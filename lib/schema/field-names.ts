import { type RelationshipKind } from './definition';
import { type ListField, type ScalarField } from './field';
import { type ManyToMany } from './many-to-many';
import { type RefField, type RefListField } from './ref';
import { type Relationship } from './relationship';
import { type ScalarName } from './scalars';

/** Any field that leads to another model. */
export type AnyRelationship = Relationship<RelationshipKind, string, readonly string[]> | ManyToMany<string, string>;

/** A field that always has a value. */
type RequiredField = ScalarField<ScalarName, true, boolean> | ListField<ScalarName, boolean, true, boolean> | RefField<string, true> | RefListField<string, boolean, true>;

/** Whether a field always has a value. */
export type IsRequired<Field> = Field extends RequiredField ? true : false;

// The names are asked for in several places. As conditional types they are worked out once for each model: the compiler keeps those.

/** The names of the fields that every record has a value of. */
export type RequiredName<Fields> = Fields extends unknown ? { [Name in keyof Fields]: Fields[Name] extends RequiredField ? Name : never }[keyof Fields] : never;

/** The names of the fields that lead to other models. */
export type RelationshipName<Fields> = Fields extends unknown ? { [Name in keyof Fields]: Fields[Name] extends AnyRelationship ? Name : never }[keyof Fields] : never;

/** The names of the fields that a record may have no value of. */
export type OptionalName<Fields> = Fields extends unknown ? Exclude<keyof Fields, RequiredName<Fields> | RelationshipName<Fields>> : never;
