/** A data source as AppSync's resolvers see it: a request object goes in, a result comes out. */
export interface DataSource {
  /** @throws DataSourceError what the response handler then finds in `ctx.error` */
  invoke(request: unknown): Promise<unknown>;
}

/** A data source's failure: `ctx.error` has its message and type, and where AppSync gives one, the result its data. */
export class DataSourceError extends Error {
  public constructor(message: string, public readonly type: string, public readonly data: unknown = null) {
    super(message);
  }
}
