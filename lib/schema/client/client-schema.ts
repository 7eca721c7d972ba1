import { type CustomType } from '../custom-type';
import { type EnumType } from '../enum';
import { type Defined, type OperationDefinition } from '../definition';
import { type RuledTypes } from '../ruled-types';
import { type Schema } from '../schema';
import { type ClientModel } from './client-model';
import { type ClientOperationOf } from './client-operation';
import { type InlineValue } from './field-value';
import { type SelectionSetDepth } from './flat-model';

/** What {@link ClientSchema} can be told. */
export interface ClientSchemaOptions {
  /**
   * How many relationships a path of a selection set may lead through: `members.team.mantra` leads through two. Fewer make less work
   * for the compiler.
   *
   * @default 5
   */
  selectionSetDepth?: SelectionSetDepth;
}

type DepthOf<Options> = Options extends { selectionSetDepth: infer Depth extends SelectionSetDepth } ? Depth : 5;

/**
 * The type of a schema's clients.
 *
 * @example
 * export type Schema = ClientSchema<typeof schema>;
 * const client = generateClient<Schema>(); // of aws-amplify/data
 * type Team = Schema['Team']['type'];
 */
export type ClientSchema<Of extends Schema, Options extends ClientSchemaOptions = ClientSchemaOptions> =
  Of extends Schema<infer Types, infer Rules> ? ClientTypes<RuledTypes<Types, Rules>, DepthOf<Options>> : never;

type ClientTypes<Types, Depth extends SelectionSetDepth> = {
  [Name in keyof Types & string]: ClientType<Types, Name, Depth>;
};

type ClientType<Types, Name extends keyof Types & string, Depth extends SelectionSetDepth> =
  Types[Name] extends EnumType<infer Values> ? { __entityType: 'enum'; type: Values[number] }
    : Types[Name] extends CustomType ? { __entityType: 'customType'; type: InlineValue<Types, Types[Name]> }
      : Types[Name] extends Defined<OperationDefinition> ? ClientOperationOf<Types, Types[Name]>
        : ClientModel<Name, Types, Depth>;
