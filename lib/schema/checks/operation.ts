import { type Defined, type OperationDefinition } from '../definition';
import { type Model } from '../model';
import { type CustomOperation } from '../operation';
import { type ModelMutations, type RefField, type RefListField } from '../ref';

/** What is wrong with the names in what an operation gives; never if nothing is. */
export type OperationProblem<Types, Name extends keyof Types> =
  Types[Name] extends CustomOperation<infer Kind, any, infer Named, any> ? At<Name, Kind extends 'subscription' ? SourceProblem<Types, Named> : ResultProblem<Types, Named>> : never;

type At<Name, Problem> = [Problem] extends [never] ? never : `${Name & string}: ${Problem & string}`;

type ResultProblem<Types, Result> =
  Result extends RefField<infer Name, boolean> | RefListField<infer Name, boolean, boolean>
    ? Name extends keyof Types
      ? Types[Name] extends Defined<OperationDefinition> ? `'${Name}' is an operation: an operation gives values of a type, or records of a model` : never
      : UnknownProblem<'type or model', Name>
    : never;

type SourceProblem<Types, Source> =
  Source extends ModelMutations<infer Name> ? Name extends keyof Types ? Types[Name] extends AnyModel ? never : `'${Name}' is no model: name a model whose mutations it is about` : UnknownProblem<'model', Name>
    : Source extends RefField<infer Name, boolean>
      ? Name extends keyof Types
        ? Types[Name] extends CustomOperation<'mutation'> ? never
          : Types[Name] extends AnyModel ? `'${Name}' is a model: name mutations of it, such as a.ref('${Name}').mutations(['create'])` : `'${Name}' is no mutation: a subscription is about mutations`
        : UnknownProblem<'mutation', Name>
      : never;

type AnyModel = Model<any, any, any, any>;

type UnknownProblem<What extends string, Name extends string> = string extends Name ? never : `there is no ${What} '${Name}': declare it in the schema, or name one that is there`;
