import { getDirectiveValues, isIntrospectionType, isObjectType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { type Caller } from '../caller';
import { type AuthorizationModeDefinition, type AuthorizationType } from '../template';

/** The modes that a field is open to: to everyone of a mode, or to members of one of the groups. */
export type FieldAccess = Readonly<Partial<Record<AuthorizationType, 'all' | readonly string[]>>>;

type Node = GraphQLObjectType['astNode'] | GraphQLField<unknown, unknown>['astNode'];

const directives: Readonly<Record<AuthorizationType, string>> = {
  API_KEY: 'aws_api_key',
  AWS_IAM: 'aws_iam',
  AMAZON_COGNITO_USER_POOLS: 'aws_cognito_user_pools',
  OPENID_CONNECT: 'aws_oidc',
  AWS_LAMBDA: 'aws_lambda',
};

/**
 * What the directives of a schema say of each field; undefined for a field that is open to everyone who was let in.
 *
 * With several modes, a field's own directives count, or else those of its type, or else it is open to the default mode only, and `@aws_auth`
 * means nothing. With a user pool alone, `@aws_auth` and the pool's default action count for the fields of Query, Mutation and Subscription
 * (https://github.com/aws/aws-appsync-community/issues/275), and so do the groups of `@aws_cognito_user_pools`, wherever they stand.
 *
 * https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#using-additional-authorization-modes
 */
export function fieldAccess(schema: GraphQLSchema, modes: readonly AuthorizationModeDefinition[]): (typeName: string, fieldName: string) => FieldAccess | undefined {
  const known = new Map<string, FieldAccess>();
  for (const { type, field, isRoot } of fieldsOf(schema)) {
    const access = modes.length > 1 ? amongSeveral(schema, modes[0]!, type, field, isRoot) : ofOne(schema, modes[0]!, type, field, isRoot);
    if (access && !modes.every((mode) => access[mode.type] === 'all')) known.set(`${type.name}.${field.name}`, access);
  }
  return (typeName, fieldName) => known.get(`${typeName}.${fieldName}`);
}

/** Whether a field is open to a caller. */
export function isOpenTo({ mode, identity }: Caller, access: FieldAccess): boolean {
  const groups = access[mode];
  if (groups === undefined || groups === 'all') return groups !== undefined;
  const own = identity?.groups;
  return Array.isArray(own) && groups.some((group) => own.includes(group));
}

/** The fields of a schema's object types; those of Query, Mutation and Subscription are its roots. */
export function fieldsOf(schema: GraphQLSchema): { readonly type: GraphQLObjectType; readonly field: GraphQLField<unknown, unknown>; readonly isRoot: boolean }[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return Object.values(schema.getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type) && !isIntrospectionType(type))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field, isRoot: roots.includes(type) })));
}

function amongSeveral(
  schema: GraphQLSchema, defaultMode: AuthorizationModeDefinition, type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, isRoot: boolean,
): FieldAccess {
  return modesOf(schema, field.astNode) ?? modesOf(schema, type.astNode) ?? (isDenied(defaultMode, isRoot) ? {} : { [defaultMode.type]: 'all' });
}

function ofOne(
  schema: GraphQLSchema, mode: AuthorizationModeDefinition, type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, isRoot: boolean,
): FieldAccess | undefined {
  if (mode.type !== 'AMAZON_COGNITO_USER_POOLS') return undefined;
  const groups = (isRoot ? groupsOf(schema, field.astNode, 'aws_auth') : undefined)
    ?? groupsOf(schema, field.astNode, directives[mode.type]) ?? groupsOf(schema, type.astNode, directives[mode.type]);
  if (groups !== undefined) return { [mode.type]: groups };
  return isDenied(mode, isRoot) ? {} : undefined;
}

function isDenied(mode: AuthorizationModeDefinition, isRoot: boolean): boolean {
  return isRoot && mode.type === 'AMAZON_COGNITO_USER_POOLS' && mode.defaultAction === 'DENY';
}

/** The modes that the directives of a type or a field name; undefined where it has none. */
function modesOf(schema: GraphQLSchema, node: Node): FieldAccess | undefined {
  const access = Object.entries(directives)
    .map(([mode, directive]) => [mode, groupsOf(schema, node, directive)] as const)
    .filter(([, groups]) => groups !== undefined);
  return access.length > 0 ? Object.fromEntries(access) : undefined;
}

/** The groups that a directive names, or that everyone is meant; undefined where it isn't there. */
function groupsOf(schema: GraphQLSchema, node: Node, directive: string): 'all' | readonly string[] | undefined {
  const values = node ? getDirectiveValues(schema.getDirective(directive)!, node) : undefined;
  return values && ((values.cognito_groups as readonly string[] | null | undefined) ?? 'all');
}
