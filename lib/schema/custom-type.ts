import { definition, type CustomTypeDefinition, type CustomTypeFieldDefinition, type Defined } from './definition';

/** The fields of a custom type, by name. */
export type CustomTypeFields = Readonly<Record<string, Defined<CustomTypeFieldDefinition>>>;

/** An object that is stored inside a record: a type of the schema, or the type of one field. */
export interface CustomType<Fields extends CustomTypeFields = CustomTypeFields> extends Defined<CustomTypeDefinition & { readonly fields: Fields }> {}

export function customType<Fields extends CustomTypeFields>(fields: Fields): CustomType<Fields> {
  return { [definition]: { kind: 'customType', fields: { ...fields } } };
}
