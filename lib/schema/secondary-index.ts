import { definition, type Defined, type IndexDefinition, type ProjectionType, type typed } from './definition';

/**
 * A secondary index of a model's table. Every modifier gives a new index and leaves this one as it is.
 *
 * @typeParam Names the fields that can be keys
 * @typeParam Query the name of its query; `undefined` for the name that is made from its fields, `null` for none
 */
export interface SecondaryIndex<Names extends string, PartitionKey extends string, SortKeys extends readonly string[] = readonly [], Query extends string | null | undefined = undefined>
  extends Defined<IndexDefinition> {
  readonly [typed]?: { partitionKey: PartitionKey; sortKeys: SortKeys; query: Query };
  /** The fields that records with one partition key are sorted by, in order. */
  sortKeys<const Keys extends readonly Exclude<Names, PartitionKey>[]>(fields: Keys): SecondaryIndex<Names, PartitionKey, Keys, Query>;
  /**
   * The name of the index in DynamoDB.
   *
   * @default - the model's plural and the fields: `ordersByCustomerIdAndPlacedAt`
   */
  name(name: string): SecondaryIndex<Names, PartitionKey, SortKeys, Query>;
  /**
   * The name of the query that reads the index; null for no query.
   *
   * @default - the model and the fields: `listOrderByCustomerIdAndPlacedAt`
   */
  queryField<const Field extends string | null>(name: Field): SecondaryIndex<Names, PartitionKey, SortKeys, Field>;
  /**
   * What the index holds beside the keys: all of a record, the keys only, or the keys and some attributes.
   *
   * @default 'ALL'
   */
  projection(type: 'ALL' | 'KEYS_ONLY'): SecondaryIndex<Names, PartitionKey, SortKeys, Query>;
  projection(type: 'INCLUDE', nonKeyAttributes: readonly string[]): SecondaryIndex<Names, PartitionKey, SortKeys, Query>;
}

/** Starts a secondary index, as the callback of `.secondaryIndexes((index) => [...])` gets it. */
export type StartIndex<Names extends string> = <const PartitionKey extends Names>(partitionKey: PartitionKey) => SecondaryIndex<Names, PartitionKey>;

export function secondaryIndex<Names extends string, PartitionKey extends string, SortKeys extends readonly string[], Query extends string | null | undefined>(
  current: IndexDefinition,
): SecondaryIndex<Names, PartitionKey, SortKeys, Query> {
  return {
    [definition]: current,
    sortKeys: (fields) => secondaryIndex({ ...current, sortKeys: [...fields] }),
    name: (name) => secondaryIndex({ ...current, name }),
    queryField: (queryField) => secondaryIndex({ ...current, queryField }),
    projection: (projectionType: ProjectionType, nonKeyAttributes?: readonly string[]) =>
      secondaryIndex({ ...current, projection: { type: projectionType, ...(nonKeyAttributes && { nonKeyAttributes }) } }),
  };
}
