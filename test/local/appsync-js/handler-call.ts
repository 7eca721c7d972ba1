import { type ConsoleSink, type HandlerContext, type HandlerEffects, type HandlerOutcome, loadHandlers } from '../../../lib/local/appsync-js';

/** A context as a resolver of Query.getTeam gets it. */
export function makeContext(changes: Partial<HandlerContext> = {}): HandlerContext {
  const args = changes.arguments ?? {};
  return {
    arguments: args,
    args,
    identity: null,
    authorizationType: 'API_KEY',
    source: null,
    stash: {},
    result: null,
    prev: null,
    error: null,
    request: { headers: {}, domainName: null },
    info: { fieldName: 'getTeam', parentTypeName: 'Query', variables: {}, selectionSetList: ['id'], selectionSetGraphQL: '{ id }' },
    env: {},
    ...changes,
  };
}

export function makeEffects(): HandlerEffects {
  return { appendedErrors: [], invalidations: [], responseHeaders: {} };
}

/** Runs code as the body of a request handler, `ctx` being the context. */
export function runBody(body: string, context = makeContext(), effects = makeEffects(), console?: ConsoleSink): HandlerOutcome {
  const code = `
    import { util, extensions, runtime } from '@aws-appsync/utils';
    import * as ddb from '@aws-appsync/utils/dynamodb';
    export function request(ctx) { ${body} }
    export function response(ctx) { return ctx.result; }`;
  return loadHandlers(code, 'Query.getTeam', console).request(context, effects);
}

/** The value of an expression in a request handler. */
export function evaluate(expression: string, context = makeContext(), effects = makeEffects()): unknown {
  return runBody(`return ${expression};`, context, effects).value;
}
