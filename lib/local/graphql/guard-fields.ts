import { type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { ResolverError } from '../appsync-js/handlers';
import { type Caller } from '../caller';
import { type AuthorizationModeDefinition } from '../template';
import { fieldAccess, fieldsOf, isOpenTo } from './field-access';
import { readProperty } from './read-property';

/** What is known of a request where its fields are guarded. */
interface GuardedContext { readonly caller: Caller }

/**
 * Has the fields of a schema refuse whom they aren't open to: before their resolvers run, and where they have none, too. What is open to
 * everyone is left as it is, so that APIs of one mode pay nothing.
 */
export function guardFields(schema: GraphQLSchema, modes: readonly AuthorizationModeDefinition[]): void {
  const accessOf = fieldAccess(schema, modes);
  const hasMode = (name: AuthorizationModeDefinition['type']) => modes.some(({ type }) => type === name);
  for (const { type, field, isRoot } of fieldsOf(schema)) {
    const access = accessOf(type.name, field.name);
    // A Lambda authorizer may deny any field, and IAM those of a request itself.
    if (!access && !hasMode('AWS_LAMBDA') && !(isRoot && hasMode('AWS_IAM'))) continue;
    const resolve = (field.resolve ?? readProperty) as GraphQLFieldResolver<unknown, GuardedContext>;
    const guarded: GraphQLFieldResolver<unknown, GuardedContext> = (source, args, context, info) => {
      const { caller } = context;
      if (access && !isOpenTo(caller, access) || caller.isRefused?.(type.name, field.name, isRoot)) throw refusal(type.name, field.name);
      return resolve(source, args, context, info);
    };
    field.resolve = guarded as GraphQLFieldResolver<unknown, unknown>;
  }
}

/** AppSync's error of a field that a caller may not have. */
function refusal(typeName: string, fieldName: string): ResolverError {
  return new ResolverError({ message: `Not Authorized to access ${fieldName} on type ${typeName}`, errorType: 'Unauthorized', data: null, errorInfo: null });
}
