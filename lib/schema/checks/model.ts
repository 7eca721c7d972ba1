import { type RelationshipName } from '../field-names';
import { type Relationship } from '../relationship';
import { type MixedProblem, type ReferenceFieldProblem } from './references';

/** A model's fields as they are if the reference fields on it are right; else, in the place of a relationship with a wrong one, what is wrong. */
export type CheckedFields<Fields> = true extends HasProblem<Fields> ? FieldsOrProblems<Fields> : Fields;

// Asked like this, the compiler takes fields of a generic function, which it does not know yet, for right.
type HasProblem<Fields> = [string] extends [keyof Fields] ? false : [FieldsProblem<Fields>] extends [never] ? false : true;

type FieldsOrProblems<Fields> = { [Name in keyof Fields]: [FieldProblem<Fields, Fields[Name]>] extends [never] ? Fields[Name] : FieldProblem<Fields, Fields[Name]> };

type FieldsProblem<Fields> = { [Name in RelationshipName<Fields>]: FieldProblem<Fields, Fields[Name]> }[RelationshipName<Fields>];

type FieldProblem<Fields, Field> =
  Field extends Relationship<'belongsTo', string, infer References>
    ? { [Position in keyof References]: ReferenceFieldProblem<Fields, References[Position], 'this model'> }[number] | MixedProblem<Fields, References, 'this model'>
    : never;
