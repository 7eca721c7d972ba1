/** What asks a data source: requests of one step, in one GraphQL request, may go out together. */
export interface Asker {
  /** A resolver, or a function of a pipeline. */
  readonly step: { readonly maxBatchSize?: number };
  readonly graphqlRequest: object;
}

/** A data source as AppSync's resolvers see it: a request object goes in, a result comes out. */
export interface DataSource {
  /** @throws DataSourceError what the response handler then finds in `ctx.error`; any other error ends the field */
  invoke(request: unknown, asker: Asker): Promise<unknown>;
}

/** A data source's failure: `ctx.error` has its message and type, and where AppSync gives one, the result its data. */
export class DataSourceError extends Error {
  public constructor(message: string, public readonly type: string, public readonly data: unknown = null) {
    super(message);
  }
}
