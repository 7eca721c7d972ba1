import { type Stack } from 'aws-cdk-lib';
import { type GraphqlApi, IamResource } from 'aws-cdk-lib/aws-appsync';
import { CfnIdentityPool, CfnIdentityPoolRoleAttachment } from 'aws-cdk-lib/aws-cognito';
import { CfnRolePolicy, Effect, ManagedPolicy, Policy, PolicyDocument, PolicyStatement, Role, ServicePrincipal, type IManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { type CredentialsIdentity, type LocalApi } from '../../../lib/local';
import { code } from '../template/api-template';
import { apiKey, ask, closeAll, iam, open, stackOf } from './modes-api';
import { sign } from './signer';

afterEach(closeAll);

const schema = `
  type Team @aws_iam @aws_api_key { id: ID name: String }
  type Query @aws_iam { a: Team b: Team key: Team @aws_api_key }
  type Mutation @aws_iam { change: Team }`;
const fields = ['Query.a', 'Query.b', 'Query.key', 'Mutation.change'];
const resolvers = Object.fromEntries(fields.map((field) => [field, code('return { payload: { id: "1", name: "n" } };')]));

/** Serves an API with IAM in a stack that something was added to. */
async function serve(add: (stack: Stack, api: GraphqlApi) => void): Promise<LocalApi> {
  const stack = stackOf([apiKey, iam], schema, resolvers);
  add(stack, stack.node.findChild('Api') as GraphqlApi);
  return open(stack);
}

const assumedBy = new ServicePrincipal('lambda.amazonaws.com');
const role = (stack: Stack, managedPolicies?: IManagedPolicy[]) => new Role(stack, 'Caller', { assumedBy, ...(managedPolicies && { managedPolicies }) });
const statement = (resources: string[], actions = ['appsync:GraphQL'], effect = Effect.ALLOW) => new PolicyStatement({ actions, resources, effect });

/** The fields of Query and Mutation that someone may ask for; what is refused is refused as it has to be. */
async function allowedTo(api: LocalApi, identity: CredentialsIdentity): Promise<string[]> {
  const allowed: string[] = [];
  for (const field of fields) {
    const [type, name] = field.split('.') as [string, string];
    const query = `${type.toLowerCase()} { ${name} { id name } }`;
    const { data, errors } = await ask(api, query, await signed(api, identity, query));
    if (errors) expect({ data, errors }).toEqual({ data: { [name]: null }, errors: [expect.objectContaining({ errorType: 'Unauthorized', message: `Not Authorized to access ${name} on type ${type}` })] });
    else allowed.push(name);
  }
  return allowed;
}

async function signed(api: LocalApi, identity: CredentialsIdentity, query: string): Promise<Record<string, string>> {
  const headers = await sign(api, { credentials: api.credentials(identity), body: JSON.stringify({ query, variables: {} }) });
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'host'));
}

describe('a role may ask what its policies allow', () => {
  test.each<[string, (stack: Stack, api: GraphqlApi) => void, string[]]>([
    ['none', (stack) => void role(stack), []],
    ['a query', (stack, api) => api.grantQuery(role(stack), 'a'), ['a']],
    ['all queries, but not against directives', (stack, api) => api.grantQuery(role(stack)), ['a', 'b']],
    ['mutations', (stack, api) => api.grantMutation(role(stack)), ['change']],
    ['everything', (stack, api) => api.grant(role(stack), IamResource.all(), 'appsync:GraphQL'), ['a', 'b', 'change']],
    ['all actions', (stack, api) => role(stack).addToPolicy(statement([`${api.arn}/*`], ['*'])), ['a', 'b', 'change']],
    ['an action with a wildcard, in other letters', (stack, api) => role(stack).addToPolicy(statement([`${api.arn}/types/?uery/fields/b`], ['AppSync:graph*'])), ['b']],
    ['another action', (stack, api) => role(stack).addToPolicy(statement([`${api.arn}/*`], ['appsync:GetGraphqlApi'])), []],
    ['another API', (stack, api) => role(stack).addToPolicy(statement([`${api.arn}x/*`])), []],
    ['the API itself, but no fields', (stack, api) => role(stack).addToPolicy(statement([api.arn])), []],
    ['a denial takes the place of what is allowed', (stack, api) => {
      const caller = role(stack);
      api.grantQuery(caller);
      caller.addToPolicy(statement([`${api.arn}/types/Query/fields/b`], undefined, Effect.DENY));
    }, ['a']],
    ['all but some actions, and all but some resources', (stack, api) => role(stack).addToPolicy(
      new PolicyStatement({ notActions: ['dynamodb:*'], notResources: [`${api.arn}/types/Mutation/*`] })), ['a', 'b']],
    ['a policy of the role itself', (stack, api) => void new Role(stack, 'Caller', { assumedBy, inlinePolicies: { own: new PolicyDocument({ statements: [statement([`${api.arn}/types/Query/fields/a`])] }) } }), ['a']],
    ['a policy that names the role', (stack, api) => void new Policy(stack, 'Policy', { roles: [role(stack)], statements: [statement([`${api.arn}/types/Query/fields/a`])] }), ['a']],
    ['a policy of a resource of its own', (stack, api) => void new CfnRolePolicy(stack, 'Policy', {
      policyName: 'p', roleName: role(stack).roleName, policyDocument: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'appsync:GraphQL', Resource: `${api.arn}/types/Query/fields/a` } },
    }), ['a']],
    ['a managed policy', (stack, api) => void role(stack, [new ManagedPolicy(stack, 'Policy', { statements: [statement([`${api.arn}/types/Query/fields/a`])] })]), ['a']],
    ['a managed policy that names the role', (stack, api) => void new ManagedPolicy(stack, 'Policy', { roles: [role(stack)], statements: [statement([`${api.arn}/types/Query/fields/a`])] }), ['a']],
    ['one of AWS that allows it', (stack) => void role(stack, [ManagedPolicy.fromAwsManagedPolicyName('AWSAppSyncInvokeFullAccess')]), ['a', 'b', 'change']],
    ['one of AWS that does not', (stack) => void role(stack, [ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaBasicExecutionRole')]), []],
    ['a condition of something else', (stack, api) => {
      const caller = role(stack);
      api.grantQuery(caller, 'a');
      caller.addToPolicy(new PolicyStatement({ actions: ['dynamodb:GetItem'], resources: ['*'], conditions: { StringEquals: { 'aws:PrincipalTag/x': 'y' } } }));
    }, ['a']],
  ])('%s', async (_, add, allowed) => {
    expect(await allowedTo(await serve(add), { role: 'Caller' })).toEqual(allowed);
  });

  test('whatever the role is called, and a function by its own role', async () => {
    const api = await serve((stack, graphql) => {
      const run = new LambdaFunction(stack, 'Importer', { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline('exports.handler = () => 1;') });
      graphql.grantMutation(run);
    });
    expect(await allowedTo(api, { role: 'Importer/ServiceRole' })).toEqual(['change']);
    expect(() => api.credentials({ role: 'Nobody' })).toThrow(
      /^credentials: no stack of the assembly makes a role 'Nobody': there is .*'Importer\/ServiceRole'.*; \{ role: 'Nobody', allowAll: true \} is one that may ask everything$/);
    expect(await allowedTo(api, { role: 'Nobody', allowAll: true })).toEqual(['a', 'b', 'change']);
    expect(await allowedTo(api, { role: 'Importer/ServiceRole', allowAll: true })).toEqual(['a', 'b', 'change']);
  });
});

describe('what can\'t be evaluated is told when someone wants to be in the role', () => {
  test.each<[string, (stack: Stack, api: GraphqlApi) => void, RegExp]>([
    ['a condition', (stack, api) => {
      const caller = role(stack);
      caller.addToPolicy(new PolicyStatement({ actions: ['appsync:*'], resources: [api.arn], conditions: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }));
    }, /: resource 'Page\/Caller\/DefaultPolicy\/Resource' \(logical id \w+\) has a condition for appsync:GraphQL, which the local API does not evaluate$/],
    ['a managed policy from elsewhere', (stack) => void role(stack, [ManagedPolicy.fromManagedPolicyName(stack, 'Policy', 'mine')]), /: what the managed policy 'arn:aws:iam::123456789012:policy\/mine' allows is not known to the local API$/],
    ['a permissions boundary', (stack) => {
      new Role(stack, 'Caller', { assumedBy, permissionsBoundary: ManagedPolicy.fromAwsManagedPolicyName('PowerUserAccess') });
    }, /: its permissions boundary is not evaluated by the local API$/],
    ['a policy with a value that only AWS knows', (stack) => role(stack).addToPolicy(statement(['{{resolve:ssm:/api}}'])), /: property 'PolicyDocument': '\{\{resolve:ssm:\/api\}\}' stands for a value that only AWS knows$/],
  ])('%s', async (_, add, message) => {
    const api = await serve(add);
    expect(() => api.credentials({ role: 'Caller' })).toThrow(/^credentials: what the role 'Caller' may do can't be known: /);
    expect(() => api.credentials({ role: 'Caller' })).toThrow(message);
    expect(await allowedTo(api, { role: 'Caller', allowAll: true })).toEqual(['a', 'b', 'change']);
  });
});

describe('an identity pool', () => {
  const pool = (roles: 'both' | 'authenticated', id = 'Pool') => (stack: Stack, api: GraphqlApi) => {
    const identityPool = new CfnIdentityPool(stack, id, { allowUnauthenticatedIdentities: true });
    const [guest, authenticated] = [new Role(stack, `${id}Guest`, { assumedBy, roleName: `${id}-guest` }), new Role(stack, `${id}Authenticated`, { assumedBy })];
    api.grantQuery(guest, 'a');
    api.grantQuery(authenticated);
    new CfnIdentityPoolRoleAttachment(stack, `${id}Roles`, {
      identityPoolId: identityPool.ref, roles: { authenticated: authenticated.roleArn, ...(roles === 'both' && { unauthenticated: guest.roleArn }) },
    });
  };

  test('gives guests and those who are signed in its roles', async () => {
    const api = await serve(pool('both'));
    expect(await allowedTo(api, 'guest')).toEqual(['a']);
    expect(await allowedTo(api, 'authenticated')).toEqual(['a', 'b']);
    expect(await allowedTo(api, { authenticated: 'alice' })).toEqual(['a', 'b']);
  });

  test('that lets in no guests has no role for them', async () => {
    const api = await serve(pool('authenticated'));
    expect(() => api.credentials('guest')).toThrow(/^credentials: the identity pool 'us-east-1:[0-9a-f-]{36}' has no role for guests$/);
  });

  test('is the only one', async () => {
    const api = await serve((stack, graphql) => { pool('both')(stack, graphql); pool('both', 'Other')(stack, graphql); });
    expect(() => api.credentials('guest')).toThrow(/^credentials: the assembly has several identity pools with roles: 'us-east-1:[0-9a-f-]{36}', 'us-east-1:[0-9a-f-]{36}'; /);
  });

  test('that no stack makes lets everyone ask everything that directives allow', async () => {
    expect(await allowedTo(await serve(() => undefined), 'guest')).toEqual(['a', 'b', 'change']);
  });
});
