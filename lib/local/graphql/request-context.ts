import { type GraphQLResolveInfo } from 'graphql';
import { type HandlerContext } from '../appsync-js/handlers';
import { type Caller } from '../caller';
import { type ResponseError } from './response';

/** What the fields of one request share. */
export interface RequestContext {
  /** As `ctx.request`. */
  readonly request: HandlerContext['request'];
  readonly caller: Caller;
  readonly errors: ResponseError[];
  readonly responseHeaders: Record<string, string>;
  /** What resolvers have given to `extensions.invalidateSubscriptions`. */
  readonly invalidations: unknown[];
  /** What the resolver of a subscription has set, if it has. */
  readonly filters: { subscription?: unknown; invalidation?: unknown };
  /** Fields that are selected once resolve once for each parent, all with the same selection. */
  readonly infos: WeakMap<GraphQLResolveInfo['fieldNodes'], HandlerContext['info']>;
  resolverRuns: number;
  isOver: boolean;
}

export function requestContext(headers: Readonly<Record<string, string>>, caller: Caller): RequestContext {
  return {
    request: { headers: { ...headers }, domainName: null },
    caller,
    errors: [],
    responseHeaders: {},
    invalidations: [],
    filters: {},
    infos: new WeakMap(),
    resolverRuns: 0,
    isOver: false,
  };
}
