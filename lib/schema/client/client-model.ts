import { type CustomType } from '../custom-type';
import { type EnumType } from '../enum';
import { type Model } from '../model';
import { type InlineValue } from './field-value';
import { type FlatModel, type SelectionSetDepth } from './flat-model';
import { type CreateInput, type RecordIdentifier, type UpdateInput } from './inputs';
import { type IndexQueries, type ListKeyOptions } from './key-conditions';
import { type DisabledOperations } from './operations';
import { type ClientRecord } from './record';

type FieldsOf<Type> = Type extends Model<infer Fields, any, any, any> ? Fields : never;
type IdentifierOf<Type> = Type extends Model<any, infer Identifier, any, any> ? Identifier : never;
type IndexesOf<Type> = Type extends Model<any, any, infer Indexes, any> ? Indexes : never;
type RulesOf<Type> = Type extends Model<any, any, any, any, infer Rules> ? Rules : never;
type DisabledOf<Type> = Type extends Model<any, any, any, infer Disabled> ? Disabled : never;

/** The types that a field declares in place, by the name of the field. */
type NestedTypes<Types, Fields> = {
  [Name in keyof Fields as Fields[Name] extends EnumType | CustomType ? Name : never]: {
    __entityType: Fields[Name] extends EnumType ? 'enum' : 'customType';
    type: InlineValue<Types, Fields[Name]>;
  };
};

/**
 * What a client knows of a model: `Schema['Team']`.
 *
 * Members are not written as aliases but as mapped types, so that an editor shows fields and values, and no name of ours.
 */
export interface ClientModel<Name extends keyof Types & string, Types, Depth extends SelectionSetDepth = 5> {
  __entityType: 'model';
  /** A record as it is read; relationships are functions that load the related records. */
  type: { [Field in keyof ClientRecord<Types, FieldsOf<Types[Name]>, IdentifierOf<Types[Name]>, RulesOf<Types[Name]>>]: ClientRecord<Types, FieldsOf<Types[Name]>, IdentifierOf<Types[Name]>, RulesOf<Types[Name]>>[Field] };
  /** What a create takes. */
  createType: { [Field in keyof CreateInput<Types, FieldsOf<Types[Name]>, IdentifierOf<Types[Name]>>]: CreateInput<Types, FieldsOf<Types[Name]>, IdentifierOf<Types[Name]>>[Field] };
  /** What an update takes: the identifier, and what changes. */
  updateType: { [Field in keyof UpdateInput<Types, FieldsOf<Types[Name]>, IdentifierOf<Types[Name]>>]: UpdateInput<Types, FieldsOf<Types[Name]>, IdentifierOf<Types[Name]>>[Field] };
  /** What a delete takes. */
  deleteType: RecordIdentifier<Types, FieldsOf<Types[Name]>, IdentifierOf<Types[Name]>>;
  /** What identifies a record. */
  identifier: RecordIdentifier<Types, FieldsOf<Types[Name]>, IdentifierOf<Types[Name]>>;
  /** The enums and custom types that are declared in a field. */
  nestedTypes: NestedTypes<Types, FieldsOf<Types[Name]>>;
  /** The queries that read declared indexes. */
  secondaryIndexes: IndexQueries<Types, Name, FieldsOf<Types[Name]>, IndexesOf<Types[Name]>>;
  /** What the client needs beside. */
  __meta: {
    listOptionsPkParams: ListKeyOptions<Types, FieldsOf<Types[Name]>, IdentifierOf<Types[Name]>>;
    /** The client looks at it in schemas of its own only. */
    rawType: any;
    flatModel: FlatModel<Types, FieldsOf<Types[Name]>, IdentifierOf<Types[Name]>, RulesOf<Types[Name]>, Depth>;
    disabledOperations: DisabledOperations<DisabledOf<Types[Name]>>;
  };
}
