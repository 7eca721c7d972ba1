import { type DisabledOperation, type typed } from '../definition';
import { type OptionalName, type RelationshipName, type RequiredName } from '../field-names';
import { type ManyToMany } from '../many-to-many';
import { type Model } from '../model';
import { type Relationship } from '../relationship';
import { type ClientModel } from './client-model';
import { type FieldValue } from './field-value';
import { type ListLoader, type RecordLoader } from './loader';
import { type RuleFields } from './rule-fields';

/** What the API adds to a model that does not declare it. */
export type ImpliedFields<Fields, Identifier> =
  & (Identifier extends readonly ['id'] ? 'id' extends keyof Fields ? unknown : { readonly id: string } : unknown)
  & ('createdAt' extends keyof Fields ? unknown : { readonly createdAt: string })
  & ('updatedAt' extends keyof Fields ? unknown : { readonly updatedAt: string });

/** A record as a client reads it. Relationships are functions that load the related records. */
export type ClientRecord<Types, Fields, Identifier, Rules> =
  & { [Name in RequiredName<Fields>]: FieldValue<Types, Fields[Name]> }
  & { [Name in OptionalName<Fields>]?: FieldValue<Types, Fields[Name]> }
  & ImpliedFields<Fields, Identifier>
  & RuleFields<Rules, Fields>
  & { [Name in LoaderName<Types, Fields>]: Loader<Types, Fields[Name]> };

/** The names of the relationships that can be loaded. */
type LoaderName<Types, Fields> =
  Fields extends unknown ? { [Name in RelationshipName<Fields>]: Fields[Name] extends WithoutLoader<Types> ? never : Name }[RelationshipName<Fields>] : never;

/** Relationships with a model that lacks the operation which a loader sends; and those of many to many, for which the client has no request. */
type WithoutLoader<Types> =
  | ManyToMany<string, string>
  | Relationship<'hasMany' | 'hasOne', NameWithout<Types, 'queries' | 'list'>, readonly string[]>
  | Relationship<'belongsTo', NameWithout<Types, 'queries' | 'get'>, readonly string[]>;

/** The names of the models in which one of these operations is disabled. */
type NameWithout<Types, Operations extends DisabledOperation> =
  { [Name in keyof Types]: Types[Name] extends WholeModel ? never : Lacks<Types[Name], Operations> extends true ? Name : never }[keyof Types] & string;

/** A model in which nothing is disabled. */
interface WholeModel { readonly [typed]?: { disabled: never } }

type Lacks<Type, Operations extends DisabledOperation> =
  Type extends Model<any, any, any, infer Disabled> ? [Disabled & Operations] extends [never] ? false : true : false;

type Loader<Types, Field> =
  Field extends Relationship<infer Kind, infer Related, readonly string[]>
    ? Kind extends 'hasMany' ? ListLoader<RelatedRecord<Types, Related>> : RecordLoader<RelatedRecord<Types, Related>>
    : never;

type RelatedRecord<Types, Name> = Name extends keyof Types & string ? ClientModel<Name, Types>['type'] : never;
