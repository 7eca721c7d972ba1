export { type ConsoleSink } from './call';
export { type HandlerContext, type HandlerEffects, type HandlerOutcome, type Handlers, ResolverError } from './handlers';
export { loadHandlers } from './load-handlers';
