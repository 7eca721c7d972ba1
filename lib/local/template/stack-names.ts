import { join } from 'node:path';
import { type AssemblyStack } from './assembly';
import { assetFile } from './asset-file';
import { constructPath } from './construct-path';
import { evaluate, noValue, type Names } from './intrinsics';
import { madeUpValue } from './made-up-values';
import { readJson, type Template, type TemplateResource } from './template';

/** What the expressions of a stack may refer to outside of it. */
interface OtherStacks {
  exported(importer: AssemblyStack, name: string): unknown;
  outputOf(importer: AssemblyStack, stackName: string, outputName: string): unknown;
}

/** The names of a stack or nested stack: gives values to all that its expressions refer to. */
export class StackNames implements Names {
  private readonly values = new Map<string, unknown>();
  private readonly pseudoParameters: Readonly<Record<string, unknown>>;

  public constructor(
    /** The stack of the assembly, for a nested stack the one that it is in. */
    public readonly stack: AssemblyStack,
    private readonly others: OtherStacks,
    public readonly templateFile = stack.templateFile,
    private readonly template: Template = stack.template,
    private readonly stackName = stack.name,
    private readonly parameters: (name: string) => unknown = () => undefined,
  ) {
    this.pseudoParameters = {
      'AWS::AccountId': stack.account,
      'AWS::NotificationARNs': [],
      'AWS::NoValue': noValue,
      'AWS::Partition': 'aws',
      'AWS::Region': stack.region,
      'AWS::StackId': `arn:aws:cloudformation:${stack.region}:${stack.account}:stack/${stackName}/local`,
      'AWS::StackName': stackName,
      'AWS::URLSuffix': 'amazonaws.com',
    };
  }

  /** @throws Error when CloudFormation would make another template of this one before it deploys it */
  public checkTransforms(): void {
    const { Transform } = this.template;
    if (Transform !== undefined) throw new Error(`stack '${this.stackName}' has the transform ${JSON.stringify(Transform)}, which the local API can't run`);
  }

  /** The resources of some types that are made as far as conditions say; those of other types aren't looked at. */
  public resources(isWanted: (type: string) => boolean): [logicalId: string, resource: TemplateResource][] {
    return Object.entries(this.template.Resources ?? {}).filter(([, { Type, Condition }]) =>
      isWanted(Type) && (Condition === undefined || this.condition(Condition)));
  }

  /** The stacks nested in this one, at any depth. */
  public nested(): StackNames[] {
    return this.resources((type) => type === 'AWS::CloudFormation::Stack').flatMap(([logicalId]) => {
      const child = this.child(logicalId);
      return [child, ...child.nested()];
    });
  }

  public reference(name: string): unknown {
    if (Object.hasOwn(this.pseudoParameters, name)) return this.pseudoParameters[name];
    const parameter = this.template.Parameters?.[name];
    if (!parameter) return this.attribute(name, 'Ref');
    return this.once(`parameter '${name}'`, () => {
      const given = this.parameters(name);
      if (given === undefined && parameter.Type.startsWith('AWS::SSM::')) {
        throw new Error(`parameter '${name}' of stack '${this.stackName}' has its value in Systems Manager, where the local API can't look it up`);
      }
      const value = given ?? parameter.Default;
      if (value === undefined) throw new Error(`parameter '${name}' of stack '${this.stackName}' has no default value, which the local API would need`);
      return /^(CommaDelimitedList|List<)/.test(parameter.Type) && typeof value === 'string' ? value.split(/\s*,\s*/) : value;
    });
  }

  public attribute(logicalId: string, attribute: string): unknown {
    const resource = this.template.Resources?.[logicalId];
    if (!resource) throw new Error(`stack '${this.stackName}' has no resource or parameter '${logicalId}'`);
    if (resource.Type === 'AWS::CloudFormation::Stack' && attribute.startsWith('Outputs.')) {
      return this.child(logicalId).output(attribute.slice('Outputs.'.length));
    }
    return this.once(`attribute '${attribute}' of '${logicalId}'`, () => madeUpValue({
      type: resource.Type,
      logicalId,
      stackName: this.stackName,
      region: this.stack.region,
      account: this.stack.account,
      property: (name) => {
        try {
          const value = evaluate(resource.Properties?.[name], this);
          return typeof value === 'string' ? value : undefined;
        } catch (error) {
          throw new Error(`${this.describe(logicalId)}: property '${name}': ${(error as Error).message}`, { cause: error });
        }
      },
    }, attribute));
  }

  public condition(name: string): boolean {
    const condition = this.template.Conditions?.[name];
    if (condition === undefined) throw new Error(`stack '${this.stackName}' has no condition '${name}'`);
    return this.once(`condition '${name}'`, () => evaluate(condition, this) === true);
  }

  public mapping(name: string, first: string, second: string): unknown {
    const value = this.template.Mappings?.[name]?.[first]?.[second];
    if (value === undefined) throw new Error(`stack '${this.stackName}' has no mapping '${name}.${first}.${second}'`);
    return value;
  }

  public exported(name: string): unknown {
    return this.others.exported(this.stack, name);
  }

  public outputOf(stackName: string, outputName: string): unknown {
    return this.others.outputOf(this.stack, stackName, outputName);
  }

  /** The names that the stack exports outputs by, each with the name of its output. */
  public exports(): [name: string, output: string][] {
    return Object.entries(this.template.Outputs ?? {}).flatMap(([output, { Export }]) => (Export ? [[String(evaluate(Export.Name, this)), output]] : []));
  }

  /** The path of a resource's construct, where known. */
  public constructPath(logicalId: string): string | undefined {
    const path = this.template.Resources?.[logicalId]?.Metadata?.['aws:cdk:path'];
    return typeof path === 'string' ? path : constructPath(this.stack, this.templateFile, logicalId);
  }

  /** A resource in an error message: its construct's path, where known, and its logical id. */
  public describe(logicalId: string): string {
    const path = this.constructPath(logicalId);
    return path ? `resource '${path}' (logical id ${logicalId})` : `resource '${logicalId}' of stack '${this.stackName}'`;
  }

  public output(name: string): unknown {
    const output = this.template.Outputs?.[name];
    if (!output) throw new Error(`stack '${this.stackName}' has no output '${name}'`);
    return this.once(`output '${name}'`, () => evaluate(output.Value, this));
  }

  private child(logicalId: string): StackNames {
    return this.once(`nested stack '${logicalId}'`, () => {
      const { Properties, Metadata } = this.template.Resources![logicalId]!;
      const file = typeof Metadata?.['aws:asset:path'] === 'string'
        ? Metadata['aws:asset:path']
        : assetFile(this.stack, String(evaluate(Properties?.TemplateURL, this)));
      const parameters = (Properties?.Parameters ?? {}) as Record<string, unknown>;
      return new StackNames(this.stack, this.others, file, readJson<Template>(join(this.stack.directory, file)), `${this.stackName}-${logicalId}`,
        (name) => evaluate(parameters[name], this));
    });
  }

  /** A value that is computed when first asked for; asked for while it's being computed, it depends on itself. */
  private once<T>(what: string, compute: () => T): T {
    if (this.values.has(what)) {
      const value = this.values.get(what);
      if (value === computing) throw new Error(`${what} of stack '${this.stackName}' depends on itself`);
      return value as T;
    }
    this.values.set(what, computing);
    try {
      const value = compute();
      this.values.set(what, value);
      return value;
    } catch (error) {
      this.values.delete(what);
      throw error;
    }
  }
}

const computing = Symbol('computing');
