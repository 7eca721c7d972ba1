import { type AssemblyStack } from './assembly';
import { type AssemblyNames } from './assembly-names';
import { type LambdaFunctionDefinition } from './data-source-definition';
import { type StackNames } from './stack-names';

/**
 * The Lambda function of an ARN. One that is made in the stack is called by its construct's path below the stack, by its logical id
 * or by its own name; one of another stack by its construct's path or its name; any other one by the name in its ARN.
 * @param stack the one that the API is in
 */
export function readLambdaFunction(qualifiedArn: string, stack: AssemblyStack, assembly: AssemblyNames): LambdaFunctionDefinition {
  const arn = qualifiedArn.split(':').slice(0, 7).join(':');
  const ownName = arn.split(':').at(-1)!;
  for (const candidate of [stack, ...assembly.beside(stack)]) {
    const made = findFunction(assembly.withNested(candidate), arn);
    if (!made) continue;
    const path = made.names.constructPath(made.logicalId)?.replace(/\/Resource$/, '');
    const callable = candidate === stack ? [path?.slice(stack.path.length + 1), made.logicalId, ownName] : [path, ownName];
    return { arn, names: [...new Set(callable.filter((name) => name !== undefined))] };
  }
  return { arn, names: [ownName] };
}

function findFunction(stacks: readonly StackNames[], arn: string): { readonly names: StackNames; readonly logicalId: string } | undefined {
  const functions = stacks.flatMap((names) =>
    names.resources((type) => type === 'AWS::Lambda::Function').map(([logicalId]) => ({ names, logicalId })));
  return functions.find(({ names, logicalId }) => names.attribute(logicalId, 'Arn') === arn);
}
