/** AppSync's limits for one request: https://docs.aws.amazon.com/general/latest/gr/appsync.html */
export interface Limits {
  readonly resolverRuns: number;
  readonly milliseconds: number;
}

export const appSyncLimits: Limits = { resolverRuns: 10_000, milliseconds: 30_000 };
