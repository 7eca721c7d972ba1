import { type CustomType } from '../custom-type';
import { type EnumType } from '../enum';
import { type ListField, type ScalarField } from '../field';
import { type AnyRelationship } from '../field-names';
import { type KeyScalarName } from '../key-fields';
import { type RefField, type RefListField } from '../ref';
import { type ScalarName, type scalars } from '../scalars';

/** What the API adds to a model that does not declare it. */
interface ImpliedFields {
  id: ScalarField<'id', true>;
  createdAt: ScalarField<'datetime', true>;
  updatedAt: ScalarField<'datetime', true>;
}

/** A field by its name, declared or not; unknown where there is none, and any object where the compiler does not know the names. */
export type FieldNamed<Fields, Name> = Name extends keyof Fields ? string extends keyof Fields ? object : Fields[Name] : Name extends keyof ImpliedFields ? ImpliedFields[Name] : unknown;

/** The GraphQL type of a field that can be a key or refer to one; else, in brackets, why it can not. */
export type KeyType<Field> =
  Field extends ScalarField<infer Name, boolean, boolean> ? Name extends KeyScalarName ? (typeof scalars)[Name]['graphqlType'] : [(typeof scalars)[Name]['graphqlType']]
    : Field extends RefField<infer Name, boolean> ? Name
      : Field extends EnumType ? 'an enum'
        : Field extends AnyRelationship ? ['relationship']
          : Field extends ListField<ScalarName, boolean, boolean, boolean> | RefListField<string, boolean, boolean> ? ['list']
            : Field extends CustomType ? ['custom type']
              : unknown extends Field ? ['missing'] : string;

/** The same, alike for types that refer to each other: an id is a string. */
export type ReferenceType<Field> = Alike<KeyType<Field>>;

type Alike<Type> = Type extends 'ID' ? 'String' : Type;

/** How a field of the type is declared, for a message. */
export type Declaration<Field> =
  Field extends ScalarField<infer Name, boolean, boolean> ? `a.${Name}()` : Field extends RefField<infer Name, boolean> ? `a.ref('${Name}')` : 'a.enum([...])';
