import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assetFile } from './asset-file';
import { evaluate } from './intrinsics';
import { type StackNames } from './stack-names';
import { supportedProperties } from './supported-properties';
import { type TemplateResource } from './template';

/** A resource of a template: its properties with intrinsic functions resolved, and errors that name it. */
export class ResourceReader {
  public readonly type: string;

  public constructor(public readonly names: StackNames, public readonly logicalId: string, private readonly resource: TemplateResource) {
    this.type = resource.Type;
  }

  /**
   * A property's value, undefined where it's not set. What type it has is CloudFormation's word for it.
   * @throws Error that names the resource when the value can't be known locally
   */
  public property<T = string>(name: string): T | undefined {
    try {
      const value = evaluate(this.resource.Properties?.[name], this.names);
      return typeof value === 'symbol' ? undefined : value as T;
    } catch (error) {
      return this.fail(`property '${name}': ${(error as Error).message}`);
    }
  }

  /** @throws Error that names the resource when the property isn't set */
  public required<T = string>(name: string): T {
    return this.property<T>(name) ?? this.fail(`property '${name}' is missing`);
  }

  /** A text that is given as one property, or as the location of an asset in another. */
  public text(inline: string, location: string): string | undefined {
    const at = this.property(location);
    if (at === undefined) return this.property(inline);
    const { stack } = this.names;
    try {
      return readFileSync(join(stack.directory, assetFile(stack, at)), 'utf8');
    } catch (error) {
      return this.fail(`property '${location}': ${(error as Error).message}`);
    }
  }

  /** @throws Error that names the first property that the local API doesn't reproduce, if it's set to anything but nothing, 0 or false */
  public checkSupported(): void {
    const { used, ignored } = supportedProperties[this.type]!;
    for (const name of Object.keys(this.resource.Properties ?? {})) {
      if (used.includes(name) || ignored.includes(name) || !this.property(name)) continue;
      if (name.includes('MappingTemplate')) this.fail('mapping templates (VTL) are not supported by the local API, use the runtime APPSYNC_JS');
      this.fail(`property '${name}' is not supported by the local API`);
    }
  }

  public fail(problem: string): never {
    throw new Error(`${this.names.describe(this.logicalId)}: ${problem}`);
  }
}
