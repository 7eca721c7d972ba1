/** A newspaper that readers, authors, editors, guests and partners use, each by what they show. Nothing of it stays when its stack is deleted. */
import { IntegTest } from '@aws-cdk/integ-tests-alpha';
import { App, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { IdentityPool, UserPoolAuthenticationProvider } from 'aws-cdk-lib/aws-cognito-identitypool';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { AppSyncData } from 'cdk-appsync-data';
import { expectData } from './graphql-assertion';
import { newspaper } from './schemas/authorization';

const app = new App();
const stack = new Stack(app, 'Authorization');

const userPool = new UserPool(stack, 'Users', { removalPolicy: RemovalPolicy.DESTROY });
const userPoolClient = userPool.addClient('Web');

const { identityPoolId, authenticatedRole, unauthenticatedRole } = new IdentityPool(stack, 'Identities', {
  allowUnauthenticatedIdentities: true, authenticationProviders: { userPools: [new UserPoolAuthenticationProvider({ userPool, userPoolClient })] },
});

const code = (answer: string): Code => Code.fromInline(`exports.handler = async (event) => (${answer});`);
const partners = new Function(stack, 'Partners', {
  runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: code("{ isAuthorized: event.authorizationToken === 'partner', resolverContext: { partner: 'one' } }"),
});
const importer = new Function(stack, 'Importer', { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: code('null') });

const data = new AppSyncData(stack, 'Data', {
  schema: newspaper,
  authorizationModes: {
    default: 'userPool',
    userPool,
    userPoolClient,
    apiKey: true,
    iam: { authenticatedRole, unauthenticatedRole, identityPoolId },
    lambda: { handler: partners, resultsCacheTtl: Duration.minutes(5) },
  },
  functions: { importer },
  removalPolicy: RemovalPolicy.DESTROY,
  deletionProtection: false,
});

const test = new IntegTest(app, 'Integ', { testCases: [stack] });
expectData(test, data, 'mutation { createArticle(input: { title: "News" }) { id } }', { createArticle: null })
  .next(expectData(test, data, '{ listArticles { items { id } } listTags { items { name } } getArticle(id: "none") { title } }', { listArticles: { items: [] }, listTags: { items: [] }, getArticle: null }));

app.synth();
