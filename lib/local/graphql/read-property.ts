import { type GraphQLFieldResolver } from 'graphql';

/** A field without a resolver is the property of its name; what its parent inherits from JavaScript doesn't count. */
export const readProperty: GraphQLFieldResolver<Record<string, unknown> | null, unknown> = (source, _args, _context, { fieldName }) =>
  (typeof source === 'object' && source !== null && Object.hasOwn(source, fieldName) ? source[fieldName] : null);
