import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnosticsOf, type Diagnostic } from './support/compile';

const root = join(__dirname, '..');

/** What the examples of a guide leave out, as their readers have it. */
const preambles: Readonly<Record<string, string>> = {
  'README.md': `
    import { Amplify } from 'aws-amplify';
    import { generateClient } from 'aws-amplify/data';
    import { type ClientSchema } from 'cdk-appsync-data';
  `,
  'docs/operations.md': `
    import { Expiration, type Stack } from 'aws-cdk-lib';
    import { FieldLogLevel, IntrospectionConfig } from 'aws-cdk-lib/aws-appsync';
    import { TableEncryptionV2 } from 'aws-cdk-lib/aws-dynamodb';
    import { type Role } from 'aws-cdk-lib/aws-iam';
    import { RetentionDays } from 'aws-cdk-lib/aws-logs';
    import { type CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
    import { AppSyncData, AppSyncDataDashboard } from 'cdk-appsync-data';
    import { type hardened } from '../integ/schemas/hardened';
    declare const stack: Stack, schema: typeof hardened, webAcl: CfnWebACL, role: Role;
  `,
  'docs/authorization.md': `
    import { Duration, type Stack } from 'aws-cdk-lib';
    import { AuthorizationType, Definition, GraphqlApi } from 'aws-cdk-lib/aws-appsync';
    import { UserPool, type UserPoolClient } from 'aws-cdk-lib/aws-cognito';
    import { IdentityPool, UserPoolAuthenticationProvider } from 'aws-cdk-lib/aws-cognito-identitypool';
    import { type Role } from 'aws-cdk-lib/aws-iam';
    import { type IFunction } from 'aws-cdk-lib/aws-lambda';
    import { generateClient, type Client } from 'aws-amplify/data';
    import { a, AppSyncData, AppSyncDataSchema, type ClientSchema } from 'cdk-appsync-data';
    const posts = a.schema({
      Post: a.model({ title: a.string().required(), owner: a.string(), fee: a.float() }).authorization((allow) => [allow.owner(), allow.authenticated().to(['read'])]),
    });
    type Schema = ClientSchema<typeof posts>;
    declare const beforeAll: (run: () => Promise<void>) => void, afterAll: typeof beforeAll, test: (name: string, run: () => Promise<void>) => void;
    declare const expect: (value: unknown) => { toMatchObject(other: unknown): void };
    declare const userPool: UserPool, userPoolClient: UserPoolClient, authorizer: IFunction, reports: Role, authenticatedRole: Role, unauthenticatedRole: Role, identityPoolId: string;
  `,
  'docs/custom-operations.md': `
    import { type Stack } from 'aws-cdk-lib';
    import { type IEventBus } from 'aws-cdk-lib/aws-events';
    import { type IFunction } from 'aws-cdk-lib/aws-lambda';
    import { a, AppSyncData } from 'cdk-appsync-data';
    declare const stack: Stack, eventBus: IEventBus, summarize: IFunction, rebuild: IFunction, notify: IFunction;
  `,
  'docs/scale.md': `
    import { type Stack } from 'aws-cdk-lib';
    import { AppSyncData } from 'cdk-appsync-data';
    declare const stack: Stack;
  `,
  'docs/security.md': `
    import { Validations } from 'aws-cdk-lib';
    import { type AppSyncData } from 'cdk-appsync-data';
    declare const data: AppSyncData;
  `,
  'docs/local-api.md': `
    import { Stack, type App } from 'aws-cdk-lib';
    import { Code, Definition, FunctionRuntime, GraphqlApi } from 'aws-cdk-lib/aws-appsync';
    import { type ITable } from 'aws-cdk-lib/aws-dynamodb';
    import { Function as LambdaFunction, type FunctionProps } from 'aws-cdk-lib/aws-lambda';
    import { type Client } from 'aws-amplify/data';
    import { a, type ClientSchema } from 'cdk-appsync-data';
    const sports = a.schema({
      Member: a.model({ name: a.string(), teamId: a.id(), team: a.belongsTo('Team', 'teamId') }),
      Team: a.model({ members: a.hasMany('Member', 'teamId') }),
    });
    type Schema = ClientSchema<typeof sports>;
    declare const app: App, orders: ITable, quoteProps: FunctionProps, id: string, expect: (value: unknown) => { toEqual(other: unknown): void };
  `,
};

/** What an example takes from one before it. */
const earlier = [
  ['schema', "declare const schema: import('cdk-appsync-data').Schema;"],
  ['stack', "declare const stack: import('aws-cdk-lib').Stack;"],
  ['api', "declare const api: import('cdk-appsync-data/local').LocalApi;"],
  ['client', 'declare const client: Client<Schema>;'],
  ['Amplify', "import { Amplify } from 'aws-amplify';"],
  ['LocalApi', "import { LocalApi } from 'cdk-appsync-data/local';"],
] as const;

function sourceOf(preamble: string, example: string): string {
  // A file of its own: the resolver of a guide, or an example that imports all that it needs.
  if (example.includes('@aws-appsync/utils')) return example;
  const source = preamble + example;
  const isMissing = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(example) && !new RegExp(`(const|let|[,:;]|type) ${name}\\b[^(]|import \\{[^}]*\\b${name}\\b`).test(source);
  return [...earlier.filter(([name]) => isMissing(name)).map(([, declaration]) => declaration), source].join('\n');
}

const examples = Object.entries(preambles).flatMap(([guide, preamble]) =>
  [...readFileSync(join(root, guide), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map(([, example], position) => [`${guide.replace(/\W/g, '-')}-${position}`, sourceOf(preamble, example!)] as const));

let diagnostics: Record<string, Diagnostic[]>;
beforeAll(() => { diagnostics = diagnosticsOf(Object.fromEntries(examples)); });

test.each(examples.map(([name]) => name))('the example %s compiles', (name) => {
  // Whoever reads it may write ES modules.
  expect(diagnostics[name]!.filter(({ message }) => !message.includes("cannot use 'await' at the top level"))).toEqual([]);
});

test('each guide has some', () => expect(examples.map(([name]) => name.replace(/-\d+$/, ''))).toEqual(expect.arrayContaining(Object.keys(preambles).map((guide) => guide.replace(/\W/g, '-')))));

test('the first example of the README is short', () => {
  expect(/```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))![1]!.trim().split('\n').length).toBeLessThanOrEqual(18);
});
