import { readAssembly, type AssemblyStack } from '../local/template';
import { readJson } from '../local/template/template';
import { apisIn } from './api-outputs';
import { type StackSource } from './stack-source';
import { quoted } from './wording';

type Values = Readonly<Record<string, string>>;

/**
 * A stack as `cdk deploy --outputs-file` left it: the values in the file, the template in the assembly that was deployed.
 * @param name the stack's name, its artifact's id or its path in the app, where the file has several with an API
 * @throws Error when the file or the assembly is not there or not what it should be, or has no such stack
 */
export function stackInOutputsFile(file: string, directory: string, name?: string): StackSource {
  const outputs = readOutputsFile(file);
  const stack = findStack(readAssembly(directory), outputs, name, { file, directory });
  return { name: stack.name, template: stack.template, values: outputs[stack.name]! };
}

function readOutputsFile(file: string): Readonly<Record<string, Values>> {
  const content = readJson<unknown>(file);
  if (!isObject(content) || !Object.values(content).every((values) => isObject(values) && Object.values(values).every((value) => typeof value === 'string'))) {
    throw new Error(`'${file}' is not what 'cdk deploy --outputs-file' writes: the outputs of stacks by the stacks' names`);
  }
  return content as Record<string, Values>;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function findStack(stacks: readonly AssemblyStack[], outputs: Readonly<Record<string, Values>>, name: string | undefined, { file, directory }: { file: string; directory: string }): AssemblyStack {
  const namesOf = (some: readonly AssemblyStack[]): string => quoted([...new Set(some.map((stack) => stack.name))]);
  const pathsOf = (some: readonly AssemblyStack[]): string => quoted(some.map(({ path }) => path));
  const isInFile = (stack: AssemblyStack): boolean => Object.hasOwn(outputs, stack.name);
  if (name !== undefined) {
    const [named, ...others] = stacks.filter(({ names }) => names.includes(name));
    if (!named) throw new Error(`the assembly '${directory}' has no stack '${name}': it has ${namesOf(stacks)}`);
    if (others.length > 0) throw new Error(`several stacks of the assembly '${directory}' are named '${name}', name one by its path: ${pathsOf([named, ...others])}`);
    if (!isInFile(named)) throw new Error(`'${file}' has no outputs of stack '${named.name}': it has those of ${quoted(Object.keys(outputs))}`);
    return named;
  }
  const candidates = stacks.filter((stack) => isInFile(stack) && apisIn(stack.template).length > 0);
  const [only, ...others] = candidates;
  if (!only) throw new Error(`no stack in '${file}' has an API of an AppSyncData construct in the assembly '${directory}': the file has ${quoted(Object.keys(outputs))}, the assembly ${namesOf(stacks)}`);
  if (others.length > 0) throw new Error(`several stacks in '${file}' have an API, name one of them with --stack: ${pathsOf(candidates)}`);
  return only;
}
