import { RequestError, SubscriptionError, type SubscriptionErrorDetails } from '../graphql';

interface Failure { readonly errors: readonly SubscriptionErrorDetails[] }

/** What AppSync sends over a socket. */
export type ServerMessage =
  | { readonly type: 'connection_ack'; readonly payload: { readonly connectionTimeoutMs: number } }
  | { readonly type: 'connection_error'; readonly payload: Failure }
  | { readonly type: 'ka' }
  | { readonly type: 'start_ack' | 'complete'; readonly id: string }
  | { readonly type: 'data'; readonly id: string; readonly payload: unknown }
  | { readonly type: 'error'; readonly id: string; readonly payload: Failure };

/** What a client is told of an error, whatever it is. */
export function failureOf(error: Error): Failure {
  if (error instanceof SubscriptionError) return { errors: error.errors };
  const { status, type, message } = error instanceof RequestError ? error : new RequestError(500, 'InternalFailure', error.message);
  return { errors: [{ errorType: type, message, errorCode: status }] };
}

/** A message that is no use: AppSync names what it isn't able to do, and says so of what it can't make out, too. */
export function unsupported(id: string): ServerMessage {
  return { type: 'error', id, payload: { errors: [{ errorType: 'UnsupportedOperation', message: 'unknown not supported through the realtime channel' }] } };
}
