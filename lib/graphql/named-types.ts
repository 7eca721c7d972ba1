import { customTypeNames, type CustomType, type EnumType } from '../model';
import { type Definition } from './definitions';
import { inputType, outputType } from './field-types';

export function enumDefinition({ graphqlType, values }: EnumType): Definition {
  return { kind: 'enum', name: graphqlType, values };
}

/** A custom type, where something gives values of it, and the input that it is written with. */
export function customTypeDefinitions({ graphqlType, fields, inputOnly }: CustomType, directives: readonly string[]): Definition[] {
  return [
    ...(inputOnly ? [] : [{ kind: 'type' as const, name: graphqlType, fields: fields.map((field) => ({ name: field.name, type: outputType(field) })), directives }]),
    { kind: 'input', name: customTypeNames.input(graphqlType), fields: fields.map((field) => ({ name: field.name, type: inputType(field) })) },
  ];
}
