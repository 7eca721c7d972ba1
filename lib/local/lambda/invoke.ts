import { randomUUID } from 'node:crypto';
import { type LambdaFunctionDefinition } from '../template';
import { type LambdaContext, type LambdaFunction } from './lambda-function';

/**
 * Invokes what stands for a Lambda function. Event and result cross as JSON.
 * @throws Error when no function was given, or what the function throws
 */
export async function invoke(definition: LambdaFunctionDefinition, run: LambdaFunction | undefined, payload: unknown): Promise<unknown> {
  const { arn } = definition;
  const context: LambdaContext = { functionName: arn.split(':').at(-1)!, invokedFunctionArn: arn, awsRequestId: randomUUID() };
  return copy(await requireFunction(definition, run)(copy(payload), context));
}

/** @throws Error when no function was given */
export function requireFunction({ names: [name, ...others], arn }: LambdaFunctionDefinition, run: LambdaFunction | undefined): LambdaFunction {
  if (run) return run;
  throw new Error(`there is no function for the Lambda function '${name}' (${[...others, arn].join(', ')}): `
    + `give one to LocalApi with { functions: { '${name}': (event) => ... } }, or to 'appsync-data local' with --functions`);
}

/** The message of whatever a function has thrown. */
export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}

/** What is left of a value as JSON. */
function copy(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value) ?? 'null');
}
