import { type AuthorizationType } from '../template';

/** An error of a resolver in the form that AppSync puts into a GraphQL response. */
export interface ResolverErrorDetails {
  readonly message: string;
  readonly errorType: string | null;
  readonly data: unknown;
  readonly errorInfo: unknown;
}

/** Thrown by `util.error` and `util.unauthorized`: ends the field. */
export class ResolverError extends Error {
  public constructor(public readonly details: ResolverErrorDetails) {
    super(details.message);
  }
}

/** What a handler did beside returning a value. One object is made for each field and passed to each of its handlers. */
export interface HandlerEffects {
  /** `util.appendError`, in order. */
  readonly appendedErrors: ResolverErrorDetails[];
  /** `extensions.setSubscriptionFilter`; the last call wins. */
  subscriptionFilter?: unknown;
  /** `extensions.setSubscriptionInvalidationFilter`. */
  subscriptionInvalidationFilter?: unknown;
  /** `extensions.invalidateSubscriptions`, in order; one list for all fields of a request. */
  readonly invalidations: unknown[];
  /** `util.http.addResponseHeader(s)`. */
  readonly responseHeaders: Record<string, string>;
}

/** What a handler returned. `skipTo: 'END'` leaves the functions that follow out. */
export type HandlerOutcome =
  | { readonly kind: 'return'; readonly value: unknown }
  | { readonly kind: 'earlyReturn'; readonly value: unknown; readonly skipTo: 'NEXT' | 'END' };

/** The context object given to a handler, as AppSync documents it. */
export interface HandlerContext {
  readonly arguments: Record<string, unknown>;
  readonly args: Record<string, unknown>;
  readonly identity: unknown;
  /** The mode that let the request in, for `util.authType`: handlers don't see it. */
  readonly authorizationType: AuthorizationType;
  readonly source: unknown;
  readonly stash: Record<string, unknown>;
  readonly result: unknown;
  readonly prev: { readonly result: unknown } | null;
  readonly error: { readonly message: string; readonly type: string } | null;
  readonly request: { readonly headers: Record<string, string>; readonly domainName: string | null };
  readonly info: {
    readonly fieldName: string;
    readonly parentTypeName: string;
    readonly variables: Record<string, unknown>;
    readonly selectionSetList: readonly string[];
    readonly selectionSetGraphQL: string;
  };
  readonly env: Record<string, string>;
}

/** The two handlers of a resolver or pipeline function, loaded in their sandbox. */
export interface Handlers {
  /** @throws ResolverError when the code called `util.error`; any other error is the code's own fault */
  request(context: HandlerContext, effects: HandlerEffects): HandlerOutcome;
  response(context: HandlerContext, effects: HandlerEffects): HandlerOutcome;
}
