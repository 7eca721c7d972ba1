import { type AuthorizationRule } from '../model';

/** What the generators take a rule to be about that does not say. */
const DEFAULT_OPERATIONS = ['create', 'update', 'delete', 'read'];

/** The claims that Amplify's own rules are about. */
const OWNER_CLAIM = 'cognito:username';
const GROUP_CLAIM = 'cognito:groups';

/** The provider of a rule, where it is another than that which the generators have for its strategy. */
function ownProvider({ allow, provider }: AuthorizationRule): string | undefined {
  return provider === 'userPools' || allow === 'custom' ? undefined : provider;
}

/** A rule as the introspection has it, in the form that Amplify's generator gives it. */
export function ruleEntry(rule: AuthorizationRule): Readonly<Record<string, unknown>> {
  const { allow, provider, groups, field, claim, declaredOperations } = rule;
  const own = ownProvider(rule);
  switch (allow) {
    case 'owner': return { provider, ownerField: field!.name, allow, identityClaim: claim ?? OWNER_CLAIM, operations: declaredOperations };
    case 'groups': return {
      groupClaim: claim ?? GROUP_CLAIM, provider, allow,
      // The generator has the latter beside any field, as if it were the name of one.
      ...(groups ? { groups } : { groupsField: field!.name, groupField: 'groups' }),
      operations: declaredOperations,
    };
    default: return { allow, ...(own !== undefined && { provider: own }), operations: declaredOperations };
  }
}

/** A rule as the directive `@auth` has it: `{ allow: owner, ownerField: "owner" }`. */
export function ruleArgument(rule: AuthorizationRule): string {
  const { allow, groups, field, claim, declaredOperations } = rule;
  const own = ownProvider(rule);
  const parts = [
    `allow: ${allow}`,
    ...(own !== undefined ? [`provider: ${own}`] : []),
    ...(field ? [`${allow === 'owner' ? 'ownerField' : 'groupsField'}: ${JSON.stringify(field.name)}`] : []),
    ...(groups ? [`groups: [${groups.map((group) => JSON.stringify(group)).join(', ')}]`] : []),
    ...(claim !== undefined ? [`${allow === 'owner' ? 'identityClaim' : 'groupClaim'}: ${JSON.stringify(claim)}`] : []),
    ...(declaredOperations.join() === DEFAULT_OPERATIONS.join() ? [] : [`operations: [${declaredOperations.join(', ')}]`]),
  ];
  return `{ ${parts.join(', ')} }`;
}
