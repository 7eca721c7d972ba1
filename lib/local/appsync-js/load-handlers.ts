import { type Call, type ConsoleSink, duringCall } from './call';
import { type HandlerContext, type HandlerEffects, type HandlerOutcome, type Handlers, ResolverError } from './handlers';
import { EarlyReturn } from './runtime';
import { evaluateModule, invokeHandler, type SandboxedModule } from './sandbox';

const silent: ConsoleSink = () => undefined;

/**
 * Loads a resolver's or pipeline function's APPSYNC_JS code: an ES module that exports `request` and `response`. It runs without
 * everything that the runtime on AWS does not have, so that what would fail there fails here.
 * @param name the resolver's name, for messages
 * @param console where `console.log` and `console.error` go; by default nowhere
 * @throws Error the code can't be loaded; names the resolver
 */
export function loadHandlers(code: string, name: string, console: ConsoleSink = silent): Handlers {
  const sandboxed = load(code, name);
  const caller = (handler: 'request' | 'response') => (context: HandlerContext, effects: HandlerEffects): HandlerOutcome =>
    runHandler(sandboxed[handler], name, { context, effects, console });
  return { request: caller('request'), response: caller('response') };
}

function load(code: string, name: string): SandboxedModule {
  try {
    const sandboxed = evaluateModule(code, name);
    for (const handler of ['request', 'response'] as const) {
      if (typeof sandboxed[handler] !== 'function') throw new Error(`the export '${handler}' is not a function`);
    }
    return sandboxed;
  } catch (error) {
    // What the sandbox throws is no Error of this side.
    const { message, stack } = error as Error;
    const line = (error as Error).name === 'SyntaxError' ? /^.*:(\d+)\n/.exec(stack ?? '')?.[1] : undefined;
    throw new Error(`${name}: ${message}${line ? ` (line ${line})` : ''}`, { cause: error });
  }
}

/** What many calls have in common is made text once. */
function textOf(part: object): string {
  const known = texts.get(part);
  if (known !== undefined) return known;
  const text = JSON.stringify(part);
  texts.set(part, text);
  return text;
}

const texts = new WeakMap<object, string>();

function runHandler(handler: SandboxedModule['request'], name: string, call: Call): HandlerOutcome {
  const { arguments: args, identity, source, result, prev, error: sourceError, stash, request, info, env } = call.context;
  const context = JSON.stringify({ arguments: args, identity, source, result, prev, error: sourceError });
  const { value, stash: changedStash, error } = duringCall(call, () =>
    invokeHandler(handler, context, JSON.stringify(stash), textOf(request), textOf(info), textOf(env)));

  if (changedStash !== undefined) {
    for (const key of Object.keys(stash)) delete stash[key];
    Object.assign(stash, JSON.parse(changedStash));
  }
  if (error === undefined) return { kind: 'return', value: JSON.parse(value) };
  if (error instanceof EarlyReturn) return { kind: 'earlyReturn', value: error.value, skipTo: error.skipTo };
  if (error instanceof ResolverError) throw error;
  throw new ResolverError({ message: `${name}: ${(error as Error).message}`, errorType: 'Code', data: null, errorInfo: null });
}
