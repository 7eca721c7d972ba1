import { type RelationshipName } from '../field-names';
import { type ManyToMany } from '../many-to-many';
import { type Model } from '../model';
import { type Relationship } from '../relationship';
import { type ModelNameProblem } from './model-name';

/** What is wrong with a field of many to many; never if nothing is. */
export type JoinProblem<Types, Name extends string, Field> =
  Field extends ManyToMany<infer Related, infer Through, infer From, infer To>
    ? [ModelNameProblem<Types, Related | Through>] extends [never]
      ? Types[Through & keyof Types] extends Model<infer Fields, any, any, any>
        ? string extends keyof Fields | Related | Through ? never
          // Of two that lead to one model, what is named as the one can't be meant as the other.
          : | SideProblem<Through, 'from', From, Name, Exclude<BelongsToName<Fields, Name>, Related extends Name ? To : never>>
            | SideProblem<Through, 'to', To, Related, Exclude<BelongsToName<Fields, Related>, Related extends Name ? From : never>>
        : never
      : ModelNameProblem<Types, Related | Through>
    : never;

/** The names of the fields that belong to a model; any where the compiler does not know which they are. */
type BelongsToName<Fields, Model extends string> = {
  [Name in RelationshipName<Fields>]: Fields[Name] extends Relationship<'belongsTo', infer Of, readonly string[]> ? string extends Of ? any : Model extends Of ? Name : never : never;
}[RelationshipName<Fields>];

/**
 * What is wrong with one side of a join; never if nothing is.
 *
 * @typeParam Given the field that is named as it, if any
 * @typeParam Candidates the fields that can be it
 */
type SideProblem<Through extends string, Side extends string, Given, Target extends string, Candidates> =
  string extends Given ? never
    : [Given] extends [string]
      ? [Given] extends [Candidates] ? never : `'${Given}' is no belongsTo of ${Through} that leads to ${Target} and is not the other side: name such a one as '${Side}'`
      : [Candidates] extends [never] ? `${Through} needs one more belongsTo, that leads to ${Target}: declare it there, such as a.belongsTo('${Target}', ...)`
        : IsOne<Candidates> extends true ? never : `${Through} has several belongsTo that lead to ${Target}: name the one that is meant as '${Side}'`;

/** Whether a union has one member. */
type IsOne<Names, Each = Names> = true extends (Each extends unknown ? [Names] extends [Each] ? true : false : never) ? true : false;
