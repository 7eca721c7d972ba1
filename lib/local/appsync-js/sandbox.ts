import vm from 'node:vm';
import { type ImportableModules, transformModule } from './module/transform-module';
import { hostFunctions } from './host-functions';
import { sandboxBootstrap } from './sandbox-bootstrap';

/** A function of the sandbox. The host calls it with text and with other values of the sandbox only. */
type SandboxFunction = (...values: unknown[]) => unknown;

/** A handler's context as JSON, in parts. */
type ContextTexts = [context: string, stash: string, request: string, info: string, env: string];

interface Sandbox {
  readonly context: vm.Context;
  readonly invoke: (handler: SandboxFunction, ...texts: ContextTexts) => [value?: string, stash?: string, failure?: string];
  readonly modules: readonly unknown[];
}

/** The handlers of a module, inside the sandbox. */
export interface SandboxedModule { readonly request: SandboxFunction; readonly response: SandboxFunction }

/** What became of a handler in the sandbox. */
interface Invocation {
  /** What it returned, as JSON. */
  readonly value: string;
  /** The stash as it left it, as JSON; absent where it is as before. */
  readonly stash: string | undefined;
  /** What ended it: thrown by a function of the host, or an Error with the message of what the code itself threw. */
  readonly error: unknown;
}

const importableModules: ImportableModules = {
  '@aws-appsync/utils': { variable: '$utils', exports: ['util', 'extensions', 'runtime'] },
  '@aws-appsync/utils/dynamodb': {
    variable: '$dynamodb',
    exports: [...new Set([...hostFunctions.keys()].filter((name) => name.startsWith('dynamodb.')).map((name) => name.split('.')[1]!))],
  },
};

let shared: Sandbox | undefined;
let hostError: unknown;

/** Compiles and evaluates a resolver's module. */
export function evaluateModule(code: string, name: string): SandboxedModule {
  shared ??= createSandbox();
  const variables = Object.values(importableModules).map(({ variable }) => variable).join(', ');
  const script = new vm.Script(`(function (${variables}) { 'use strict'; ${transformModule(code, importableModules)}\n})`, { filename: name });
  hostError = undefined;
  try {
    return (script.runInContext(shared.context) as SandboxFunction)(...shared.modules) as SandboxedModule;
  } catch (error) {
    throw hostError ?? error;
  }
}

/** Calls a handler of an evaluated module. */
export function invokeHandler(handler: SandboxFunction, ...texts: ContextTexts): Invocation {
  hostError = undefined;
  const [value = 'null', stash, failure] = shared!.invoke(handler, ...texts);
  return { value, stash, error: hostError ?? (failure === undefined ? undefined : new Error(failure)) };
}

/** One context for all resolvers: creating one costs more than compiling a resolver, and they can share it, being frozen. */
function createSandbox(): Sandbox {
  const context = vm.createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
  const bootstrap = vm.runInContext(sandboxBootstrap, context) as SandboxFunction;
  // As code, since an array of the host would lead to the host's constructors.
  const names = vm.runInContext(JSON.stringify([...hostFunctions.keys()]), context) as unknown;
  const { invoke, utils, dynamodb } = bootstrap(bridge, names) as { invoke: Sandbox['invoke']; utils: unknown; dynamodb: unknown };
  return { context, invoke, modules: [utils, dynamodb] };
}

/** Calls a function of the host with arguments as JSON. Returns JSON, nothing for undefined, null where the handler is to end. */
function bridge(name: string, values: string): string | null {
  try {
    return JSON.stringify(hostFunctions.get(name)!(...JSON.parse(values) as unknown[])) ?? '';
  } catch (error) {
    hostError = error;
    return null;
  }
}
