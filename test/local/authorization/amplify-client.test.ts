import { Amplify } from 'aws-amplify';
import { generateClient, type GraphQLResult } from 'aws-amplify/api';
import { ConsoleLogger } from 'aws-amplify/utils';
import { type LocalApi } from '../../../lib/local';
import { provideWebSocket, subscribe } from '../../support/real-time-client';
import { code } from '../template/api-template';
import { apiKey, closeAll, iam, lambda, open, openIdConnect, stackOf, userPool, type Mode } from './modes-api';

beforeAll(() => {
  provideWebSocket();
  // It warns of each subscription that is refused.
  ConsoleLogger.LOG_LEVEL = 'ERROR';
});
afterEach(closeAll);

type ResourceConfig = Parameters<typeof Amplify.configure>[0];
type AuthMode = 'apiKey' | 'userPool' | 'oidc' | 'iam' | 'lambda';

const everyone = '@aws_api_key @aws_iam @aws_cognito_user_pools @aws_oidc @aws_lambda';
const schema = `
  type Note ${everyone} { id: ID! text: String secret: String @aws_cognito_user_pools who: String }
  type Query { who: String ${everyone} }
  type Mutation { write(text: String): Note ${everyone} }
  type Subscription { written(text: String): Note ${everyone} @aws_subscribe(mutations: ["write"]) poolOnly: Note @aws_cognito_user_pools @aws_subscribe(mutations: ["write"]) }`;
const resolvers = {
  'Query.who': code('return { payload: util.authType() };'),
  'Mutation.write': code('return { payload: { id: "1", text: ctx.args.text, secret: "s", who: util.authType() } };'),
};

/** What the client is configured with, to ask by a mode. */
const options: Record<AuthMode, (api: LocalApi) => Promise<NonNullable<Parameters<typeof Amplify.configure>[1]>>> = {
  apiKey: async () => ({}),
  userPool: async (api) => ({ Auth: { tokenProvider: (await api.signIn({ username: 'alice' })).tokenProvider } }),
  oidc: async (api) => ({ Auth: { tokenProvider: (await api.signIn({ username: 'alice', provider: 'openIdConnect' })).tokenProvider } }),
  iam: async (api) => ({ Auth: { credentialsProvider: api.credentials('guest').credentialsProvider } }),
  lambda: async () => ({}),
};
const names: Record<AuthMode, string> = {
  apiKey: 'API Key Authorization', userPool: 'User Pool Authorization', oidc: 'Open ID Connect Authorization', iam: 'IAM Authorization', lambda: 'Lambda Authorization',
};
const single: Record<AuthMode, Mode> = { apiKey, userPool: userPool(), oidc: openIdConnect(), iam, lambda: lambda() };

async function serve(modes: readonly AuthMode[]): Promise<LocalApi> {
  const stack = stackOf(modes.map((mode) => single[mode]), schema, resolvers);
  return open(stack, modes.includes('lambda') ? { functions: { authorize: ({ authorizationToken }) => ({ isAuthorized: authorizationToken === 'let me in' }) } } : {});
}

/** The real client, asking by a mode. */
async function clientOf(api: LocalApi, authMode: AuthMode) {
  Amplify.configure(api.outputs as unknown as ResourceConfig, await options[authMode](api));
  const client = generateClient();
  const rest = { authMode, ...(authMode === 'lambda' && { authToken: 'let me in' }) } as const;
  return {
    ask: (query: string, variables = {}) => client.graphql({ query, variables, ...rest }) as Promise<GraphQLResult<Record<string, never>>>,
    listen: (query: string) => subscribe<{ data: unknown; errors?: unknown }>(client.graphql({ query, ...rest }) as never),
  };
}

const subscription = 'subscription { written { id text secret who } }';
const write = 'mutation { write(text: "x") { id text secret who } }';

describe.each(Object.keys(single) as AuthMode[])('the Amplify client, by %s', (authMode) => {
  test('asks, writes and subscribes where this is the only mode', async () => {
    const api = await serve([authMode]);
    const client = await clientOf(api, authMode);
    expect(await client.ask('{ who }')).toMatchObject({ data: { who: names[authMode] } });
    const told = await client.listen(subscription);
    await client.ask(write);
    expect(await told.next()).toEqual({ data: { written: { id: '1', text: 'x', secret: 's', who: names[authMode] } } });
    told.unsubscribe();
  });

  test('asks and subscribes among all modes, and is told no more than it may ask', async () => {
    const api = await serve(['apiKey', 'userPool', 'oidc', 'iam', 'lambda']);
    const writer = await clientOf(api, 'userPool');
    await writer.ask(write);
    const client = await clientOf(api, authMode);
    expect(await client.ask('{ who }')).toMatchObject({ data: { who: names[authMode] } });
    const told = await client.listen(subscription);
    await (await clientOf(api, 'userPool')).ask(write);
    const mayAsk = authMode === 'userPool';
    expect(await told.next()).toMatchObject({ data: { written: { id: '1', text: 'x', secret: mayAsk ? 's' : null, who: names.userPool } } });
    told.unsubscribe();
    const other = await clientOf(api, authMode);
    const starting = other.listen('subscription { poolOnly { id } }');
    if (mayAsk) (await starting).unsubscribe();
    else await expect(starting).rejects.toThrow(/Not Authorized to access poolOnly on type Subscription/);
  });
});

test('what is refused is refused over both ways', async () => {
  const api = await serve(['userPool', 'lambda']);
  const over = await api.signIn({ username: 'alice', expiresIn: -1 });
  Amplify.configure(api.outputs as unknown as ResourceConfig, { Auth: { tokenProvider: over.tokenProvider } });
  const client = generateClient();
  await expect(client.graphql({ query: '{ who }', authMode: 'userPool' })).rejects.toMatchObject({ errors: [{ message: 'Unauthorized' }] });
  await expect(subscribe(client.graphql({ query: subscription, authMode: 'userPool' }) as never)).rejects.toThrow(/UnauthorizedException|Connection failed/);
  await expect(client.graphql({ query: '{ who }', authMode: 'lambda', authToken: 'no' })).rejects.toMatchObject({ errors: [{ message: 'Unauthorized' }] });
});

test('the outputs name the modes, and the API key only where there is one', async () => {
  const [keyed, pooled] = [await serve(['userPool', 'apiKey', 'iam']), await serve(['userPool'])];
  expect(keyed.outputs.data).toMatchObject({ default_authorization_type: 'AMAZON_COGNITO_USER_POOLS', authorization_types: ['API_KEY', 'AWS_IAM'], api_key: keyed.apiKey });
  expect(pooled.outputs.data).toEqual({ url: expect.any(String), aws_region: 'us-east-1', default_authorization_type: 'AMAZON_COGNITO_USER_POOLS', authorization_types: [] });
});
