import { type RelationshipName } from '../client/record';
import { type Relationship } from '../relationship';
import { type MixedProblem, type ReferenceFieldProblem } from './references';

/** A model's fields as they are if the reference fields on it are right; else, in the place of a relationship with a wrong one, what is wrong. */
export type CheckedFields<Fields> = [FieldsProblem<Fields>] extends [never] ? Fields : FieldsOrProblems<Fields>;

type FieldsOrProblems<Fields> = { [Name in keyof Fields]: [FieldProblem<Fields, Fields[Name]>] extends [never] ? Fields[Name] : FieldProblem<Fields, Fields[Name]> };

type FieldsProblem<Fields> = { [Name in RelationshipName<Fields>]: FieldProblem<Fields, Fields[Name]> }[RelationshipName<Fields>];

type FieldProblem<Fields, Field> =
  Field extends Relationship<'belongsTo', string, infer References>
    ? { [Position in keyof References]: ReferenceFieldProblem<Fields, References[Position], 'this model'> }[number] | MixedProblem<Fields, References, 'this model'>
    : never;
