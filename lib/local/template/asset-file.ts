import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type AssemblyStack } from './assembly';
import { readJson } from './template';

interface AssetManifest {
  readonly files?: Readonly<Record<string, {
    readonly source: { readonly path: string };
    readonly destinations: Readonly<Record<string, { readonly objectKey: string }>>;
  }>>;
}

/**
 * The file behind a location that a template names (`s3://bucket/key`, `https://s3.../key`), from the stack's asset manifest,
 * relative to the stack's directory.
 * @throws Error when the assembly has no such asset
 */
export function assetFile(stack: AssemblyStack, location: string): string {
  const manifestFile = join(stack.directory, stack.templateFile.replace(/\.template\.json$/, '.assets.json'));
  const { files = {} } = existsSync(manifestFile) ? readJson<AssetManifest>(manifestFile) : {};
  const asset = Object.values(files).find(({ destinations }) => Object.values(destinations).some(({ objectKey }) => location.endsWith(`/${objectKey}`)));
  if (!asset) throw new Error(`the assembly has no file for '${location}'`);
  return asset.source.path;
}
