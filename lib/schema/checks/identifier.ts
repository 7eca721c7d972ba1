import { type IsRequired, type RequiredName } from '../field-names';
import { type FieldNamed, type KeyType } from './field';

/** The names in an identifier as they are if their fields can be there; else, in the place of a name, what is wrong. */
export type IdentifierNames<Fields, Names extends readonly string[]> = { readonly [Position in keyof Names]: IdentifierName<Fields, Names[Position]> };

type IdentifierName<Fields, Name extends string> =
  string extends Name ? Name
    : KeyType<FieldNamed<Fields, Name>> extends [infer Reason] ? UnfitProblem<Fields, Reason, Name>
      : IsRequired<FieldNamed<Fields, Name>> extends true ? Name
        : string extends keyof Fields ? Name : `'${Name}' is optional: a record without it could not be found, so add .required()`;

// Beside a name that is missing stand those that could be meant: an editor offers them.
type UnfitProblem<Fields, Reason, Name extends string> =
  Reason extends 'missing' ? (RequiredName<Fields> & string) | (Name extends '' ? never : `'${Name}' is no field of this model: declare it, or name another`)
    : Reason extends 'list' ? `'${Name}' is a list: a field of an identifier has one value, so leave .array() out`
      : Reason extends 'relationship' ? `'${Name}' is a relationship: name its reference fields instead`
        : `'${Name}' has the type ${Reason & string}, which DynamoDB takes as no key: identify by strings or numbers`;
