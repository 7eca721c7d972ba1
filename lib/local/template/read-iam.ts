import { type AssemblyStack } from './assembly';
import { type AssemblyNames } from './assembly-names';
import { type IamDefinition, type IdentityPoolDefinition, type PolicyStatement, type RoleDefinition } from './iam-definition';
import { type PolicyDocument, readStatements } from './policy-document';
import { ResourceReader } from './resource-reader';

/** AWS's own policies that let everything of an AppSync API be asked. */
const allowingPolicies = ['AdministratorAccess', 'PowerUserAccess', 'AWSAppSyncAdministrator', 'AWSAppSyncInvokeFullAccess'];
/** AWS's own policies that say nothing of AppSync: those that functions usually have. */
const otherPolicies = /^(service-role\/|AWSLambda|AWSXRay|AWSXray|CloudWatch|AmazonSSM|AmazonDynamoDB|AmazonS3|AmazonSQS|AmazonSNS)/;
const awsPolicyArn = /^arn:[^:]+:iam::aws:policy\/(.+)$/;

/** A policy that roles have by its ARN, or by their names. */
interface AttachedPolicy { readonly arn?: string; readonly roleNames: readonly string[]; readonly statements: readonly PolicyStatement[]; readonly problem?: string }

/** The roles and identity pools of an assembly. What can't be known of a role is told when someone wants to be in it. */
export function readIam(stack: AssemblyStack, assembly: AssemblyNames): IamDefinition {
  const stacks = [stack, ...assembly.beside(stack)];
  const resourcesOf = (...types: string[]) => stacks.flatMap((candidate) => assembly.withNested(candidate)).flatMap((names) =>
    names.resources((type) => types.includes(type)).map(([logicalId, resource]) => new ResourceReader(names, logicalId, resource)));
  const policies = resourcesOf('AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::ManagedPolicy').map(readPolicy);
  return {
    roles: resourcesOf('AWS::IAM::Role').map((role) => readRole(role, policies, stack)),
    identityPools: resourcesOf('AWS::Cognito::IdentityPoolRoleAttachment').map(readAttachment),
  };
}

function readPolicy(resource: ResourceReader): AttachedPolicy {
  const { names, logicalId, type } = resource;
  const policy: AttachedPolicy = {
    ...(type === 'AWS::IAM::ManagedPolicy' && { arn: String(names.reference(logicalId)) }), roleNames: roleNamesOf(resource), statements: [],
  };
  return unlessUnknown<AttachedPolicy>(policy, () => (
    { ...policy, statements: readStatements(resource.property<PolicyDocument>('PolicyDocument') ?? {}, names.describe(logicalId)) }));
}

/** The names of the roles that a policy is given to, as far as they can be known: a role whose name can't be is none of the assembly's. */
function roleNamesOf(resource: ResourceReader): readonly string[] {
  try {
    const roleName = resource.property('RoleName');
    return roleName === undefined ? resource.property<string[]>('Roles') ?? [] : [roleName];
  } catch {
    return [];
  }
}

function readRole(resource: ResourceReader, policies: readonly AttachedPolicy[], stack: AssemblyStack): RoleDefinition {
  const { names, logicalId } = resource;
  const name = String(names.reference(logicalId));
  const path = names.constructPath(logicalId)?.replace(/\/Resource$/, '');
  const callable = names.stack === stack ? [path?.slice(stack.path.length + 1), logicalId, name] : [path, name];
  const role: RoleDefinition = {
    arn: String(names.attribute(logicalId, 'Arn')), name, names: [...new Set(callable.filter((candidate) => candidate !== undefined))], statements: [],
  };
  return unlessUnknown<RoleDefinition>(role, () => {
    if (resource.property('PermissionsBoundary') !== undefined) resource.fail('its permissions boundary is not evaluated by the local API');
    const managedArns = resource.property<string[]>('ManagedPolicyArns') ?? [];
    const attached = policies.filter(({ arn, roleNames }) => roleNames.includes(name) || arn !== undefined && managedArns.includes(arn));
    const problem = attached.find((policy) => policy.problem !== undefined)?.problem;
    const inline = (resource.property<{ PolicyName: string; PolicyDocument: PolicyDocument }[]>('Policies') ?? [])
      .flatMap(({ PolicyName, PolicyDocument: document }) => readStatements(document, `policy '${PolicyName}' of ${names.describe(logicalId)}`));
    const elsewhere = managedArns.filter((arn) => !policies.some((policy) => policy.arn === arn)).flatMap((arn) => statementsOf(arn, resource));
    return { ...role, statements: [...inline, ...attached.flatMap(({ statements }) => statements), ...elsewhere], ...(problem !== undefined && { problem }) };
  });
}

/** What is known of a policy that no stack makes. */
function statementsOf(arn: string, role: ResourceReader): PolicyStatement[] {
  const [, name] = awsPolicyArn.exec(arn) ?? [];
  if (name !== undefined && otherPolicies.test(name)) return [];
  if (name === undefined || !allowingPolicies.includes(name)) return role.fail(`what the managed policy '${arn}' allows is not known to the local API`);
  return readStatements({ Statement: { Effect: 'Allow', Action: 'appsync:*', Resource: '*' } }, arn);
}

function readAttachment(resource: ResourceReader): IdentityPoolDefinition {
  const { unauthenticated, authenticated } = resource.property<{ unauthenticated?: string; authenticated?: string }>('Roles') ?? {};
  return { id: resource.required('IdentityPoolId'), ...(unauthenticated && { guestRole: unauthenticated }), ...(authenticated && { authenticatedRole: authenticated }) };
}

/** What is read, or what there is without it, and why. */
function unlessUnknown<Definition extends { readonly problem?: string }>(otherwise: Definition, read: () => Definition): Definition {
  try {
    return read();
  } catch (error) {
    return { ...otherwise, problem: (error as Error).message };
  }
}
