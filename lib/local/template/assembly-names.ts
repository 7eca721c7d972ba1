import { type AssemblyStack } from './assembly';
import { StackNames } from './stack-names';

/** The stacks of an assembly by their names, and what they tell each other with exports and outputs. */
export class AssemblyNames {
  private readonly known = new Map<AssemblyStack, StackNames>();

  public constructor(private readonly stacks: readonly AssemblyStack[]) {}

  /** The names of a stack, the same ones each time, so that nothing is computed twice. */
  public of(stack: AssemblyStack): StackNames {
    const names = this.known.get(stack) ?? new StackNames(stack, this);
    this.known.set(stack, names);
    return names;
  }

  /** A stack and the stacks nested in it. */
  public withNested(stack: AssemblyStack): StackNames[] {
    const names = this.of(stack);
    return [names, ...names.nested()];
  }

  /** The stacks beside one: those of its own stage first, as other stages may have the same names. */
  public beside(stack: AssemblyStack): AssemblyStack[] {
    const others = this.stacks.filter((other) => other !== stack);
    const isNear = ({ directory }: AssemblyStack) => directory === stack.directory;
    return [...others.filter(isNear), ...others.filter((other) => !isNear(other))];
  }

  /** The stacks that refer to one: what belongs to its API may be in them too. */
  public dependents({ directory, names }: AssemblyStack): AssemblyStack[] {
    return this.stacks.filter((other) => other.directory === directory && other.dependencies.some((id) => names.includes(id)));
  }

  /** @throws Error when no stack exports the name */
  public exported(importer: AssemblyStack, name: string): unknown {
    for (const stack of this.beside(importer)) {
      const found = this.of(stack).exports().find(([exported]) => exported === name);
      if (found) return this.of(stack).output(found[1]);
    }
    throw new Error(`no stack of the assembly exports '${name}', which is imported from another stack: have the stack that does in the same app`);
  }

  /** @throws Error when there is no such stack or output */
  public outputOf(importer: AssemblyStack, stackName: string, outputName: string): unknown {
    const stack = this.beside(importer).find(({ name }) => name === stackName);
    if (!stack) {
      throw new Error(`the assembly has no stack '${stackName}', of which the output '${outputName}' is read: have that stack in the same app`);
    }
    return this.of(stack).output(outputName);
  }
}
