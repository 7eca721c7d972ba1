import { isDeepStrictEqual } from 'node:util';
import { type Template } from '../local/template/template';
import { OUTPUTS_METADATA, outputsFromTemplate, type AmplifyOutputs } from '../outputs';
import { type StackSource } from './stack-source';
import { quoted } from './wording';

/** An API of an AppSyncData construct. */
interface Api {
  readonly logicalId: string;
  /** The path of the construct, where the template has paths. */
  readonly path?: string;
  /** The outputs as they stand in the template. */
  readonly outputs: string;
}

/** The logical ids of the APIs in a template whose outputs can be told. */
export function apisIn(template: Template): string[] {
  return apis(template).map(({ logicalId }) => logicalId);
}

/**
 * The content of `amplify_outputs.json` for an API of a deployed stack: as it stands in the template, with the values of the stack's
 * outputs for what only the deployment knew.
 * @param logicalId the API, where the stack has several
 * @throws Error when there is no such API, or the stack does not have the values
 */
export function apiOutputs(source: StackSource, logicalId?: string): { logicalId: string; outputs: AmplifyOutputs } {
  const api = findApi(source, logicalId);
  return { logicalId: api.logicalId, outputs: withValues(source, outputsFromTemplate(api.outputs), 'outputs') as AmplifyOutputs };
}

function apis({ Resources = {} }: Template): Api[] {
  return Object.values(Resources).flatMap(({ Type, Properties = {}, Metadata = {} }): Api[] => {
    const { 'aws:cdk:path': path, [OUTPUTS_METADATA]: outputs } = Metadata;
    const { 'Fn::GetAtt': [logicalId] = [] } = (Properties.ApiId ?? {}) as { 'Fn::GetAtt'?: string[] };
    if (Type !== 'AWS::AppSync::GraphQLSchema' || typeof outputs !== 'string' || logicalId === undefined) return [];
    return [{ logicalId, outputs, ...(typeof path === 'string' && { path: path.replace(/\/Api\/Schema$/, '') }) }];
  });
}

function findApi({ name, template }: StackSource, logicalId: string | undefined): Api {
  const candidates = apis(template);
  const list = candidates.map((api) => `'${api.logicalId}'${api.path === undefined ? '' : ` (${api.path})`}`).join(', ');
  if (candidates.length === 0) throw new Error(`stack '${name}' has no API of an AppSyncData construct${whyNot(template)}`);
  if (logicalId === undefined) {
    if (candidates.length > 1) throw new Error(`stack '${name}' has several APIs, name one of them with --api: ${list}`);
    return candidates[0]!;
  }
  const api = candidates.find((candidate) => candidate.logicalId === logicalId);
  if (!api) throw new Error(`stack '${name}' has no API '${logicalId}' of an AppSyncData construct: it has ${list}`);
  return api;
}

function whyNot({ Resources = {} }: Template): string {
  const others = Object.keys(Resources).filter((logicalId) => Resources[logicalId]!.Type === 'AWS::AppSync::GraphQLApi');
  if (others.length > 0) return `: ${quoted(others)} is of another one, or was deployed by a version that does not describe it in the template; deploy it again then`;
  const hasNested = Object.values(Resources).some(({ Type }) => Type === 'AWS::CloudFormation::Stack');
  return hasNested ? '; where it is in a nested stack of it, name that one' : '';
}

/** A part of the outputs with values for its intrinsic functions, each that of the stack's output of the same function. */
function withValues(source: StackSource, part: unknown, path: string): unknown {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map((element, index) => withValues(source, element, `${path}[${index}]`));
  if (isIntrinsic(part)) return valueOf(source, part, path);
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, withValues(source, value, `${path}.${key}`)]));
}

/** Whether CloudFormation would put a value in place of it. A model may be named `Ref`; what is under its name is no text. */
function isIntrinsic(part: object): boolean {
  const [[key, value] = ['', undefined], ...others] = Object.entries(part);
  return others.length === 0 && ((key === 'Ref' && typeof value === 'string') || key.startsWith('Fn::'));
}

function valueOf({ name, template: { Outputs = {} }, values }: StackSource, intrinsic: object, path: string): string {
  const names = Object.keys(Outputs).filter((output) => isDeepStrictEqual(Outputs[output]!.Value, intrinsic));
  if (names.length === 0) throw new Error(`${path} is ${JSON.stringify(intrinsic)} in the template of stack '${name}', which has no output of that value`);
  const output = names.find((candidate) => values[candidate] !== undefined);
  if (output === undefined) throw new Error(`stack '${name}' has no value of its output ${quoted(names)} for ${path}: deploy it again`);
  return values[output]!;
}
