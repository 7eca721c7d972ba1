import { scalarField, type ScalarField } from './field';
import { model, type Model, type ModelFields } from './model';
import { relationship, type References } from './relationship';
import { scalars, type ScalarName } from './scalars';
import { schema, type Schema, type SchemaModels } from './schema';

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

  /** A data model: its models by name. */
  schema: <Models extends SchemaModels>(models: Models): Schema<Models> => schema({ kind: 'schema', models: { ...models } }),

  /** A model: its fields by name. It has an `id`, `createdAt` and `updatedAt` of its own. */
  model: <Fields extends ModelFields>(fields: Fields): Model<Fields> => model({ kind: 'model', fields: { ...fields } }),

  /** Many records of the related model belong to a record of this one. The reference fields stand on the related model. */
  hasMany: <const Name extends string, const Names extends References>(related: Name, references: Names) => relationship('hasMany', related, references),

  /** One record of the related model belongs to a record of this one. The reference fields stand on the related model. */
  hasOne: <const Name extends string, const Names extends References>(related: Name, references: Names) => relationship('hasOne', related, references),

  /** A record of this model belongs to a record of the related one. The reference fields stand on this model. */
  belongsTo: <const Name extends string, const Names extends References>(related: Name, references: Names) => relationship('belongsTo', related, references),
} as const;
