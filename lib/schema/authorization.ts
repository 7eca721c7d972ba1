import { type FunctionReference } from './definition';
import { groupRule, ownList, ownerRule, rule, type GroupRule, type OperationGroupRule, type OwnerRule, type RecordRule, type ResourceRule, type Rule } from './rule';

/** What shows that somebody is signed in. */
type SignedInProvider = 'userPools' | 'identityPool' | 'oidc';

/** What says who somebody is, and which groups they are in. */
type TokenProvider = 'userPools' | 'oidc';

/** The rules for operations that are no model's, as the callback of `.authorization((allow) => ...)` gets them. */
export interface AllowOnOperation {
  /** Whoever has the API's key. */
  publicApiKey(): Rule<undefined, false>;
  /** Whoever has the credentials of guests of a Cognito identity pool. */
  guest(): Rule<undefined, false>;
  /**
   * Whoever is signed in.
   *
   * @param provider where: in the user pool, which is the default, in another provider of OpenID Connect, or in an identity pool
   */
  authenticated(provider?: SignedInProvider): Rule<undefined, false>;
  /** Members of a group. */
  group(name: string, provider?: TokenProvider): OperationGroupRule;
  /** Members of at least one of some groups. */
  groups(names: readonly string[], provider?: TokenProvider): OperationGroupRule;
  /** Whom the Lambda function of the API's `lambda` mode lets in. */
  custom(provider?: 'function'): Rule<undefined, false>;
}

/** The rules for models and fields, as the callback of `.authorization((allow) => ...)` gets them. */
export interface Allow extends AllowOnOperation {
  publicApiKey(): RecordRule;
  guest(): RecordRule;
  authenticated(provider?: SignedInProvider): RecordRule;
  group(name: string, provider?: TokenProvider): GroupRule;
  groups(names: readonly string[], provider?: TokenProvider): GroupRule;
  custom(provider?: 'function'): RecordRule;
  /** The owner of a record, whom its field `owner` names. The API adds that field where a model has none, and writes it at creation. */
  owner(provider?: TokenProvider): OwnerRule<'owner'>;
  /** The owner of a record, whom the field names. The API adds the field where a model has none, and writes it at creation. */
  ownerDefinedIn<const Field extends string>(field: Field, provider?: TokenProvider): OwnerRule<Field>;
  /** The owners of a record, whom the field lists. The API adds the field where a model has none, and writes the first of them at creation. */
  ownersDefinedIn<const Field extends string>(field: Field, provider?: TokenProvider): OwnerRule<Field, true>;
  /** Members of the group that the field of a record names. The API adds the field where a model has none. */
  groupDefinedIn<const Field extends string>(field: Field, provider?: TokenProvider): GroupRule<Field>;
  /** Members of at least one of the groups that the field of a record lists. The API adds the field where a model has none. */
  groupsDefinedIn<const Field extends string>(field: Field, provider?: TokenProvider): GroupRule<Field, true>;
}

/** The rules for a schema, as the callback of `.authorization((allow) => ...)` gets them. */
export interface AllowOnSchema extends Allow {
  /**
   * A function that uses the API with its own role.
   *
   * @param fn the function, or the name that the construct has it by
   */
  resource(fn: FunctionReference | string): ResourceRule;
}

/** A callback of `.authorization()`: gives one rule or a list of them. */
export type AuthorizationCallback<Rules = Allow> = (allow: Rules) => Rule | readonly Rule[];

/** The rules that a callback gives, one or a list, as a union. */
export type RulesIn<Given> = Given extends readonly (infer One extends Rule)[] ? One : Extract<Given, Rule>;

const allow: AllowOnSchema = {
  publicApiKey: () => rule({ allow: 'public', provider: 'apiKey' }),
  guest: () => rule({ allow: 'public', provider: 'identityPool' }),
  authenticated: (provider = 'userPools') => rule({ allow: 'private', provider }),
  owner: (provider = 'userPools') => ownerRule({ allow: 'owner', provider, field: 'owner' }),
  ownerDefinedIn: (field, provider = 'userPools') => ownerRule({ allow: 'owner', provider, field }),
  ownersDefinedIn: (field, provider = 'userPools') => ownerRule({ allow: 'owner', provider, field, isList: true }),
  group: (name, provider = 'userPools') => groupRule({ allow: 'groups', provider, groups: [name] }),
  groups: (names, provider = 'userPools') => groupRule({ allow: 'groups', provider, groups: ownList(names) }),
  groupDefinedIn: (field, provider = 'userPools') => groupRule({ allow: 'groups', provider, field }),
  groupsDefinedIn: (field, provider = 'userPools') => groupRule({ allow: 'groups', provider, field, isList: true }),
  custom: (provider = 'function') => rule({ allow: 'custom', provider }),
  resource: (fn) => rule({ allow: 'resource', provider: 'iam', function: fn }),
};

/** What the callback gives, as a list. The schema's checks find rules that the place does not have. */
export function authorizationRules(callback: AuthorizationCallback<AllowOnSchema>): readonly Rule[] {
  return [callback(allow)].flat();
}
