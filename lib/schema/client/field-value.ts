import { type CustomType } from '../custom-type';
import { type EnumType } from '../enum';
import { type ListField, type ScalarField } from '../field';
import { type IsRequired } from '../field-names';
import { type RefField, type RefListField } from '../ref';
import { type ScalarName, type scalars, type ScalarValue } from '../scalars';

/** What a client writes into a `json` field, and reads from it: the peer's type, as an interface of an app is no `Json`. */
type JsonValue = string | number | boolean | object;

/** A value of a scalar type, as a client has it. */
type ClientScalar<Name extends ScalarName> = (typeof scalars)[Name] extends { valueType: string } ? ScalarValue<Name> : JsonValue;

type OrNull<Value, Required> = Required extends true ? Value : Value | null;

/** The value of a field that is no relationship, as a client has it. */
export type FieldValue<Types, Field> =
  Field extends ScalarField<infer Name, infer Required, boolean> ? OrNull<ClientScalar<Name>, Required>
    : Field extends ListField<infer Name, infer ElementRequired, infer Required, boolean> ? OrNull<OrNull<ClientScalar<Name>, ElementRequired>[], Required>
      : NamedTypeValue<Types, Field>;

/** The same for a field of an enum or a custom type. */
type NamedTypeValue<Types, Field> =
  Field extends RefField<infer Name, infer Required> ? OrNull<DeclaredValue<Types, Name>, Required>
    : Field extends RefListField<infer Name, infer ElementRequired, infer Required> ? OrNull<OrNull<DeclaredValue<Types, Name>, ElementRequired>[], Required>
      : InlineValue<Types, Field> | null;

/** The value of an enum or a custom type that the schema declares under a name. */
type DeclaredValue<Types, Name> = Name extends keyof Types ? InlineValue<Types, Types[Name]> : never;

/** The value of an enum or a custom type. */
export type InlineValue<Types, Type> =
  Type extends EnumType<infer Values> ? Values[number]
    : Type extends CustomType<infer Fields> ? { [Name in keyof ObjectValue<Types, Fields>]: ObjectValue<Types, Fields>[Name] }
      : never;

/** The values of some fields; those that may be missing are optional. */
export type ObjectValue<Types, Fields> =
  & { [Name in keyof Fields as IsRequired<Fields[Name]> extends true ? Name : never]: FieldValue<Types, Fields[Name]> }
  & { [Name in keyof Fields as IsRequired<Fields[Name]> extends true ? never : Name]?: FieldValue<Types, Fields[Name]> };
