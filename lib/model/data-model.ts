import { type FunctionReference, type RelationshipKind, type RuleProvider, type RuleStrategy, type ScalarType, type ValidationRule, type ValidationRuleName } from '../schema';
import { type OperationName, type RootType } from './operations';

/** A schema whose names are all resolved and whose rules are all kept: what everything after it is derived from. */
export interface DataModel {
  /** In the order of the schema. */
  readonly models: readonly Model[];
  /** Those that the schema names, then those that fields declare inline. */
  readonly enums: readonly EnumType[];
  /** Those that the schema names, then those that fields declare inline. */
  readonly customTypes: readonly CustomType[];
  /** The operations that are no model's, in the order of the schema. */
  readonly customOperations: readonly CustomOperation[];
  /** How clients can show who they are, the default first. */
  readonly authorizationModes: readonly AuthorizationMode[];
  /** The functions that may use all queries, mutations or subscriptions. */
  readonly resources: readonly ResourceAccess[];
}

/** A way to show who one is, in the words of `authorizationModes`. */
export type AuthorizationMode = 'apiKey' | 'userPool' | 'openIdConnect' | 'iam' | 'lambda';

/** What a rule can be about once `read` and what there is nothing of are resolved. */
export type AccessOperation = 'create' | 'update' | 'delete' | 'get' | 'list' | 'listen';

/** Who may do something: somebody who has come in by a mode, of whom all of the following is true. */
export interface AuthorizationRule {
  readonly allow: Exclude<RuleStrategy, 'resource'>;
  readonly mode: AuthorizationMode;
  /** As the schema has it. */
  readonly provider: RuleProvider;
  /** As the schema has them: `read` may be among them. Empty where the rule is about a whole operation. */
  readonly declaredOperations: readonly string[];
  readonly operations: readonly AccessOperation[];
  /** Members of one of these groups. */
  readonly groups?: readonly string[];
  /** Owners of the record, or members of its groups: the field names those. */
  readonly field?: Field;
  /** The claim that says who somebody is, or which groups they are in; absent for Cognito's own. */
  readonly claim?: string;
}

/** A function that may use the API. */
export interface ResourceAccess {
  readonly function: string | FunctionReference;
  readonly roots: readonly RootType[];
}

export interface Model {
  readonly name: string;
  /** The name as generated names have it, first letter upper-cased: `Team` in `getTeam` and `ModelTeamConnection`. */
  readonly typeStem: string;
  /** The plural, as the list operation has it: `People`. */
  readonly plural: string;
  /** The names of the model's operations, also of disabled ones: `{ get: 'getTeam', list: 'listTeams', ... }`. */
  readonly operations: Readonly<Record<OperationName, string>>;
  /** The operations that the API has for it. */
  readonly availableOperations: readonly OperationName[];
  /** Fields with values and those that lead to other models, in the order of the GraphQL type: declared ones, then implied ones. */
  readonly members: readonly (Field | Relationship | ManyToMany)[];
  readonly fields: readonly Field[];
  readonly relationships: readonly Relationship[];
  readonly manyToMany: readonly ManyToMany[];
  /** The fields that identify a record, in order. */
  readonly identifier: readonly Field[];
  /** Whether the identifier is another than an `id`. */
  readonly hasCustomIdentifier: boolean;
  /** Whether the list operation takes the identifier's fields as arguments. */
  readonly listsByIdentifier: boolean;
  /** The argument with a condition on the rest of the identifier, where there is any: the fields' names joined in camel case. */
  readonly sortArgument?: string;
  readonly primaryKey: Key;
  /** The secondary indexes of the model's table: declared ones, then those of relationships. */
  readonly indexes: readonly Index[];
  /** How many records a page of its lists has where a request does not say; absent for the default. */
  readonly pageSize?: number;
  readonly authorization: readonly AuthorizationRule[];
}

/** What kind of values a field has. */
export type FieldType = ScalarFieldType | EnumType | CustomType;

export interface ScalarFieldType extends ScalarType {
  readonly kind: 'scalar';
}

/** A set of names of which a value is one. */
export interface EnumType {
  readonly kind: 'enum';
  readonly graphqlType: string;
  /** What it is filtered by where it has no filter input of its own: in subscriptions, and as a sort key. */
  readonly filterType: 'String';
  readonly keyType: 'S';
  readonly values: readonly string[];
}

/** An object that is stored inside a record. */
export interface CustomType {
  readonly kind: 'customType';
  readonly graphqlType: string;
  readonly keyType?: undefined;
  readonly fields: readonly Field[];
  /** Whether it stands inline in an argument: nothing gives values of it. */
  readonly inputOnly?: true;
}

/** A field with a value of its own, of a model or of a custom type. */
export interface Field {
  readonly kind: 'value';
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly list?: { readonly elementRequired: boolean };
  readonly default?: unknown;
  /** What a value has to keep to be written; absent where every value of the type will do. */
  readonly validation?: readonly FieldRule[];
  /** Whether the schema declares it; the API adds `id`, `createdAt` and `updatedAt` where it does not, and the fields that rules name. */
  readonly declared: boolean;
  /** Whether the API gives it a value where a client does not: an identifying `id`, `createdAt`, `updatedAt`. */
  readonly written: boolean;
  /** Who may read and write it; absent for who may read and write the record. */
  readonly authorization?: readonly AuthorizationRule[];
}

/** A rule for the values of a field, with what a client is told of one that breaks it. */
export interface FieldRule {
  readonly rule: ValidationRuleName;
  readonly operand: ValidationRule['operand'];
  readonly message: string;
}

export interface Relationship {
  readonly kind: RelationshipKind;
  readonly name: string;
  /** The model that the field stands on. */
  readonly model: Model;
  readonly related: Model;
  /** The reference fields, in the order of the identifier that they stand for. */
  readonly references: readonly Field[];
  /** The key over the reference fields. */
  readonly key: Key;
  /** The other side, where it is declared. */
  readonly opposite?: Relationship;
  /** The index of the related model's table that lists the related records; none for `belongsTo`. */
  readonly index?: Index;
  /** hasMany: the field that the related records are sorted by; absent where the schema names none. */
  readonly sortField?: Field;
  /** hasMany: how many records a page has where a request does not say; absent for the default. */
  readonly pageSize?: number;
  /** Who may follow it; absent for who may read the record. */
  readonly authorization?: readonly AuthorizationRule[];
}

/** Records of a model that join records lead to. */
export interface ManyToMany {
  readonly kind: 'manyToMany';
  readonly name: string;
  /** The model that the field stands on. */
  readonly model: Model;
  readonly related: Model;
  readonly through: Model;
  /** The belongsTo of the join model that leads to this model's records. */
  readonly from: Relationship;
  /** The belongsTo of the join model that leads to the records that are listed. */
  readonly to: Relationship;
  /** The index of the join model's table over the references of `from`. */
  readonly index: Index;
  /** How many records a page has where a request does not say; absent for the default. */
  readonly pageSize?: number;
  /** Who may follow it; absent for who may read the record. */
  readonly authorization?: readonly AuthorizationRule[];
}

/** A primary key or an index key. */
export interface Key {
  /** The fields that it is made of, in order. */
  readonly fields: readonly Field[];
  readonly partition: KeyAttribute;
  readonly sort?: KeyAttribute;
}

/** An attribute of a DynamoDB key. */
export interface KeyAttribute {
  /** The field's name; for several fields, their names joined with `#`, as their values are. */
  readonly name: string;
  readonly type: 'S' | 'N';
  readonly fields: readonly Field[];
}

export interface Index {
  readonly name: string;
  readonly key: Key;
  /** The fields that it holds beside the keys; absent where it holds whole records. */
  readonly projection?: readonly Field[];
  /** How a client reads it, where the schema declares it; the index of a relationship is read through the relationship. */
  readonly declared?: {
    /** The name of its query; null where it has none. */
    readonly query: string | null;
    /** The argument with a condition on the sort key, where there is one. */
    readonly sortArgument?: string;
  };
}

/** An operation that is no model's. */
export interface CustomOperation {
  readonly root: RootType;
  readonly name: string;
  readonly arguments: readonly Field[];
  readonly result: OperationResult;
  /** What serves it, one step after the other; none for a subscription that leaves all to AppSync. */
  readonly handlers: readonly Handler[];
  /** Of a subscription: the names of the mutations whose results it gets. */
  readonly publishedBy: readonly string[];
  readonly authorization: readonly AuthorizationRule[];
}

/** What an operation gives. */
export interface OperationResult extends Pick<Field, 'required' | 'list'> {
  readonly type: FieldType | ModelType;
}

/** Records of a model, as what an operation gives. */
export interface ModelType {
  readonly kind: 'model';
  readonly graphqlType: string;
}

/** What serves an operation, or is a step of what does. */
export type Handler = CodeHandler | FunctionHandler;

/** Code of one's own. */
export interface CodeHandler {
  readonly kind: 'code';
  /** The file: absolute, or relative to `declaredIn`, or to the working directory where that is not known. */
  readonly entry: string;
  /** The file that declares it, as a path or a URL. */
  readonly declaredIn?: string;
  /** The model whose table it works on, or the name of another data source; absent where it asks none. */
  readonly dataSource?: { readonly model: string } | { readonly name: string };
}

/** A Lambda function that is invoked. */
export interface FunctionHandler {
  readonly kind: 'function';
  /** The function itself, or the name that the construct has it by. */
  readonly function: string | FunctionReference;
  /** Whether the operation does not wait for what it gives. */
  readonly async: boolean;
}
