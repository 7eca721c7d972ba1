import { definition, type Defined, type ResourceOperation, type RuleDefinition, type RuleOperation, type typed } from './definition';

/**
 * A rule that says who may do something.
 *
 * @typeParam Field the field that names owners or groups; `undefined` where the rule is about no record
 * @typeParam IsList whether that field is a list of them
 */
export interface Rule<Field extends string | undefined = string | undefined, IsList extends boolean = boolean> extends Defined<RuleDefinition> {
  readonly [typed]?: { field: Field; isList: IsList };
}

/** A rule for records. Every modifier gives a new rule and leaves this one as it is. */
export interface RecordRule<Field extends string | undefined = undefined, IsList extends boolean = false> extends Rule<Field, IsList> {
  /**
   * What it allows: `read` is `get`, `list` and `listen`. There is nothing to `sync` and `search`, which are taken as Amplify takes them. A rule
   * for a field allows some of `create`, `update`, `delete` and `read`.
   *
   * @default ['create', 'update', 'delete', 'read']
   */
  to(operations: readonly RuleOperation[]): this;
}

/** A rule for owners of records. Every modifier gives a new rule and leaves this one as it is. */
export interface OwnerRule<Field extends string, IsList extends boolean = false> extends RecordRule<Field, IsList> {
  /**
   * The claim of a token that says who somebody is.
   *
   * @default - the subject and the user name, as `sub::username`
   */
  identityClaim(claim: string): this;
}

/** A rule for members of groups. Every modifier gives a new rule and leaves this one as it is. */
export interface GroupRule<Field extends string | undefined = undefined, IsList extends boolean = false> extends RecordRule<Field, IsList> {
  /**
   * The claim of a token that says which groups somebody is in.
   *
   * @default 'cognito:groups'
   */
  withClaimIn(claim: string): this;
}

/** A rule for members of groups that is about a whole operation. Every modifier gives a new rule and leaves this one as it is. */
export interface OperationGroupRule extends Rule<undefined, false> {
  /**
   * The claim of a token that says which groups somebody is in.
   *
   * @default 'cognito:groups'
   */
  withClaimIn(claim: string): this;
}

/** A rule for a function that uses the API. Every modifier gives a new rule and leaves this one as it is. */
export interface ResourceRule extends Rule<undefined, false> {
  /**
   * What the function may use: all queries, all mutations, all subscriptions.
   *
   * @default ['query', 'mutate', 'listen']
   */
  to(operations: readonly ResourceOperation[]): this;
}

type Content = Omit<RuleDefinition, 'kind'>;

/** A rule for records, or for a function. */
export function rule<Built extends RecordRule | ResourceRule>(content: Content): Built {
  return modifiable(content, 'to') as Built;
}

/** A rule for owners of records. */
export function ownerRule<Field extends string, IsList extends boolean>(content: Content): OwnerRule<Field, IsList> {
  return modifiable(content, 'to', 'identityClaim') as OwnerRule<Field, IsList>;
}

/** A rule for members of groups. */
export function groupRule<Field extends string | undefined, IsList extends boolean>(content: Content): GroupRule<Field, IsList> {
  return modifiable(content, 'to', 'withClaimIn') as GroupRule<Field, IsList>;
}

type Modifier = 'to' | 'identityClaim' | 'withClaimIn';

/** A rule with those of the modifiers that it has. */
function modifiable(content: Content, ...modifiers: readonly Modifier[]): Defined<RuleDefinition> {
  const changed = (change: Partial<Content>) => modifiable({ ...content, ...change }, ...modifiers);
  const withClaim = (claim: string) => changed({ claim });
  const all: Record<Modifier, (value: never) => unknown> = {
    to: (operations: NonNullable<Content['operations']>) => changed({ operations: ownList(operations) }),
    identityClaim: withClaim,
    withClaimIn: withClaim,
  };
  return { [definition]: { kind: 'rule', ...content }, ...Object.fromEntries(modifiers.map((name) => [name, all[name]])) };
}

/** A copy of a list. What is no list, which JavaScript may give, stays what it is: the schema's checks tell of it. */
export function ownList<Element>(given: readonly Element[]): readonly Element[] {
  return Array.isArray(given) ? [...given] : given;
}
