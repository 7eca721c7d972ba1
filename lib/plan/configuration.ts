/**
 * What the resolvers in `resolvers/` are configured with. A bundle is one code for all models; its configuration, a constant in
 * front of it, says which fields and keys it works on.
 */

/** Key attributes, each with the fields that its value is made of: several values are joined with `#`. */
export type KeyMapping = Readonly<Record<string, readonly string[]>>;

/**
 * How AppSync has let a caller in, as `util.authType()` has it; and of IAM, as `cognitoIdentityAuthType` has it, users and guests of an
 * identity pool.
 */
export type CallerKind =
  | 'API Key Authorization' | 'User Pool Authorization' | 'Open ID Connect Authorization' | 'Lambda Authorization' | 'IAM Authorization' | 'authenticated' | 'unauthenticated';

/** Who may do something, by how they were let in: all of them, or those that meet a rule. What is absent lets nobody do it. */
export type AccessConfiguration = Readonly<Partial<Record<CallerKind, true | readonly CallerRule[]>>>;

/** Members of groups, or those who have something to do with the record. */
export interface CallerRule {
  /** The groups that are let in; absent where a field of the record says who is. */
  readonly groups?: readonly string[];
  /** The field that names the record's owner or its group. */
  readonly field?: string;
  /** Whether it names several. */
  readonly isList?: true;
  /** Whether it names owners. */
  readonly isOwner?: true;
  /** The claim that says who the caller is, or in which groups; absent for that of a user pool. */
  readonly claim?: string;
}

/** Who may use each of those fields that have rules of their own. */
export type FieldAccess = Readonly<Record<string, AccessConfiguration>>;

/**
 * Those who may hear of a mutation: kinds of callers, `kind/claim/group` for members of a group, and `own|kind|model|field|...` for those
 * whom a field of the record names. What they may not read has to be left out of its result, as that is what they get.
 */
export type Audience = readonly string[];

/** What AppSync's directives alone do not decide about. */
export interface GuardedConfiguration {
  readonly access: AccessConfiguration;
}

/** A mutation with rules that need more than a caller's mode. */
export interface GuardedMutationConfiguration extends GuardedConfiguration {
  /** Who may write those fields that have rules of their own. */
  readonly fields?: FieldAccess;
  /** Who may read the record, and those fields: a condition tells as much. */
  readonly reading?: GuardedConfiguration & { readonly fields?: FieldAccess };
  /** Present where some of them may not read all that leads on from the result. */
  readonly audience?: Audience;
}

/** A page of a model whose rules need more than a caller's mode. */
export interface GuardedReadConfiguration extends GuardedConfiguration {
  /** Who may read those fields that have rules of their own: a filter by them, or their order, tells as much. */
  readonly fields?: FieldAccess;
}

/** A field that not everyone may read, or follow, who may read the record that it stands on. */
export interface GuardedFieldConfiguration {
  /** The field's own rules, about the record that it stands on; absent where it has none. */
  readonly own?: AccessConfiguration;
  /** Those that may hear of some mutation and may not read this. */
  readonly hides?: Audience;
}

/** A field with a value of its own. */
export interface FieldConfiguration extends GuardedFieldConfiguration {
  /** Whether it names owners by several claims, of which clients get what follows the first. */
  readonly isName?: true;
}

/** A relationship with one record, of a model whose rules need more than a caller's mode. */
export interface GuardedRelationshipConfiguration extends GuardedFieldConfiguration, GuardedConfiguration {}

/** An operation with steps of the user's own. */
export interface GuardedPipelineConfiguration {
  /** Absent where the caller's mode says it all, or a step of the pipeline asks. */
  readonly access?: AccessConfiguration;
  readonly audience?: Audience;
}

/** A query for one record. */
export interface GetConfiguration {
  readonly key: KeyMapping;
}

/** How a page of records is read. */
export interface PageConfiguration {
  /** How many records a page has where a client does not say; absent for 100. */
  readonly pageSize?: number;
  /** Whether steps of the user's own come after it is read. */
  readonly stepsAfter?: true;
}

/** A query for a page of records: a Query where its filter leads to one of the keys, else a Scan. */
export interface ListConfiguration extends PageConfiguration {
  /** The keys of the table and of those indexes that hold whole records. */
  readonly keys: readonly ListKeyConfiguration[];
}

/** A key that a filter may lead to. */
export interface ListKeyConfiguration {
  /** Absent for the table's own key. */
  readonly index?: string;
  /** The fields that it is made of: from the third on, those from the second on are joined in one attribute. */
  readonly fields: readonly string[];
  /** Those of them that a filter has to have a condition on: a record without a value is not in the index, and an order tells of fields with rules of their own. */
  readonly asked?: readonly string[];
}

/** Arguments that ask for records by a key. */
export interface KeyArguments {
  /** Absent for the table's own key. */
  readonly index?: string;
  /** The argument that is the partition key. */
  readonly partition: string;
  readonly sort?: SortArgument;
}

/** A query for a page of records that takes the identifier's fields as arguments. */
export interface ListByIdentifierConfiguration extends ListConfiguration, KeyArguments {}

/** A query for a page of records that takes the fields of an index as arguments. */
export interface ListByIndexConfiguration extends PageConfiguration, KeyArguments {
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

/** What needs to know nothing of a model. */
type NoConfiguration = Readonly<Record<string, never>>;

/** hasOne: the index to query, and how its key follows from the parent record. */
export interface RelatedRecordsConfiguration {
  readonly index: string;
  readonly key: KeyMapping;
}

/** hasMany: the same, for pages. */
export interface HasManyConfiguration extends RelatedRecordsConfiguration, PageConfiguration {
  /** The field that the index sorts by beyond the key, where there is one. DynamoDB takes no filter on it, but a condition. */
  readonly sortedBy?: string;
  /** The argument with such a condition, where the field has one. */
  readonly sort?: SortArgument;
}

/** manyToMany: the index of the join model's table, and the belongsTo of the join model that leads to the records. */
export interface ManyToManyConfiguration extends RelatedRecordsConfiguration, PageConfiguration {
  /** As of a hasMany. */
  readonly sortedBy?: string;
  readonly through: string;
}

/** belongsTo: how the related record's key follows from the references. */
export interface BelongsToConfiguration {
  readonly key: KeyMapping;
}

/** The function that reads the records which those of a page belong to. */
export interface RelatedConfiguration {
  /** How they follow, by the field that leads to them. */
  readonly belongsTo: Readonly<Record<string, RelatedTable>>;
}

export interface RelatedTable extends BelongsToConfiguration {
  /** In a plan the name of the model whose table it is, in the code the table's own. */
  readonly table: string;
}

/** A Lambda function that is invoked. */
export interface InvokeConfiguration {
  /** Whether its result is waited for. */
  readonly waits: boolean;
}

/** A subscription. */
export interface SubscriptionConfiguration extends GuardedConfiguration {
  /** Who may read those fields that have rules of their own. */
  readonly fields?: FieldAccess;
}

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
  readonly 'pipeline': NoConfiguration;
  readonly 'subscribe': NoConfiguration;
  readonly 'has-many': HasManyConfiguration;
  readonly 'has-one': RelatedRecordsConfiguration;
  readonly 'many-to-many': ManyToManyConfiguration;
  readonly 'belongs-to': BelongsToConfiguration;
  readonly 'read': NoConfiguration;
  readonly 'related': RelatedConfiguration;
  readonly 'invoke': InvokeConfiguration;
  readonly 'guarded-get': GetConfiguration & GuardedConfiguration;
  readonly 'guarded-create': CreateConfiguration & GuardedMutationConfiguration & Partial<ValidatedConfiguration>;
  readonly 'guarded-update': UpdateConfiguration & GuardedMutationConfiguration & Partial<ValidatedConfiguration>;
  readonly 'guarded-delete': DeleteConfiguration & GuardedMutationConfiguration;
  readonly 'guarded-has-many': HasManyConfiguration & GuardedFieldConfiguration;
  readonly 'guarded-has-one': RelatedRecordsConfiguration & GuardedRelationshipConfiguration;
  readonly 'guarded-many-to-many': ManyToManyConfiguration & GuardedRelationshipConfiguration;
  readonly 'guarded-belongs-to': BelongsToConfiguration & GuardedRelationshipConfiguration;
  readonly 'field': FieldConfiguration;
  readonly 'guarded-read': GuardedReadConfiguration;
  readonly 'guarded-subscribe': NoConfiguration;
  readonly 'guarded-pipeline': GuardedPipelineConfiguration;
  readonly 'authorize': GuardedConfiguration;
  readonly 'subscription': SubscriptionConfiguration;
}

export type BundleName = keyof Configurations;
