import { type OperationDefinition } from '../definition';
import { type CustomTypeFields } from '../custom-type';
import { type Model } from '../model';
import { type CustomOperation } from '../operation';
import { type ModelMutations, type RefField, type RefListField } from '../ref';
import { type ClientModel } from './client-model';
import { type FieldValue, type InlineValue, type ObjectValue } from './field-value';
import { type FunctionHandler } from './function-handler';

/** What a client knows of an operation that is no model's: `Schema['echo']`. */
export type ClientOperationOf<Types, Operation> =
  Operation extends CustomOperation<infer Kind, infer Arguments, infer Returns, infer Async> ? ClientOperation<Types, Kind, Arguments, Returns, Async> : never;

interface ClientOperation<Types, Kind extends OperationDefinition['kind'], Arguments, Returns, Async> {
  __entityType: `custom${Capitalize<Kind>}`;
  operationType: Capitalize<Kind>;
  /** What a client gives, and a function gets as `event.arguments`; never where there is nothing to give. */
  args: OperationArguments<Types, Arguments>;
  /** What a client gets; relationships of records are functions that load the related ones. */
  type: OperationResult<Types, Kind, Returns, Async>;
  /** The type of a Lambda function that serves it. */
  functionHandler: FunctionHandler<OperationArguments<Types, Arguments>, Async extends true ? void : WithoutLoaders<OperationResult<Types, Kind, Returns, Async>>>;
  /** What a function that serves it gives: `type`, without what loads. */
  returnType: WithoutLoaders<OperationResult<Types, Kind, Returns, Async>>;
}

type OperationArguments<Types, Arguments> =
  Arguments extends CustomTypeFields ? { [Name in keyof ObjectValue<Types, Arguments>]: ObjectValue<Types, Arguments>[Name] } : never;

type OperationResult<Types, Kind, Returns, Async> =
  Kind extends 'subscription' ? PublishedResult<Types, Returns>
    : Async extends true ? { success: boolean } | null
      : ReturnedValue<Types, Returns>;

type ReturnedValue<Types, Returns> =
  Returns extends RefField<infer Name, infer Required> ? OrNothing<NamedResult<Types, Name>, Required>
    : Returns extends RefListField<infer Name, infer ElementRequired, infer Required> ? OrNothing<OrNothing<NamedResult<Types, Name>, ElementRequired>[], Required>
      : FieldValue<Types, Returns>;

/** As the peer has it of references: a function may give nothing at all. */
type OrNothing<Value, Required> = Required extends true ? Value : Value | null | undefined;

/** A value of a type of the schema, or a record of a model. */
type NamedResult<Types, Name> =
  Name extends keyof Types & string
    ? Types[Name] extends Model<any, any, any, any> ? ClientModel<Name, Types>['type'] : InlineValue<Types, Types[Name]>
    : never;

/** What a subscription gives: the result of its mutations, which is there, as there would be nothing to tell otherwise. */
type PublishedResult<Types, Source> =
  Source extends ModelMutations<infer Name> ? NamedResult<Types, Name>
    : Source extends RefField<infer Name> ? Name extends keyof Types ? NonNullable<MutationResult<Types, Types[Name]>> : never
      : never;

type MutationResult<Types, Operation> =
  Operation extends CustomOperation<'mutation', any, infer Returns, infer Async> ? OperationResult<Types, 'mutation', Returns, Async> : never;

type WithoutLoaders<Type> =
  Type extends readonly (infer Element)[] ? WithoutLoaders<Element>[]
    : Type extends Record<string, any> ? { [Name in keyof Type as Type[Name] extends (...parameters: any) => any ? never : Name]: Type[Name] }
      : Type;
