import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnOutput, Stack, type CfnElement } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AppSyncData, type AmplifyOutputs, type Schema } from 'cdk-appsync-data';

/** A folder of its own for a test. */
export function folder(): string {
  return mkdtempSync(join(tmpdir(), 'outputs-'));
}

/** Writes JSON, or text, into a folder of its own, and gives the path. */
export function fileWith(content: unknown, name = 'file.json'): string {
  const file = join(folder(), name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

/** A stack with APIs, by the id of their construct, as if it was deployed. */
export interface Deployed {
  readonly template: object;
  /** The values of its outputs, by their logical ids, in the form of `cdk deploy --outputs-file`. */
  readonly values: Record<string, string>;
  /** What `data.outputs` of each API resolves to with these values. */
  readonly expected: Record<string, AmplifyOutputs>;
  /** The logical ids of the APIs. */
  readonly apis: Record<string, string>;
}

type Apis = Readonly<Record<string, Schema>>;

/** Synthesizes a stack, and makes up the values that a deployment would give it. */
export function deploy(apis: Apis, region?: string): Deployed {
  return deployApp({ Sports: apis }, region).stacks.Sports!;
}

/** Synthesizes stacks with APIs, by their names, and one without. The app has the paths of constructs in its templates, as the CDK's command line has it. */
export function deployApp(stacks: Readonly<Record<string, Apis>>, region?: string): { directory: string; stacks: Record<string, Deployed> } {
  const app = new App({ context: { 'aws:cdk:enable-path-metadata': true } });
  const made = Object.entries(stacks).map(([name, apis]) => {
    const stack = new Stack(app, name, { env: { region } });
    new CfnOutput(stack, 'Other', { value: 'of something else' });
    return { name, stack, data: Object.entries(apis).map(([id, schema]) => [id, new AppSyncData(stack, id, { schema })] as const) };
  });
  new Stack(app, 'Empty');
  return {
    directory: app.synth().directory,
    stacks: Object.fromEntries(made.map(({ name, stack, data }) => [name, deployed(stack, data)])),
  };
}

function deployed(stack: Stack, data: readonly (readonly [id: string, AppSyncData])[]): Deployed {
  const template = Template.fromStack(stack).toJSON();
  const outputs = Object.entries<{ Value: unknown }>(template.Outputs);
  const values = Object.fromEntries(outputs.map(([id, { Value }]) => [id, JSON.stringify(Value) === '{"Ref":"AWS::Region"}' ? 'eu-west-1' : `value of ${id}`]));
  const valueOf = new Map(outputs.map(([id, { Value }]) => [JSON.stringify(Value), values[id]]));
  const resolved = (part: AmplifyOutputs): AmplifyOutputs =>
    JSON.parse(JSON.stringify(stack.resolve(part)), (_, value) => (typeof value === 'object' ? valueOf.get(JSON.stringify(value)) ?? value : value));
  return {
    template,
    values,
    expected: Object.fromEntries(data.map(([id, { outputs: of }]) => [id, resolved(of)])),
    apis: Object.fromEntries(data.map(([id, { api }]) => [id, stack.getLogicalId(api.node.defaultChild as CfnElement)])),
  };
}
