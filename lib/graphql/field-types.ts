import { customTypeNames, type Field, type FieldType, type OperationResult } from '../model';

/** A type in GraphQL, of a field or of what an operation gives: `[String!]!`. */
export function outputType(field: Field | OperationResult): string {
  return typeOf(field, field.type.graphqlType);
}

/** The same in an input, where custom types have inputs of their own. */
export function inputType(field: Field): string {
  return typeOf(field, inputName(field.type));
}

/** The same in an input where the field may be left out. */
export function optionalType(field: Field): string {
  return inputType({ ...field, required: false });
}

function typeOf({ required, list }: Pick<Field, 'required' | 'list'>, name: string): string {
  const element = list ? `[${nonNull(name, list.elementRequired)}]` : name;
  return nonNull(element, required);
}

function inputName({ kind, graphqlType }: FieldType): string {
  return kind === 'customType' ? customTypeNames.input(graphqlType) : graphqlType;
}

export function nonNull(type: string, required = true): string {
  return required ? `${type}!` : type;
}
