import { type EnumType } from './enum';
import { type ScalarField } from './field';
import { type ModelFields } from './model';
import { type RefField } from './ref';
import { type scalars, type ScalarName } from './scalars';

/** The scalar types that DynamoDB takes as keys. */
export type KeyScalarName = { [Name in ScalarName]: (typeof scalars)[Name] extends { keyType: string } ? Name : never }[ScalarName];

/** The names of the fields that can be keys of a secondary index: single values that DynamoDB compares, and enums. */
export type KeyFieldName<Fields extends ModelFields> = string extends keyof Fields ? string : {
  [Name in keyof Fields]: Fields[Name] extends ScalarField<KeyScalarName, boolean, boolean> | EnumType | RefField<string, boolean> ? Name : never;
}[keyof Fields] & string;
