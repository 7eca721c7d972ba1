import { type RelationshipName } from '../field-names';
import { type Model } from '../model';
import { type Relationship } from '../relationship';
import { type JoinProblem } from './join';
import { type ModelNameProblem } from './model-name';
import { type MixedProblem, type ReferenceProblem, type Unfit } from './references';
import { type SortFieldProblem } from './sort-field';

/** A schema's types as they are if all relationships are right; else, in the place of a model that has a wrong one, what is wrong. */
export type CheckedTypes<Types> = [TypesProblem<Types>] extends [never] ? Types : NoInfer<TypesOrProblems<Types>>;

type TypesOrProblems<Types> = { [Name in keyof Types]: [ModelProblem<Types, Name>] extends [never] ? Types[Name] : ModelProblem<Types, Name> };

type TypesProblem<Types> = string extends keyof Types ? never : { [Name in keyof Types]: ModelProblem<Types, Name> }[keyof Types];

/** What is wrong with the relationships of a model; never if nothing is. */
export type ModelProblem<Types, Name extends keyof Types> =
  Types[Name] extends Model<infer Fields, infer Identifier, any, any>
    ? { [Field in RelationshipName<Fields>]: RelationshipProblem<Types, Name, Fields, Identifier, Field, Fields[Field]> }[RelationshipName<Fields>]
    : never;

type RelationshipProblem<Types, Name, Fields, Identifier extends readonly string[], FieldName, Field> =
  Field extends Relationship<infer Kind, infer Related, infer References, infer SortField>
    ? Related extends keyof Types
      ? Types[Related] extends Model<infer RelatedFields, infer RelatedIdentifier, any, any>
        ? At<Name, FieldName, Kind extends 'belongsTo'
          ? ReferenceProblem<Name & string, Fields, References, Related & string, RelatedFields, RelatedIdentifier, Unfit>
          : ReferenceProblem<Related & string, RelatedFields, References, Name & string, Fields, Identifier, never> | MixedProblem<RelatedFields, References, Related & string>
            | SortFieldProblem<Related & string, RelatedFields, References, SortField>>
        : At<Name, FieldName, ModelNameProblem<Types, Related & string>>
      : At<Name, FieldName, ModelNameProblem<Types, Related>>
    : At<Name, FieldName, JoinProblem<Types, Name & string, Field>>;

type At<Name, FieldName, Problem> = [Problem] extends [never] ? never : `${Name & string}.${FieldName & string}: ${Problem & string}`;
