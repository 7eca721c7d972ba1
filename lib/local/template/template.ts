import { readFileSync } from 'node:fs';

/** A CloudFormation template, as far as the local API looks at it. */
export interface Template {
  readonly Transform?: unknown;
  readonly Parameters?: Readonly<Record<string, { readonly Type: string; readonly Default?: unknown }>>;
  readonly Mappings?: Readonly<Record<string, Record<string, Record<string, unknown>>>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
  readonly Resources?: Readonly<Record<string, TemplateResource>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: unknown } }>>;
}

/** A resource of a template, its intrinsic functions still in it. */
export interface TemplateResource {
  readonly Type: string;
  readonly Condition?: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

/**
 * The content of a JSON file of a cloud assembly, taken to have the form that the CDK writes.
 * @throws Error when there is no such file or it isn't JSON
 */
export function readJson<T>(file: string): T {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Error(`no file '${file}'`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`'${file}' is not JSON: ${(error as Error).message}`);
  }
}
