import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type LambdaFunctions } from '../local';

/**
 * The functions that a module exports by the names of the Lambda functions that they stand for: a CommonJS module's exports, or an
 * ES module's default export.
 * @throws Error when the file can't be loaded, or exports something else
 */
export async function readFunctions(file: string): Promise<LambdaFunctions> {
  const { default: exported } = await import(pathToFileURL(resolve(file)).href).catch((error: Error) => {
    throw new Error(`cannot load the functions of '${file}': ${error.message}`, { cause: error });
  }) as { readonly default?: unknown };
  // What was compiled to CommonJS has its default export among the others.
  const functions = isRecord(exported) && exported.__esModule ? exported.default : exported;
  if (!isRecord(functions)) {
    throw new Error(`'${file}' has to export functions by name, by default or with module.exports, such as { Echo: (event) => event }`);
  }
  return functions as LambdaFunctions;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
