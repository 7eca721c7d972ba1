import { getNamedType, isLeafType, isObjectType, isRequiredArgument, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { buildAppSyncSchema } from '../local/graphql';

/** What every schema answers. */
export const emptyQuery = '{ __typename }';

/** Whether a field may be asked for. */
type IsOpen = (typeName: string, fieldName: string) => boolean;

/** A query that needs no arguments: the first such field of the schema that is open, with the open plain fields of what it returns. */
export function sampleQuery(definition: string, isOpen: IsOpen = () => true): string {
  const query = buildAppSyncSchema(definition).getQueryType()!;
  const selected = Object.values(query.getFields())
    .filter(({ name, args }) => !args.some(isRequiredArgument) && isOpen(query.name, name))
    .map((field) => select(field, 2, isOpen));
  const first = selected.find((text) => text !== undefined);
  return first === undefined ? emptyQuery : `{ ${first} }`;
}

/** A field with what it selects, undefined when there is nothing to select without going deeper. */
function select(field: GraphQLField<unknown, unknown>, depth: number, isOpen: IsOpen): string | undefined {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return field.name;
  if (depth === 0 || !isObjectType(type)) return undefined;
  const fields = plainFields(type, depth - 1, isOpen);
  return fields.length ? `${field.name} { ${fields.join(' ')} }` : undefined;
}

/** A connection's items are what a list query is for; elsewhere relationships are left out. */
function plainFields(type: GraphQLObjectType, depth: number, isOpen: IsOpen): string[] {
  return Object.values(type.getFields())
    .filter((field) => !field.args.some(isRequiredArgument) && isOpen(type.name, field.name) && (field.name === 'items' || isLeafType(getNamedType(field.type))))
    .flatMap((field) => select(field, depth, isOpen) ?? []);
}
