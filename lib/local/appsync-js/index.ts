export { type ConsoleSink } from './call';
export { type HandlerContext, type HandlerEffects, type HandlerOutcome, type Handlers, ResolverError, type ResolverErrorDetails } from './handlers';
export { loadHandlers } from './load-handlers';
