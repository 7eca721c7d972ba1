import { definition, type Defined, type EnumDefinition, type typed } from './definition';

/** A set of names of which a value is one: a type of the schema, or the type of one field. */
export interface EnumType<Values extends readonly string[] = readonly string[]> extends Defined<EnumDefinition> {
  readonly [typed]?: { values: Values };
}

export function enumType<const Values extends readonly string[]>(values: Values): EnumType<Values> {
  return { [definition]: { kind: 'enum', values } };
}
