/** What a function gets beside the event: the part of Lambda's own context that means something here. */
export interface LambdaContext {
  readonly functionName: string;
  readonly invokedFunctionArn: string;
  /** Another one for each invocation. */
  readonly awsRequestId: string;
}

/** What stands for a Lambda function: its handler, or something written for a test. What it returns, or resolves to, is passed on as JSON. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- so that Lambda's own type of handlers fits, with any event
export type LambdaFunction = (event: any, context: any, ...rest: any[]) => unknown;

/** Functions by the Lambda functions that they stand for: a construct's path below its stack, a logical id, or a function's name. */
export type LambdaFunctions = Readonly<Record<string, LambdaFunction>>;
