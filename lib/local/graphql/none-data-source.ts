import { type DataSource } from '../data-source';

/** The data source of type NONE: answers with the request's payload. */
export const noneDataSource: DataSource = {
  invoke: async (request) => (request as { payload?: unknown } | null)?.payload ?? null,
};
