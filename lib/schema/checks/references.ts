import { type IsRequired } from '../field-names';
import { type Declaration, type FieldNamed, type KeyType, type ReferenceType } from './field';

/** Why a field can be no reference field, whatever it refers to. */
export type Unfit = 'missing' | 'list' | 'relationship';

/** What is wrong with a field as a reference field, whatever it refers to; never if nothing is. */
export type ReferenceFieldProblem<Fields, Name extends string, Model extends string> =
  KeyType<FieldNamed<Fields, Name>> extends [infer Reason extends Unfit] ? UnfitProblem<Reason, Name, Model> : never;

type UnfitProblem<Reason extends Unfit, Name extends string, Model extends string> =
  string extends Name ? never
    : Reason extends 'missing' ? `'${Name}' is no field of ${Model}: declare it there, such as ${Name}: a.id()`
      : Reason extends 'list' ? `'${Name}' of ${Model} is a list: a reference field leads to one record, so leave .array() out`
        : Reason extends 'relationship' ? `'${Name}' of ${Model} is a relationship: name the field that holds the identifier, such as ${Name}Id: a.id()`
          : never;

/** What is wrong with several reference fields together: all or none are required. */
export type MixedProblem<Fields, References extends readonly string[], Model extends string> =
  References extends readonly [string] ? never
    : boolean extends { [Position in keyof References]: Definite<IsRequired<FieldNamed<Fields, References[Position]>>> }[number]
      ? `of the reference fields ${Listed<References>} of ${Model} some are required and some are not: make all or none required` : never;

/** Never where the compiler does not know whether a field is required. */
type Definite<Required> = boolean extends Required ? never : Required;

/** Names for a message. */
type Listed<Names extends readonly string[]> =
  Names extends readonly [infer Only extends string] ? `'${Only}'`
    : Names extends readonly [infer First extends string, ...infer Rest extends readonly string[]] ? `'${First}', ${Listed<Rest>}` : '';

/**
 * What is wrong with reference fields on the child as a reference to the parent; never if nothing is.
 *
 * @typeParam Said why a field is unfit where that has been said already
 */
export type ReferenceProblem<Child extends string, ChildFields, References extends readonly string[], Parent extends string, ParentFields, Identifier extends readonly string[], Said> =
  References['length'] extends Identifier['length']
    ? { [Position in keyof References]: TypeProblem<Child, ChildFields, References[Position], Parent, ParentFields, Identifier[Position & keyof Identifier], Said> }[number]
    : number extends References['length'] ? never
      : `${Parent} is identified by ${Listed<Identifier>}: name one field of ${Child} for each, in that order, instead of ${Listed<References>}`;

type TypeProblem<Child extends string, ChildFields, Name extends string, Parent extends string, ParentFields, IdentifierName, Said> =
  ReferenceType<FieldNamed<ChildFields, Name>> extends ReferenceType<FieldNamed<ParentFields, IdentifierName>> ? never
    : KeyType<FieldNamed<ChildFields, Name>> extends [infer Reason extends Unfit]
      ? Reason extends Said ? never : UnfitProblem<Reason, Name, Child>
      : string extends KeyType<FieldNamed<ChildFields, Name>> ? never
        : MismatchProblem<Child, Name, Parent, FieldNamed<ParentFields, IdentifierName>, IdentifierName>;

type MismatchProblem<Child extends string, Name extends string, Parent extends string, IdentifierField, IdentifierName> =
  KeyType<IdentifierField> extends infer Type extends string
    ? string extends Type | Name ? never : `'${Name}' of ${Child} must have the type of ${Parent}'s identifier '${IdentifierName & string}' (${Type}): declare it as ${Declaration<IdentifierField>}`
    : never;
