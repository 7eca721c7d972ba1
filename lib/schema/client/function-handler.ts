/** Who calls, as AWS IAM knows them. */
interface IamIdentity {
  accountId: string;
  cognitoIdentityPoolId: string;
  cognitoIdentityId: string;
  sourceIp: string[];
  username: string;
  userArn: string;
  cognitoIdentityAuthType: string;
  cognitoIdentityAuthProvider: string;
}

/** Who calls, as a user pool of Amazon Cognito knows them. */
interface UserPoolIdentity {
  sub: string;
  issuer: string;
  username: string;
  claims: any;
  sourceIp: string[];
  defaultAuthStrategy: string;
  groups: string[] | null;
}

/** Who calls, as an OpenID Connect provider knows them. */
interface OidcIdentity {
  claims: any;
  issuer: string;
  sub: string;
}

/** What a Lambda authorizer says of who calls. */
interface LambdaIdentity {
  resolverContext: any;
}

/**
 * What a function is invoked with.
 *
 * https://docs.aws.amazon.com/appsync/latest/devguide/resolver-context-reference-js.html
 */
interface FunctionEvent<Arguments> {
  arguments: Arguments;
  /** None where the API's key is all that was shown. */
  identity?: IamIdentity | UserPoolIdentity | OidcIdentity | LambdaIdentity | undefined | null;
  source: Record<string, any> | null;
  request: { headers: { [name: string]: string | undefined }; domainName: string | null };
  info: { selectionSetList: string[]; selectionSetGraphQL: string; parentTypeName: string; fieldName: string; variables: { [name: string]: any } };
  /** What the handler before this one gave. */
  prev: { result: { [name: string]: any } } | null;
  stash: { [name: string]: any };
}

/**
 * What Lambda says of an invocation.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html
 */
interface FunctionContext {
  callbackWaitsForEmptyEventLoop: boolean;
  functionName: string;
  functionVersion: string;
  invokedFunctionArn: string;
  memoryLimitInMB: string;
  awsRequestId: string;
  logGroupName: string;
  logStreamName: string;
  getRemainingTimeInMillis(): number;
  /** Of the first runtimes, as the types of `aws-lambda` still have it. */
  done(error?: Error, result?: any): void;
  fail(error: Error | string): void;
  succeed(result: any, object?: any): void;
}

/** A Lambda function that serves an operation: a function of `aws-lambda`'s `AppSyncResolverHandler` is one. */
export type FunctionHandler<Arguments, Result> =
  (event: FunctionEvent<Arguments>, context: FunctionContext, callback: (error?: Error | string | null, result?: Result) => void) => void | Promise<Result>;
