import { type LambdaFunctionDefinition } from '../template';
import { quoted } from '../wording';
import { type LambdaFunction, type LambdaFunctions } from './lambda-function';

/**
 * The given functions, by the ARNs of the Lambda functions that they stand for.
 * @throws Error for a name that fits none or several, for two names of one, and for what is no function
 */
export function assignFunctions(given: LambdaFunctions, definitions: readonly LambdaFunctionDefinition[]): ReadonlyMap<string, LambdaFunction> {
  const functions = [...new Map(definitions.map((definition) => [definition.arn, definition])).values()];
  const nameOf = new Map<string, string>();
  for (const [name, value] of Object.entries(given)) {
    if (typeof value !== 'function') throw new Error(`option 'functions': '${name}' is not a function, but ${JSON.stringify(value)}`);
    const [fitting, ...others] = functions.filter(({ names }) => names.includes(name));
    if (!fitting) {
      const known = functions.map(({ names }) => names[0]!);
      throw new Error(`option 'functions': the API invokes no Lambda function '${name}': there is ${quoted(known)}`);
    }
    if (others.length > 0) {
      const otherNames = [fitting, ...others].map(({ names }) => quoted(names.filter((other) => other !== name)));
      throw new Error(`option 'functions': several Lambda functions are called '${name}': name one by ${otherNames.join(' or ')}`);
    }
    const first = nameOf.get(fitting.arn);
    if (first !== undefined) throw new Error(`option 'functions': '${first}' and '${name}' are the same Lambda function: leave one of them out`);
    nameOf.set(fitting.arn, name);
  }
  return new Map([...nameOf].map(([arn, name]) => [arn, given[name]!]));
}
