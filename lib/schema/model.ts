import { type IdentifierNames } from './checks/identifier';
import { authorizationRules, type Allow, type RulesIn } from './authorization';
import { definition, type Defined, type DisabledOperation, type FieldDefinition, type IndexDefinition, type ModelDefinition, type typed } from './definition';
import { type KeyFieldName } from './key-fields';
import { type Rule } from './rule';
import { secondaryIndex, type StartIndex } from './secondary-index';

/** The fields of a model, by name: scalar fields, enums, custom types, references to those, and relationships. */
export interface ModelFields { readonly [name: string]: Defined<FieldDefinition> }

/** A model: one GraphQL type, one table. Every modifier gives a new model and leaves this one as it is. */
export interface Model<
  Fields extends ModelFields,
  Identifier extends readonly string[] = readonly ['id'],
  Indexes extends readonly Defined<IndexDefinition>[] = readonly [],
  Disabled extends DisabledOperation = never,
  Rules = unknown,
> extends Defined<ModelDefinition> {
  readonly [typed]?: { fields: Fields; identifier: Identifier; indexes: Indexes; disabled: Disabled; rules: Rules };
  /**
   * The fields that identify a record, in order: the first is the table's partition key, the rest its sort key. They have to be
   * required.
   *
   * @default - an `id` that the API makes up
   */
  identifier<const Names extends readonly string[]>(fields: IdentifierNames<Fields, Names>): Model<Fields, Names, Indexes, Disabled, Rules>;
  /**
   * Further keys to find records by: each makes an index of the table, and a query that reads it.
   *
   * @default - none but those of relationships
   */
  secondaryIndexes<const Added extends readonly Defined<IndexDefinition>[]>(
    callback: (index: StartIndex<KeyFieldName<Fields>>) => Added,
  ): Model<Fields, Identifier, Added, Disabled, Rules>;
  /**
   * The operations that the API does not have for this model.
   *
   * @default - none: the API has all of them
   */
  disableOperations<const Operations extends readonly DisabledOperation[]>(operations: Operations): Model<Fields, Identifier, Indexes, Operations[number], Rules>;
  /**
   * How many records a page of a list has where a request does not say, of the list operation and of the queries of indexes: a whole number
   * from 1 to 1,000. Relationships have limits of their own.
   *
   * @default 100
   */
  limit(records: number): Model<Fields, Identifier, Indexes, Disabled, Rules>;
  /**
   * Who may use this model. Fields that rules name and the model does not declare are added to its records: clients can read them.
   *
   * @default - the rules of the schema
   */
  authorization<const Given extends Rule | readonly Rule[]>(callback: (allow: Allow) => Given): Model<Fields, Identifier, Indexes, Disabled, RulesIn<Given>>;
}

export function model<
  Fields extends ModelFields,
  Identifier extends readonly string[] = readonly ['id'],
  Indexes extends readonly Defined<IndexDefinition>[] = readonly [],
  Disabled extends DisabledOperation = never,
  Rules = unknown,
>(current: ModelDefinition): Model<Fields, Identifier, Indexes, Disabled, Rules> {
  return {
    [definition]: current,
    identifier: (fields) => model({ ...current, identifier: [...fields] }),
    secondaryIndexes: (callback) => model({
      ...current,
      indexes: [...callback((partitionKey) => secondaryIndex({ kind: 'index', partitionKey, sortKeys: [] }))],
    }),
    disableOperations: (operations) => model({ ...current, disabledOperations: [...operations] }),
    limit: (limit) => model({ ...current, limit }),
    authorization: (callback) => model({ ...current, authorization: authorizationRules(callback) }),
  };
}
