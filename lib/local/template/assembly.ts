import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, type Template } from './template';

/** A stack of a cloud assembly. */
export interface AssemblyStack {
  /** The name that CloudFormation would know it by. */
  readonly name: string;
  /** All names that it may be asked for by: its name, the id of its artifact and its path in the app. */
  readonly names: readonly string[];
  /** Its path in the app, which no other stack has. */
  readonly path: string;
  /** The ids of the artifacts that are deployed before it, in its own folder. */
  readonly dependencies: readonly string[];
  /** The folder that its template and assets are in. */
  readonly directory: string;
  readonly templateFile: string;
  readonly template: Template;
  readonly resourceCount: number;
  readonly region: string;
  readonly account: string;
  /** Read where it's needed only: for error messages, and to find Lambda functions by their constructs. */
  readonly metadata: () => Metadata;
}

interface Artifact {
  readonly type: string;
  readonly environment?: string;
  readonly displayName?: string;
  readonly dependencies?: readonly string[];
  readonly properties: { readonly templateFile: string; readonly stackName?: string; readonly directoryName: string };
  readonly metadata?: Metadata;
  readonly additionalMetadataFile?: string;
}

/** By construct path, what the constructs left behind about themselves. */
export type Metadata = Readonly<Record<string, readonly { readonly type: string; readonly data?: unknown }[]>>;

/**
 * The stacks of a CDK cloud assembly and of the assemblies (stages) in it, in the order of its manifest.
 * @throws Error when the directory is no cloud assembly
 */
export function readAssembly(directory: string): AssemblyStack[] {
  const manifestFile = join(directory, 'manifest.json');
  if (!existsSync(manifestFile)) {
    throw new Error(`'${directory}' is no cloud assembly, it has no manifest.json: run 'cdk synth', or name the directory that it wrote to`);
  }
  const { artifacts = {} } = readJson<{ artifacts?: Record<string, Artifact> }>(manifestFile);
  return Object.entries(artifacts).flatMap(([id, artifact]) => {
    switch (artifact.type) {
      case 'aws:cloudformation:stack': return [readStack(directory, id, artifact)];
      case 'cdk:cloud-assembly': return readAssembly(join(directory, artifact.properties.directoryName));
      default: return [];
    }
  });
}

function readStack(directory: string, id: string, artifact: Artifact): AssemblyStack {
  const { properties: { templateFile, stackName = id }, displayName: path = id } = artifact;
  const template = readJson<Template>(join(directory, templateFile));
  const [account, region] = (artifact.environment ?? '').replace('aws://', '').split('/');
  return {
    name: stackName,
    names: [stackName, id, path],
    path,
    dependencies: artifact.dependencies ?? [],
    directory,
    templateFile,
    template,
    resourceCount: Object.keys(template.Resources ?? {}).length,
    region: region && region !== 'unknown-region' ? region : 'us-east-1',
    account: account && account !== 'unknown-account' ? account : '123456789012',
    metadata: () => artifact.metadata ?? (artifact.additionalMetadataFile ? readJson(join(directory, artifact.additionalMetadataFile)) : {}),
  };
}
