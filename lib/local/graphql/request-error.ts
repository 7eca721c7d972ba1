/** A request that AppSync doesn't execute at all. */
export class RequestError extends Error {
  public constructor(
    /** The HTTP status of the answer. */
    public readonly status: number,
    /** The exception's name, as `errorType` and in the header `x-amzn-errortype`. */
    public readonly type: string,
    message: string,
  ) {
    super(message);
  }
}
