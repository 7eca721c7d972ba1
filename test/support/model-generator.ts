import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { resolveSchema } from '../../lib/model';
import { amplifyOutputs, modelSchema, type ModelIntrospection } from '../../lib/outputs';
import { type Schema } from '../../lib/schema';

type Target = 'introspection' | 'swift' | 'java' | 'dart' | 'typescript';

let generate: (options: { schema: string; target: Target }) => Record<string, string>;
let directory: string;

/** Amplify's generator, with the one copy of graphql that it works with, for all tests of a file. */
export function useModelGenerator(): void {
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'generator-'));
    bundleModelGenerator("export * from '@aws-amplify/graphql-generator';", join(directory, 'generator.js'));
    generate = jest.requireActual(join(directory, 'generator.js')).generateModelsSync;
  });
  afterAll(() => rmSync(directory, { recursive: true }));
}

/** Bundles a script that uses the generator. */
export function bundleModelGenerator(script: string, outfile: string): void {
  buildSync({
    stdin: { contents: script, resolveDir: join(__dirname, '..', '..'), sourcefile: 'script.mjs' }, outfile, bundle: true, platform: 'node', alias: { graphql: 'graphql15' }, logLevel: 'error',
  });
}

/** What the generator makes of an annotated schema: contents by the name of their file, without folders. */
export function generateModels(schema: string, target: Target): Record<string, string> {
  return Object.fromEntries(Object.entries(generate({ schema, target })).map(([file, content]) => [file.split('/').at(-1)!, content]));
}

/** The introspection of a schema: ours, and what the generator makes of the annotated schema. */
export function introspections(schema: Schema): { ours: ModelIntrospection; generated: ModelIntrospection } {
  const model = resolveSchema(schema);
  return {
    ours: amplifyOutputs(model, { url: '', region: '', apiKey: '' }).data.model_introspection,
    generated: JSON.parse(generateModels(modelSchema(model), 'introspection')['model-introspection.json']!),
  };
}
