import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { IdentityPool, UserPoolAuthenticationProvider } from 'aws-cdk-lib/aws-cognito-identitypool';
import { Amplify } from 'aws-amplify';
import { generateClient } from 'aws-amplify/data';
import { a, AppSyncData, type ClientSchema, type IamModeOptions } from 'cdk-appsync-data';
import { LocalApi } from 'cdk-appsync-data/local';

type ResourcesConfig = Parameters<typeof Amplify.configure>[0];

const schema = a.schema({
  Post: a.model({ title: a.string() }).authorization((allow) => [allow.authenticated(), allow.guest().to(['list']), allow.authenticated('identityPool').to(['get'])]),
});

/** An API whose users, and the roles of their identity pool, are in a stack of their own, or in its own. */
function newsWith(usersIn: (app: App, stack: Stack) => Stack, roles: (pool: IdentityPool) => IamModeOptions) {
  const app = new App();
  const stack = new Stack(app, 'News');
  const users = usersIn(app, stack);
  const userPool = new UserPool(users, 'Pool');
  const userPoolClient = userPool.addClient('Web');
  const identityPool = new IdentityPool(users, 'Identities', {
    allowUnauthenticatedIdentities: true, authenticationProviders: { userPools: [new UserPoolAuthenticationProvider({ userPool, userPoolClient })] },
  });
  const data = new AppSyncData(stack, 'Data', { schema, authorizationModes: { default: 'userPool', userPool, userPoolClient, iam: { ...roles(identityPool), identityPoolId: identityPool.identityPoolId } } });
  return { stack, users, identityPool, data };
}

const elsewhere = (app: App): Stack => new Stack(app, 'Users');
const bothRoles = ({ authenticatedRole, unauthenticatedRole }: IdentityPool): IamModeOptions => ({ authenticatedRole, unauthenticatedRole });

/** The fields that the policies of a stack allow. */
function allowedIn(stack: Stack): string[] {
  const policies = JSON.stringify(Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy')).map(({ Properties: { PolicyDocument } }) => PolicyDocument));
  return [...policies.matchAll(/types\/(\w+)\/fields\/(\w+)/g)].map(([, type, field]) => `${type}.${field}`).sort();
}

const allowed = ['Query.getPost', 'Query.listPosts'];

test('roles of the stack of the API get their policies there', () => {
  const { stack } = newsWith((_, own) => own, bothRoles);
  expect(allowedIn(stack)).toEqual(allowed);
});

test('those of another stack, which the API depends on, get them beside the API', async () => {
  const { stack, users } = newsWith(elsewhere, bothRoles);
  expect(allowedIn(stack)).toEqual(allowed);
  expect(allowedIn(users)).toEqual([]);

  const api = await LocalApi.fromStack(stack);
  try {
    Amplify.configure(api.outputs as unknown as ResourcesConfig, { Auth: { credentialsProvider: api.credentials('guest').credentialsProvider } });
    const client = generateClient<ClientSchema<typeof schema>>({ authMode: 'iam' });
    expect(await client.models.Post.list()).toMatchObject({ data: [] });
    await expect(client.models.Post.get({ id: 'p' })).resolves.toMatchObject({ data: null, errors: [{ errorType: 'Unauthorized' }] });
  } finally {
    await api.close();
  }
});

test('and so do those that are granted it, once', () => {
  const { stack, users, data, identityPool } = newsWith(elsewhere, () => ({}));
  for (const role of [identityPool.unauthenticatedRole, identityPool.unauthenticatedRole]) data.grants.guests(role);
  data.grants.authenticated(identityPool.authenticatedRole);
  expect(allowedIn(stack)).toEqual(allowed);
  expect(allowedIn(users)).toEqual([]);
});
