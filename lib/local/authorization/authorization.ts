import { type Caller } from '../caller';
import { RequestError } from '../graphql';

/** What a request is authorized by. */
export interface AuthorizationRequest {
  /** The headers that say who sends it, by name in lower case: those of HTTP, or those in a message of real time. */
  readonly headers: Readonly<Record<string, string>>;
  /** All headers that came with it, for a Lambda authorizer. */
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** What a signature is of, beside headers: the path with its query, and the body. */
  readonly path: string;
  readonly body: string;
  /** The address that it came from. */
  readonly sourceIp: string;
}

/** One of AppSync's ways to find out who sends a request. */
export interface AuthorizationMode {
  /** Whether what a request is authorized by is meant for this mode: no other one is asked then. */
  isMeant(request: AuthorizationRequest): boolean;
  /** @throws RequestError where the mode doesn't let the request in */
  identify(request: AuthorizationRequest): Promise<Caller>;
}

/** What lets requests in, over HTTP and in real time alike: the API's modes. */
export class Authorization {
  /** @param modes in the order in which they are asked whether a request is meant for them */
  public constructor(private readonly modes: readonly AuthorizationMode[]) {}

  /** @throws RequestError when no mode lets the request in */
  public async authorize(request: AuthorizationRequest): Promise<Caller> {
    const mode = this.modes.find((candidate) => candidate.isMeant(request));
    if (!mode) throw unauthorized('Valid authorization header not provided.');
    return mode.identify(request);
  }
}

/** AppSync's answer to what it doesn't let in. */
export function unauthorized(message = 'You are not authorized to make this call.'): RequestError {
  return new RequestError(401, 'UnauthorizedException', message);
}
