import { type Model } from '../model';

/** What is wrong with a name as that of a model; never if nothing is. */
export type ModelNameProblem<Types, Name extends string> =
  Name extends keyof Types
    ? Types[Name] extends Model<any, any, any, any> ? never : `'${Name}' is no model: a relationship leads to a model`
    : string extends Name ? never : `there is no model '${Name}': declare it in the schema, or name one that is there`;
