import { App, Duration, Stack } from 'aws-cdk-lib';
import {
  AuthorizationType, Code, Definition, FunctionRuntime, GraphqlApi, UserPoolDefaultAction, type AuthorizationMode, type LambdaAuthorizerConfig, type OpenIdConnectConfig,
} from 'aws-cdk-lib/aws-appsync';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalApi, type LocalApiOptions } from '../../../lib/local';
import { code } from '../template/api-template';

/** Modes of an API in the CDK's words, made in its stack. */
export type Mode = (stack: Stack) => AuthorizationMode;

export const apiKey: Mode = () => ({ authorizationType: AuthorizationType.API_KEY });
export const iam: Mode = () => ({ authorizationType: AuthorizationType.IAM });

/** A user pool with a client, which is the only one that is let in. */
export function userPool(id = 'Users', { isOpen = false, defaultAction = UserPoolDefaultAction.ALLOW } = {}): Mode {
  return (stack) => {
    const pool = new UserPool(stack, id);
    const client = pool.addClient('Client');
    return {
      authorizationType: AuthorizationType.USER_POOL,
      userPoolConfig: { userPool: pool, defaultAction, ...(!isOpen && { appIdClientRegex: client.userPoolClientId }) },
    };
  };
}

export const issuer = 'https://login.example.com/';

export function openIdConnect(config: Partial<OpenIdConnectConfig> = {}): Mode {
  return () => ({ authorizationType: AuthorizationType.OIDC, openIdConnectConfig: { oidcProvider: issuer, ...config } });
}

export function lambda(config: Partial<LambdaAuthorizerConfig> = {}): Mode {
  return (stack) => ({
    authorizationType: AuthorizationType.LAMBDA,
    lambdaAuthorizerConfig: {
      handler: LambdaFunction.fromFunctionArn(stack, 'Authorizer', 'arn:aws:lambda:us-east-1:111122223333:function:authorize'), resultsCacheTtl: Duration.seconds(0), ...config,
    },
  });
}

/** Tells who asks: the identity, and what `util.authType` says of it. */
export const whoami = code('return { payload: { identity: ctx.identity, authType: util.authType() } };');
export const echo = code('return { payload: ctx.args };');

/** A stack with an API of these modes, and resolvers of a NONE data source by their fields. */
export function stackOf([first, ...others]: readonly Mode[], schema = 'type Query { me: AWSJSON }', resolvers: Record<string, string> = { 'Query.me': whoami }): Stack {
  const stack = new Stack(new App(), 'Page');
  const file = join(mkdtempSync(join(tmpdir(), 'schema-')), 'schema.graphql');
  writeFileSync(file, schema);
  const api = new GraphqlApi(stack, 'Api', {
    name: 'modes',
    definition: Definition.fromFile(file),
    authorizationConfig: { defaultAuthorization: first!(stack), additionalAuthorizationModes: others.map((mode) => mode(stack)) },
  });
  const none = api.addNoneDataSource('none');
  for (const [field, handlers] of Object.entries(resolvers)) {
    const [typeName, fieldName] = field.split('.') as [string, string];
    none.createResolver(field.replace('.', ''), { typeName, fieldName, code: Code.fromInline(handlers), runtime: FunctionRuntime.JS_1_0_0 });
  }
  return stack;
}

const opened: LocalApi[] = [];

/** Serves a stack until `closeAll`. */
export async function open(stack: Stack, options?: LocalApiOptions): Promise<LocalApi> {
  const api = await LocalApi.fromStack(stack, options);
  opened.push(api);
  return api;
}

export async function closeAll(): Promise<void> {
  for (const api of opened.splice(0)) await api.close();
}

export interface Answer {
  readonly status: number;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly errorType?: string; readonly message: string; readonly path?: unknown }[];
}

/** Sends a document with some headers. */
export async function ask({ url }: LocalApi, query: string, headers: Record<string, string>, variables: Record<string, unknown> = {}): Promise<Answer> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) });
  return { status: response.status, ...await response.json() as object };
}

export const bearing = (token: string) => ({ authorization: token });

/** Who `Query.me` says is asking. */
export async function me(api: LocalApi, headers: Record<string, string>): Promise<{ identity: Record<string, unknown> | null; authType: string }> {
  const { data, errors } = await ask(api, '{ me }', headers);
  expect(errors).toBeUndefined();
  return JSON.parse(data!.me as string);
}

/** An answer that lets nothing in. */
export const refused = (message: string | RegExp, { status = 401, errorType = 'UnauthorizedException' } = {}) =>
  ({ status, errors: [{ errorType, message: typeof message === 'string' ? message : expect.stringMatching(message) }] });
