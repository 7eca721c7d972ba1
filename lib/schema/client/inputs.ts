import { type ListField, type ScalarField } from '../field';
import { type RelationshipName, type RequiredName } from '../field-names';
import { type ScalarName } from '../scalars';
import { type FieldValue } from './field-value';

type FieldWithDefault = ScalarField<ScalarName, boolean, true> | ListField<ScalarName, boolean, boolean, true>;

/** The names of the fields that a create has to give: not those with a default, nor those that the API writes. */
type GivenName<Fields, Identifier extends readonly string[]> =
  { [Name in RequiredName<Fields>]: Fields[Name] extends FieldWithDefault ? never : Name extends (Identifier[number] & 'id') | 'createdAt' | 'updatedAt' ? never : Name }[RequiredName<Fields>];

type ImpliedId<Fields, Identifier> = Identifier extends readonly ['id'] ? 'id' extends keyof Fields ? unknown : { id?: string } : unknown;

/** What a create takes. */
export type CreateInput<Types, Fields, Identifier extends readonly string[]> =
  & ImpliedId<Fields, Identifier>
  & { [Name in GivenName<Fields, Identifier>]: FieldValue<Types, Fields[Name]> }
  & { [Name in Exclude<keyof Fields, GivenName<Fields, Identifier> | RelationshipName<Fields>>]?: FieldValue<Types, Fields[Name]> };

/** What an update takes: the identifier, and what changes. */
export type UpdateInput<Types, Fields, Identifier extends readonly string[]> =
  & { -readonly [Name in keyof RecordIdentifier<Types, Fields, Identifier>]: RecordIdentifier<Types, Fields, Identifier>[Name] }
  & { [Name in Exclude<keyof Fields, Identifier[number] | RelationshipName<Fields>>]?: FieldValue<Types, Fields[Name]> };

/** What identifies a record. */
export type RecordIdentifier<Types, Fields, Identifier extends readonly string[]> =
  Identifier extends readonly ['id']
    ? 'id' extends keyof Fields ? { id: string } : { readonly id: string }
    : { [Name in Identifier[number]]: Name extends keyof Fields ? Exclude<FieldValue<Types, Fields[Name]>, null> : string };
