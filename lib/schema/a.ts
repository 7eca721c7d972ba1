import { type CheckedFields } from './checks/model';
import { type CheckedTypes } from './checks/schema';
import { combine } from './combine';
import { customType, type CustomType, type CustomTypeFields } from './custom-type';
import { enumType, type EnumType } from './enum';
import { scalarField, type ScalarField } from './field';
import { handler } from './handler';
import { manyToMany, type JoinOptions } from './many-to-many';
import { model, type Model, type ModelFields } from './model';
import { callableOperation, customSubscription } from './operation';
import { refField, type RefField } from './ref';
import { hasMany, relationship, type References } from './relationship';
import { scalars, type ScalarName } from './scalars';
import { schema, type Schema, type SchemaTypes } from './schema';

type ScalarFields = { readonly [Name in ScalarName]: () => ScalarField<Name> };

const scalarFields = Object.fromEntries(
  (Object.keys(scalars) as ScalarName[]).map((name) => [name, () => scalarField(name)]),
) as ScalarFields;

/**
 * The words that a data model is written in.
 *
 * @example
 * const schema = a.schema({
 *   Member: a.model({ name: a.string().required(), teamId: a.id(), team: a.belongsTo('Team', 'teamId') }),
 *   Team: a.model({ mantra: a.string().required(), members: a.hasMany('Member', 'teamId') }),
 * }).authorization((allow) => allow.publicApiKey());
 */
export const a = {
  ...scalarFields,

  /** A data model: its models, enums and custom types by name. */
  schema: <Types extends SchemaTypes>(types: CheckedTypes<Types>): Schema<Types, never> => schema({ kind: 'schema', types: { ...(types as Types) } }),

  /**
   * Several schemas as one API, also with relationships between them. Each model keeps the rules of its own schema. A schema whose
   * relationships lead into another one is made with `a.part`.
   *
   * @throws SchemaError when the API is made, if two schemas declare a type of one name
   */
  combine,

  /** A schema for `a.combine`, whose relationships are checked there: they may lead into the other schemas. */
  part: <Types extends SchemaTypes>(types: Types): Schema<Types, never> => schema({ kind: 'schema', types: { ...types } }),

  /** A model: its fields by name. It has an `id`, `createdAt` and `updatedAt` of its own. */
  model: <Fields extends ModelFields>(fields: CheckedFields<Fields>): Model<Fields> => model({ kind: 'model', fields: { ...(fields as Fields) } }),

  /** A set of names of which a value is one. In a schema it is a type for `a.ref`, in a model the type of that field. */
  enum: <const Values extends readonly string[]>(values: Values): EnumType<Values> => enumType(values),

  /** An object that is stored inside a record. In a schema it is a type for `a.ref`, in a model the type of that field. */
  customType: <Fields extends CustomTypeFields>(fields: Fields): CustomType<Fields> => customType(fields),

  /**
   * A query that is no model's.
   *
   * @example
   * echo: a.query().arguments({ text: a.string().required() }).returns(a.string()).handler(a.handler.custom({ entry: './echo.ts' }))
   */
  query: () => callableOperation('query'),

  /** A mutation that is no model's. */
  mutation: () => callableOperation('mutation'),

  /**
   * A subscription that is no model's, to the results of mutations.
   *
   * @example
   * receive: a.subscription().for(a.ref('publish'))
   */
  subscription: () => customSubscription(),

  /** What serves a custom operation, or is a step of a generated one. */
  handler,

  /** A field with a value of an enum or a custom type of the schema. What an operation gives may be a model's records, too. */
  ref: <const Name extends string>(type: Name): RefField<Name> => refField(type),

  /** Many records of the related model belong to a record of this one. The reference fields stand on the related model. */
  hasMany: <const Name extends string, const Names extends References>(related: Name, references: Names) => hasMany(related, references),

  /** One record of the related model belongs to a record of this one. The reference fields stand on the related model. */
  hasOne: <const Name extends string, const Names extends References>(related: Name, references: Names) => relationship('hasOne', related, references),

  /**
   * Many records of the related model are joined with many of this one, by records of a join model that belong to one of each. The field
   * lists the related records themselves.
   *
   * @example
   * a.manyToMany('Tag', { through: 'PostTag' })
   * a.manyToMany('User', { through: 'Follow', from: 'follower', to: 'followed' })
   */
  manyToMany: <const Name extends string, const Through extends string, const From extends string | undefined = undefined, const To extends string | undefined = undefined>(
    related: Name, options: JoinOptions<Through, From, To>,
  ) => manyToMany(related, options),

  /** A record of this model belongs to a record of the related one. The reference fields stand on this model. */
  belongsTo: <const Name extends string, const Names extends References>(related: Name, references: Names) => relationship('belongsTo', related, references),
} as const;
