import { type GraphQLField } from 'graphql';

/** Arguments that are null count as absent: the default applies, or there is none. */
export function withoutNulls(args: Readonly<Record<string, unknown>>, field: GraphQLField<unknown, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(args)
    .map(([name, value]) => [name, value ?? field.args.find((definition) => definition.name === name)?.defaultValue])
    .filter(([, value]) => value != null));
}
