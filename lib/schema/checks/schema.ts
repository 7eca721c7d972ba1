import { type RelationshipName } from '../field-names';
import { type Model } from '../model';
import { type Relationship } from '../relationship';
import { type JoinProblem } from './join';
import { type ModelNameProblem } from './model-name';
import { type OperationProblem } from './operation';
import { type MixedProblem, type ReferenceProblem, type Unfit } from './references';
import { type SortFieldProblem } from './sort-field';

/** A schema's types as they are if all relationships and operations are right; else, in the place of one with a wrong name, what is wrong. */
export type CheckedTypes<Types> = [TypesProblem<Types>] extends [never] ? Types : NoInfer<TypesOrProblems<Types>>;

// Inferred, a problem is looked for once: written twice, it would be for each model that the compiler types.
type TypesOrProblems<Types> = { [Name in keyof Types]: TypeProblem<Types, Name> extends infer Problem ? [Problem] extends [never] ? Types[Name] : Problem : never };

type TypesProblem<Types> = string extends keyof Types ? never : { [Name in keyof Types]: TypeProblem<Types, Name> }[keyof Types];

/** What is wrong with the relationships of a model, or with what an operation gives; never if nothing is. */
export type TypeProblem<Types, Name extends keyof Types> =
  Types[Name] extends Model<infer Fields, infer Identifier, any, any>
    ? { [Field in RelationshipName<Fields>]: RelationshipProblem<Types, Name, Fields, Identifier, Field, Fields[Field]> }[RelationshipName<Fields>]
    : OperationProblem<Types, Name>;

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
