/** A GraphQL request in a start message, and the headers that authorize it, by name in lower case. */
export interface StartMessage {
  readonly type: 'start';
  readonly id: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  /** The request as it was sent, which a signature is of. */
  readonly data: string;
  readonly authorization: Readonly<Record<string, string>>;
}

/** What a client sends over a socket; `unknown` is what can't be made out, with its id if it has one. */
type ClientMessage =
  | { readonly type: 'connection_init' }
  | StartMessage
  | { readonly type: 'stop'; readonly id: string }
  | { readonly type: 'unknown'; readonly id: string };

/** Reads a message as far as it is one. */
export function readClientMessage(text: string): ClientMessage {
  const message = objectIn(text);
  const id = typeof message.id === 'string' ? message.id : '';
  if (message.type === 'connection_init') return { type: 'connection_init' };
  if (message.type === 'stop' && id !== '') return { type: 'stop', id };
  return (message.type === 'start' && id !== '' ? readStart(id, object(message.payload)) : undefined) ?? { type: 'unknown', id };
}

function readStart(id: string, payload: Readonly<Record<string, unknown>>): StartMessage | undefined {
  const { query, variables, operationName } = objectIn(payload.data);
  if (typeof query !== 'string') return undefined;
  return {
    type: 'start',
    id,
    query,
    data: payload.data as string,
    variables: object(variables),
    ...(typeof operationName === 'string' && operationName !== '' && { operationName }),
    authorization: headersIn(object(payload.extensions).authorization),
  };
}

/** Headers that are sent as an object; AppSync's clients write their names in several ways. */
export function headersIn(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(object(value))
    .filter(([, header]) => typeof header === 'string')
    .map(([name, header]) => [name.toLowerCase(), header as string]));
}

/** The object in a JSON text; an empty one where there is none. */
export function objectIn(text: unknown): Readonly<Record<string, unknown>> {
  try {
    return object(typeof text === 'string' ? JSON.parse(text) : undefined);
  } catch {
    return {};
  }
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : {};
}
