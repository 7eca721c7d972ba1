import { type PartTypes } from '../ruled-types';
import { type Schema, type SchemaTypes } from '../schema';
import { type TypeProblem } from './schema';

type TypesOf<Part> = Part extends Schema<infer Types, infer Rules> ? PartTypes<Types, Rules> : never;

/** The types of several schemas, by name. */
export type CombinedTypes<Parts extends readonly Schema[]> =
  Parts extends readonly [infer Only] ? TypesOf<Only>
    : Parts extends readonly [infer First, ...infer Rest extends readonly Schema[]] ? TypesOf<First> & CombinedTypes<Rest>
      : SchemaTypes;

/** Schemas to combine as they are if the relationships in and between them are right; else, in the place of one, what is wrong in it. */
export type CheckedParts<Parts extends readonly Schema[]> = {
  readonly [Position in keyof Parts]: [PartProblem<CombinedTypes<Parts>, keyof TypesOf<Parts[Position]>>] extends [never] ? Parts[Position] : PartProblem<CombinedTypes<Parts>, keyof TypesOf<Parts[Position]>>;
};

type PartProblem<Types, Names> = string extends keyof Types ? never : { [Name in Names & keyof Types]: TypeProblem<Types, Name> }[Names & keyof Types];
