import { type Defined, type IndexDefinition } from '../definition';
import { type SecondaryIndex } from '../secondary-index';
import { type FieldValue } from './field-value';

/** A condition on a sort key of strings: one of these. */
interface StringKeyCondition<Value extends string = string> {
  eq?: Value;
  le?: string;
  lt?: string;
  ge?: string;
  gt?: string;
  between?: [string, string];
  beginsWith?: string;
}

/** A condition on a sort key of numbers: one of these. */
interface NumberKeyCondition {
  eq?: number;
  le?: number;
  lt?: number;
  ge?: number;
  gt?: number;
  between?: [number, number];
}

/** A condition on a sort key of several fields: one of these, each with the fields from the first one on. */
interface CompositeKeyCondition<Values> {
  eq?: Values;
  le?: Values;
  lt?: Values;
  ge?: Values;
  gt?: Values;
  between?: [Values, Values];
  beginsWith?: Partial<Values>;
}

type KeyValue<Types, Fields, Name> = Name extends keyof Fields ? Exclude<FieldValue<Types, Fields[Name]>, null> : string;

type KeyCondition<Value> = [Value] extends [number] ? NumberKeyCondition : StringKeyCondition<Extract<Value, string>>;

/** Names joined in camel case: `placedAtTotal`. */
type JoinedNames<Names, Joined extends string = ''> =
  Names extends readonly [infer Name extends string, ...infer Rest] ? JoinedNames<Rest, `${Joined}${Joined extends '' ? Name : Capitalize<Name>}`> : Joined;

type SortCondition<Types, Fields, SortKeys extends readonly string[]> =
  SortKeys extends readonly [] ? unknown
    : SortKeys extends readonly [infer Name extends string] ? { [Key in Name]?: KeyCondition<KeyValue<Types, Fields, Name>> }
      : { [Key in JoinedNames<SortKeys>]?: CompositeKeyCondition<{ [Name in SortKeys[number]]: KeyValue<Types, Fields, Name> }> };

/** What the list operation takes beside its filter: an identifier of several fields, from the first one on. */
export type ListKeyOptions<Types, Fields, Identifier extends readonly string[]> =
  Identifier extends readonly [infer PartitionKey extends string, infer First extends string, ...infer Rest extends readonly string[]]
    ? { [Key in keyof IndexInput<Types, Fields, PartitionKey, [First, ...Rest]>]?: IndexInput<Types, Fields, PartitionKey, [First, ...Rest]>[Key] }
    : unknown;

type IndexInput<Types, Fields, PartitionKey extends string, SortKeys extends readonly string[]> =
  & { [Key in PartitionKey]: KeyValue<Types, Fields, Key> }
  & SortCondition<Types, Fields, SortKeys>;

/** The key fields as the name of a query has them: `CustomerIdAndPlacedAt`. */
type QuerySuffix<SortKeys, Joined extends string> =
  SortKeys extends readonly [infer Name extends string, ...infer Rest] ? QuerySuffix<Rest, `${Joined}And${Capitalize<Name>}`> : Joined;

/** The name of the query that reads an index; never where it has none. */
export type QueryName<ModelName extends string, Index> =
  Index extends SecondaryIndex<never, infer PartitionKey, infer SortKeys, infer Query>
    ? undefined extends Query ? `list${Capitalize<ModelName>}By${QuerySuffix<SortKeys, Capitalize<PartitionKey>>}` : Query & string
    : never;

type InputOf<Types, Fields, Index> =
  Index extends SecondaryIndex<never, infer PartitionKey, infer SortKeys, string | null | undefined> ? IndexInput<Types, Fields, PartitionKey, SortKeys> : never;

/** The queries that read a model's declared indexes, by name. */
export type IndexQueries<Types, ModelName extends string, Fields, Indexes extends readonly Defined<IndexDefinition>[]> =
  Indexes extends readonly [] ? unknown : { [Index in Indexes[number] as QueryName<ModelName, Index>]: { input: { [Key in keyof InputOf<Types, Fields, Index>]: InputOf<Types, Fields, Index>[Key] } } };
