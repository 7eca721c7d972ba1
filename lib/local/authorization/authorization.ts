import { RequestError } from '../graphql';

/** Who sends a request, as `ctx.identity`: nobody in particular where an API key is all that is known. */
export type Identity = Readonly<Record<string, unknown>> | null;

/** One of AppSync's ways to find out who sends a request. */
export interface AuthorizationMode {
  /**
   * @param headers by name in lower case
   * @returns undefined where this mode doesn't let the request in
   */
  identify(headers: Readonly<Record<string, string>>): Promise<{ readonly identity: Identity } | undefined>;
}

/** What lets requests in, over HTTP and in real time alike: any one of the API's modes. */
export class Authorization {
  public constructor(private readonly modes: readonly AuthorizationMode[]) {}

  /** @throws RequestError when no mode lets the request in */
  public async authorize(headers: Readonly<Record<string, string>>): Promise<Identity> {
    for (const mode of this.modes) {
      const found = await mode.identify(headers);
      if (found) return found.identity;
    }
    throw new RequestError(401, 'UnauthorizedException', 'You are not authorized to make this call.');
  }
}
