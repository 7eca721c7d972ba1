import { type AssemblyStack } from './assembly';

/**
 * The path of the construct that made a resource (`Page/Data/Team/Table`), or undefined where the assembly doesn't tell.
 * A logical id is unique in its template only, so the template file (a nested stack's, or the stack's own) is part of the question.
 */
export function constructPath(stack: AssemblyStack, templateFile: string, logicalId: string): string | undefined {
  const entries = Object.entries(stack.metadata());
  const has = (metadata: typeof entries[number][1], type: string, data?: unknown) =>
    metadata.some((entry) => entry.type === type && (data === undefined || entry.data === data));
  const stackPaths = entries.filter(([, metadata]) => has(metadata, 'aws:cdk:templateFile')).map(([path]) => path);
  const owner = (path: string) => stackPaths.filter((candidate) => path.startsWith(`${candidate}/`)).sort((a, b) => b.length - a.length)[0];
  const own = entries.find(([, metadata]) => has(metadata, 'aws:cdk:templateFile', templateFile))?.[0];
  return entries.find(([path, metadata]) => has(metadata, 'aws:cdk:logicalId', logicalId) && owner(path) === own)?.[0].slice(1);
}
