import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type AssemblyStack, readAssembly } from '../../../lib/local/template';
import { type Template } from '../../../lib/local/template/template';

/** Writes a cloud assembly of one or more stacks, with other files beside them, to a temporary directory. */
export function writeAssembly(stacks: Record<string, Template>, files: Record<string, unknown> = {}, environment = 'aws://unknown-account/unknown-region'): string {
  const directory = mkdtempSync(join(tmpdir(), 'assembly-'));
  const artifacts = Object.fromEntries(Object.keys(stacks).map((name) => [name, {
    type: 'aws:cloudformation:stack', environment, displayName: name, properties: { templateFile: `${name}.template.json` },
  }]));
  const templates = Object.fromEntries(Object.entries(stacks).map(([name, template]) => [`${name}.template.json`, template]));
  for (const [name, content] of Object.entries<unknown>({ 'manifest.json': { version: '55.0.0', artifacts }, ...templates, ...files })) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return directory;
}

/** The only stack of an assembly that is written for it. */
export function writeStack(template: Template, files?: Record<string, unknown>, environment?: string): AssemblyStack {
  return readAssembly(writeAssembly({ Page: template }, files, environment))[0]!;
}
