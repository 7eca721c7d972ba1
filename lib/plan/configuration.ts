/**
 * What the resolvers in `resolvers/` are configured with. A bundle is one code for all models; its configuration, a constant in
 * front of it, says which fields and keys it works on.
 */

/** Key attributes, each with the fields that its value is made of: several values are joined with `#`. */
export type KeyMapping = Readonly<Record<string, readonly string[]>>;

/** A query for one record. */
export interface GetConfiguration {
  readonly key: KeyMapping;
}

/** A query for a page of records. It needs to know nothing of its model. */
type ListConfiguration = Readonly<Record<string, never>>;

/** A query for a page of records that takes the identifier's fields as arguments: with the first, it is a Query, else a Scan. */
export interface ListByIdentifierConfiguration {
  /** The argument that is the partition key. */
  readonly partition: string;
  readonly sort?: SortArgument;
}

/** A query for a page of records that takes the fields of an index as arguments. */
export interface ListByIndexConfiguration extends ListByIdentifierConfiguration {
  readonly index: string;
  /** The members of the model that the index has no values for: they can neither be selected nor filtered by. */
  readonly lacks?: readonly string[];
}

/** A condition on a sort key. */
export interface SortArgument {
  /** The argument's name. */
  readonly argument: string;
  /** The fields that the sort key is made of. */
  readonly fields: readonly string[];
}

/** A rule for the values of a field, with what a client is told of one that breaks it. */
export interface RuleConfiguration {
  readonly field: string;
  /** Whether it is about the length of a text. */
  readonly ofLength?: true;
  readonly is: 'gt' | 'gte' | 'lt' | 'lte' | 'startsWith' | 'endsWith' | 'matches';
  readonly operand: string | number;
  readonly message: string;
}

export interface CreateConfiguration {
  readonly typeName: string;
  readonly key: KeyMapping;
  /** The attributes that join several fields, for the keys of indexes. */
  readonly joined: KeyMapping;
  /** Whether the API makes up an id. */
  readonly generatesId: boolean;
  readonly defaults: Readonly<Record<string, unknown>>;
}

export interface UpdateConfiguration {
  readonly key: KeyMapping;
  readonly joined: KeyMapping;
  /** The fields that cannot be set to null. */
  readonly required: readonly string[];
}

/** A create or an update of a model whose fields have rules: those are checked first. */
export interface ValidatedConfiguration {
  readonly rules: readonly RuleConfiguration[];
}

export interface DeleteConfiguration {
  readonly key: KeyMapping;
}

/** A subscription. It needs to know nothing of its model. */
type SubscribeConfiguration = Readonly<Record<string, never>>;

/** hasMany and hasOne: the index to query, and how its key follows from the parent record. */
export interface RelatedRecordsConfiguration {
  readonly index: string;
  readonly key: KeyMapping;
  /** The field that the index sorts by beyond the key, where there is one. DynamoDB takes no filter on it, but a condition. */
  readonly sortedBy?: string;
}

/** belongsTo: how the related record's key follows from the references. */
export interface BelongsToConfiguration {
  readonly key: KeyMapping;
}

/** The function that sends the request which a relationship's resolver has prepared. */
type SendConfiguration = Readonly<Record<string, never>>;

/** The resolver bundles, by name, with their configuration. */
export interface Configurations {
  readonly 'get': GetConfiguration;
  readonly 'list': ListConfiguration;
  readonly 'list-by-identifier': ListByIdentifierConfiguration;
  readonly 'list-by-index': ListByIndexConfiguration;
  readonly 'create': CreateConfiguration;
  readonly 'update': UpdateConfiguration;
  readonly 'validated-create': CreateConfiguration & ValidatedConfiguration;
  readonly 'validated-update': UpdateConfiguration & ValidatedConfiguration;
  readonly 'delete': DeleteConfiguration;
  readonly 'subscribe': SubscribeConfiguration;
  readonly 'has-many': RelatedRecordsConfiguration;
  readonly 'has-one': RelatedRecordsConfiguration;
  readonly 'belongs-to': BelongsToConfiguration;
  readonly 'send': SendConfiguration;
}

export type BundleName = keyof Configurations;
