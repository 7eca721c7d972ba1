import { type Model } from './model';
import { type ResourceRule, type Rule } from './rule';

/** The names of the fields that rules name: one owner or group each, or a list of them. */
export type NamedField<Rules, IsList extends boolean> = Rules extends Rule<infer Field, IsList> ? Field & string : never;

/** The types of a schema for its clients, each model with the rules that are about it: those of the schema only where they name fields. */
export type RuledTypes<Types, Rules> = [NamedField<Rules, false> | NamedField<Rules, true>] extends [never] ? Types : WithRules<Types, Rules>;

/** The types of a schema that becomes a part of another one, where its rules stay with its models. */
export type PartTypes<Types, Rules> = [Exclude<Rules, ResourceRule>] extends [never] ? Types : WithRules<Types, Rules>;

type WithRules<Types, Rules> = {
  [Name in keyof Types]: Types[Name] extends Model<infer Fields, infer Identifier, infer Indexes, infer Disabled, infer Own>
    ? unknown extends Own ? Model<Fields, Identifier, Indexes, Disabled, Rules> : Types[Name]
    : Types[Name];
};
