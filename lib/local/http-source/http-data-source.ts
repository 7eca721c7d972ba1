import { type DataSource, DataSourceError } from '../data-source';
import { readRequest } from './request';

/** What `ctx.result` is. */
interface HttpResult { readonly statusCode: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }

/** As long as a whole GraphQL request may take. */
const timeoutMilliseconds = 30_000;

/**
 * An AppSync data source of type HTTP: sends requests, and gives back what is answered, whatever its status. Redirections are not followed.
 * https://docs.aws.amazon.com/appsync/latest/devguide/resolver-reference-http-js.html
 */
export class HttpDataSource implements DataSource {
  public constructor(private readonly endpoint: string) {}

  /**
   * @throws DataSourceError of type `HTTP:RequestFailed` when nothing is answered, and of type `MappingTemplate` for a request
   * object that AppSync does not pass on
   */
  public async invoke(request: unknown): Promise<HttpResult> {
    const { url, ...options } = readRequest(this.endpoint, request);
    try {
      const response = await fetch(url, { ...options, redirect: 'manual', signal: AbortSignal.timeout(timeoutMilliseconds) });
      return { statusCode: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
    } catch (error) {
      throw new DataSourceError(`${options.method} ${url} failed: ${reasonOf(error as Error)}`, 'HTTP:RequestFailed');
    }
  }
}

/** What fetch says itself is 'fetch failed'; its cause has no message where several addresses were tried. */
function reasonOf({ message, cause }: Error): string {
  const { message: reason, code } = (cause ?? {}) as NodeJS.ErrnoException;
  return reason || code || message;
}
