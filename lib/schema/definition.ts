import { type ScalarName } from './scalars';

/**
 * The key under which a builder keeps what it has collected: a symbol, so that completion shows the modifiers only, and one from
 * the global registry, so that a schema made by another copy of this package is read as well.
 */
export const definition: unique symbol = Symbol.for('cdk-appsync-data.definition');

/** Anything that carries a definition: a field, a relationship, a model, a schema. */
export interface Defined<Definition> {
  readonly [definition]: Definition;
}

/** The key under which a builder's type says what its modifiers have set, for types to read; no value ever has it. */
export declare const typed: unique symbol;

/** A field with values of a scalar type. */
export interface ScalarFieldDefinition {
  readonly kind: 'scalar';
  readonly scalar: ScalarName;
  /** Whether a value (of a list: the list itself) has to be there. */
  readonly required: boolean;
  /** Present where the field is a list. */
  readonly list?: { readonly elementRequired: boolean };
  /** The value that `create` writes where none is given. */
  readonly default?: unknown;
  /** What a value has to keep to be written. */
  readonly validation?: readonly ValidationRule[];
  /** Who may read and write it; absent for who may read and write the record. */
  readonly authorization?: readonly Defined<RuleDefinition>[];
}

/** A rule for the values of a field. */
export interface ValidationRule {
  /** The name of the rule: `minLength`. */
  readonly rule: string;
  readonly operand: string | number;
  /** What a client is told; absent for what the rule itself says. */
  readonly message?: string;
}

export type RelationshipKind = 'hasMany' | 'hasOne' | 'belongsTo';

/** A field that leads to another model. */
export interface RelationshipDefinition {
  readonly kind: RelationshipKind;
  /** The name of the related model. */
  readonly model: string;
  /** The reference fields: on this model for `belongsTo`, else on the related one. */
  readonly references: readonly string[];
  /** Whether it was declared as required, which no relationship can be: its reference fields are. */
  readonly required?: true;
  /** The field of the related model that its records are sorted by: for `hasMany` only. */
  readonly sortBy?: string;
  /** How many records a page has where a request does not say: for `hasMany` only. */
  readonly limit?: number;
  /** Who may follow it; absent for who may read the record. */
  readonly authorization?: readonly Defined<RuleDefinition>[];
}

/** A field that lists the records of a model which join records lead to. */
export interface ManyToManyDefinition {
  readonly kind: 'manyToMany';
  /** The name of the related model. */
  readonly model: string;
  /** The name of the join model. */
  readonly through: string;
  /** The belongsTo of the join model that leads to this model's records; absent where it is clear. */
  readonly from?: string;
  /** The belongsTo of the join model that leads to the related model's records; absent where it is clear. */
  readonly to?: string;
  /** Whether it was declared as required, which it can't be. */
  readonly required?: true;
  /** How many records a page has where a request does not say. */
  readonly limit?: number;
  /** Who may follow it; absent for who may read the record. */
  readonly authorization?: readonly Defined<RuleDefinition>[];
}

/** A set of names of which a value is one. */
export interface EnumDefinition {
  readonly kind: 'enum';
  readonly values: readonly string[];
}

/** An object that is stored inside a record. */
export interface CustomTypeDefinition {
  readonly kind: 'customType';
  readonly fields: Readonly<Record<string, Defined<CustomTypeFieldDefinition>>>;
}

/** A field with values of an enum or a custom type that the schema declares under a name. */
export interface RefFieldDefinition {
  readonly kind: 'ref';
  /** The name of the type. */
  readonly type: string;
  /** Whether a value (of a list: the list itself) has to be there. */
  readonly required: boolean;
  /** Present where the field is a list. */
  readonly list?: { readonly elementRequired: boolean };
  /** Who may read and write it; absent for who may read and write the record. */
  readonly authorization?: readonly Defined<RuleDefinition>[];
}

/** What a field of a custom type can be. */
export type CustomTypeFieldDefinition = ScalarFieldDefinition | EnumDefinition | CustomTypeDefinition | RefFieldDefinition;

/** What a field of a model can be. */
export type FieldDefinition = CustomTypeFieldDefinition | RelationshipDefinition | ManyToManyDefinition;

/** The attributes that an index of DynamoDB holds beside the keys. */
export type ProjectionType = 'ALL' | 'KEYS_ONLY' | 'INCLUDE';

/** A secondary index of a model's table, with a query that reads it. */
export interface IndexDefinition {
  readonly kind: 'index';
  readonly partitionKey: string;
  readonly sortKeys: readonly string[];
  /** The name of the index; absent for the one that is made from its fields. */
  readonly name?: string;
  /** The name of its query; absent for the one that is made from its fields, null for no query. */
  readonly queryField?: string | null;
  readonly projection?: { readonly type: ProjectionType; readonly nonKeyAttributes?: readonly string[] };
}

/** The operations of a model that can be left out, alone or as a group. */
export type DisabledOperation =
  | 'queries' | 'get' | 'list'
  | 'mutations' | 'create' | 'update' | 'delete'
  | 'subscriptions' | 'onCreate' | 'onUpdate' | 'onDelete';

/** Whom a rule lets in: everyone, everyone who is signed in, a record's owner, members of groups, whom a Lambda function lets in, a function. */
export type RuleStrategy = 'public' | 'private' | 'owner' | 'groups' | 'custom' | 'resource';

/** What shows who somebody is, in Amplify's words. */
export type RuleProvider = 'apiKey' | 'identityPool' | 'userPools' | 'oidc' | 'function' | 'iam';

/** What a rule can be about: `read` is `get`, `list` and `listen`. There is nothing to `sync` and `search`, as in Amplify Gen 2. */
export type RuleOperation = 'create' | 'update' | 'delete' | 'read' | 'get' | 'list' | 'sync' | 'listen' | 'search';

/** What a function can be allowed: all queries, mutations or subscriptions. */
export type ResourceOperation = 'query' | 'mutate' | 'listen';

/** Who may do something. */
export interface RuleDefinition {
  readonly kind: 'rule';
  readonly allow: RuleStrategy;
  readonly provider: RuleProvider;
  /** What it is about; absent for what every rule is about unless it says otherwise. */
  readonly operations?: readonly (RuleOperation | ResourceOperation)[];
  /** The field that names a record's owner or its groups; absent where the rule is about no record. */
  readonly field?: string;
  /** Whether that field is a list of them. */
  readonly isList?: true;
  /** The groups that are let in; absent where a field names them. */
  readonly groups?: readonly string[];
  /** The claim that says who somebody is, or which groups they are in; absent for that of Cognito. */
  readonly claim?: string;
  /** The function that is let in, or the name that the construct has it by. */
  readonly function?: string | FunctionReference;
}

export interface ModelDefinition {
  readonly kind: 'model';
  readonly fields: Readonly<Record<string, Defined<FieldDefinition>>>;
  /** The fields of the primary key, in order; absent for the usual `id`. */
  readonly identifier?: readonly string[];
  readonly indexes?: readonly Defined<IndexDefinition>[];
  readonly disabledOperations?: readonly DisabledOperation[];
  /** How many records a page of a list has where a request does not say. */
  readonly limit?: number;
  readonly authorization?: readonly Defined<RuleDefinition>[];
}

/** Code of one's own, in APPSYNC_JS. */
export interface CodeHandlerDefinition {
  readonly kind: 'code';
  /** The file that exports the functions `request` and `response`: absolute, or relative to `declaredIn`. */
  readonly entry: string;
  /** The file that declares the handler, as a path or a URL; absent where it is not known. */
  readonly declaredIn?: string;
  /** A reference to the model whose table it works on, or the name of another data source; absent where it asks none. */
  readonly dataSource?: string | Defined<RefFieldDefinition>;
}

/** A Lambda function: what is known of one where the CDK is not. */
export interface FunctionReference {
  readonly functionArn: string;
}

/** A Lambda function that is invoked. */
export interface FunctionHandlerDefinition {
  readonly kind: 'function';
  /** The function itself, or the name that the construct has it by. */
  readonly function: string | FunctionReference;
  /** Whether the operation is done once the function is invoked, before it has an answer. */
  readonly async?: true;
}

/** What serves an operation, or is a step of what does. */
export type HandlerDefinition = CodeHandlerDefinition | FunctionHandlerDefinition;

/** The mutations of a model whose results a subscription gets. */
export interface ModelMutationsDefinition {
  readonly kind: 'mutations';
  readonly model: string;
  readonly operations: readonly ('create' | 'update' | 'delete')[];
}

/** An operation that is no model's. */
export interface OperationDefinition {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly arguments: Readonly<Record<string, Defined<CustomTypeFieldDefinition>>>;
  /** What it gives; absent for what its mutations or an asynchronous function say. A reference may lead to a model here. */
  readonly returns?: Defined<CustomTypeFieldDefinition>;
  /** What serves it, one step after the other. */
  readonly handlers?: readonly Defined<HandlerDefinition>[];
  /** Of a subscription: the mutations whose results it gets. A reference names a custom mutation. */
  readonly sources?: readonly Defined<RefFieldDefinition | ModelMutationsDefinition>[];
  readonly authorization?: readonly Defined<RuleDefinition>[];
}

/** What a schema declares under a name. */
export type TypeDefinition = ModelDefinition | EnumDefinition | CustomTypeDefinition | OperationDefinition;

export interface SchemaDefinition {
  readonly kind: 'schema';
  readonly types: Readonly<Record<string, Defined<TypeDefinition>>>;
  /** Names that more than one of the combined schemas declares. */
  readonly duplicates?: readonly string[];
  readonly authorization?: readonly Defined<RuleDefinition>[];
  /** The rules for functions of the combined schemas, whatever rules of its own this one gets. */
  readonly resources?: readonly Defined<RuleDefinition>[];
}
