import { type PolicyStatement, type RoleDefinition } from '../template';

const action = 'appsync:GraphQL';

/**
 * What a role may ask of an API, by its policies: nothing that none allows, and nothing that one denies. AppSync asks for each field of Query,
 * Mutation and Subscription. https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#aws-iam-authorization
 * @throws Error for a role whose policies can't be evaluated
 */
export function permissionsOf({ names: [name], statements, problem }: RoleDefinition, apiArn: string): (typeName: string, fieldName: string) => boolean {
  if (problem !== undefined) throw new Error(`credentials: what the role '${name}' may do can't be known: ${problem}`);
  const relevant = statements.filter((statement) => isAbout(action.toLowerCase(), statement.actions.map((pattern) => pattern.toLowerCase()), statement.isAllButActions));
  const conditional = relevant.find(({ hasCondition }) => hasCondition);
  if (conditional) {
    throw new Error(`credentials: what the role '${name}' may do can't be known: ${conditional.policy} has a condition for ${action}, which the local API does not evaluate`);
  }
  return (typeName, fieldName) => {
    const resource = `${apiArn}/types/${typeName}/fields/${fieldName}`;
    const effects = relevant.filter((statement: PolicyStatement) => isAbout(resource, statement.resources, statement.isAllButResources)).map(({ effect }) => effect);
    return effects.includes('Allow') && !effects.includes('Deny');
  };
}

function isAbout(value: string, patterns: readonly string[], isAllBut: boolean): boolean {
  return patterns.some((pattern) => wildcard(pattern).test(value)) !== isAllBut;
}

/** `*` stands for any text, `?` for one character. */
function wildcard(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.')}$`, 's');
}
