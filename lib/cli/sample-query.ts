import { getNamedType, isLeafType, isObjectType, isRequiredArgument, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { buildAppSyncSchema } from '../local/graphql';

/** A query that needs no arguments: the first such field of the schema, with the plain fields of what it returns. */
export function sampleQuery(definition: string): string {
  const query = buildAppSyncSchema(definition).getQueryType()!;
  const field = Object.values(query.getFields()).find(({ args }) => !args.some(isRequiredArgument));
  const selected = field && select(field, 2);
  return `{ ${selected ?? '__typename'} }`;
}

/** A field with what it selects, undefined when there is nothing to select without going deeper. */
function select(field: GraphQLField<unknown, unknown>, depth: number): string | undefined {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return field.name;
  if (depth === 0 || !isObjectType(type)) return undefined;
  const fields = plainFields(type, depth - 1);
  return fields.length ? `${field.name} { ${fields.join(' ')} }` : undefined;
}

/** A connection's items are what a list query is for; elsewhere relationships are left out. */
function plainFields(type: GraphQLObjectType, depth: number): string[] {
  return Object.values(type.getFields())
    .filter((field) => !field.args.some(isRequiredArgument) && (field.name === 'items' || isLeafType(getNamedType(field.type))))
    .flatMap((field) => select(field, depth) ?? []);
}
