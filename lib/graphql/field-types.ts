import { type Field } from '../model';

/** A field's type in GraphQL: `[String!]!`. */
export function outputType({ type: { graphqlType }, required, list }: Field): string {
  const element = list ? `[${nonNull(graphqlType, list.elementRequired)}]` : graphqlType;
  return nonNull(element, required);
}

/** The same in an input where the field may be left out. */
export function optionalType(field: Field): string {
  return outputType({ ...field, required: false });
}

export function nonNull(type: string, required = true): string {
  return required ? `${type}!` : type;
}
