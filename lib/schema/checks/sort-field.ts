import { type IsRequired } from '../field-names';
import { type FieldNamed, type KeyType } from './field';

/** What a relationship's field has beside a condition on the field that it is sorted by. */
type PageArgument = 'filter' | 'sortDirection' | 'limit' | 'nextToken';

/** What is wrong with a field of the related model as the one that a relationship is sorted by; never if nothing is. */
export type SortFieldProblem<Model extends string, Fields, References extends readonly string[], Name> =
  [Name] extends [string] ? string extends Name ? never : NamedProblem<Model, Fields, References, Name> : never;

type NamedProblem<Model extends string, Fields, References extends readonly string[], Name extends string> =
  References extends readonly [string] ? Name extends References[0] ? `'${Name}' is the reference field, which is the same in all of them: sort by another field of ${Model}`
    : Name extends PageArgument ? `it has an argument '${Name}' already: to sort by that field of ${Model}, give it another name`
      : KeyType<FieldNamed<Fields, Name>> extends [infer Reason] ? UnfitProblem<Model, Reason, Name>
        : false extends IsRequired<FieldNamed<Fields, Name>> ? OptionalProblem<Model, Fields, Name> : never
    : number extends References['length'] ? never : `it can't be sorted by '${Name}': the sort key of its index is taken by the reference fields, so leave .sortBy() out`;

type UnfitProblem<Model extends string, Reason, Name extends string> =
  Reason extends 'missing' ? `'${Name}' is no field of ${Model}: declare it there, or sort by another`
    : Reason extends 'list' ? `'${Name}' of ${Model} is a list: sort by a field with one value`
      : Reason extends 'relationship' ? `'${Name}' of ${Model} is a relationship: sort by a field with a value of its own`
        : `'${Name}' of ${Model} has the type ${Reason & string}, which DynamoDB takes as no key: sort by strings or numbers`;

// Where the compiler does not know whether a field is required, it says nothing.
type OptionalProblem<Model extends string, Fields, Name extends string> =
  string extends keyof Fields ? never
    : boolean extends IsRequired<FieldNamed<Fields, Name>> ? never
      : `'${Name}' of ${Model} is optional: records without it would be missing from the relationship, so add .required() there`;
