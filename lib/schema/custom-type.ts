import { definition, type CustomTypeDefinition, type CustomTypeFieldDefinition, type Defined, type typed } from './definition';

/** The fields of a custom type, by name. */
export interface CustomTypeFields { readonly [name: string]: Defined<CustomTypeFieldDefinition> }

/** An object that is stored inside a record: a type of the schema, or the type of one field. */
export interface CustomType<Fields extends CustomTypeFields = CustomTypeFields> extends Defined<CustomTypeDefinition> {
  readonly [typed]?: { fields: Fields };
}

export function customType<Fields extends CustomTypeFields>(fields: Fields): CustomType<Fields> {
  return { [definition]: { kind: 'customType', fields: { ...fields } } };
}
