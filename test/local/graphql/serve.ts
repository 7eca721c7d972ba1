import { DataSourceError, type DataSource } from '../../../lib/local/data-source';
import { GraphQLService, noneDataSource, type GraphQLRequest } from '../../../lib/local/graphql';
import { type Limits } from '../../../lib/local/graphql/limits';
import { readApi } from '../../../lib/local/template';
import { type TemplateResource } from '../../../lib/local/template/template';
import { apiId, apiTemplate } from '../template/api-template';
import { writeStack } from '../template/write-assembly';

/** Fails with the payload's `type` and `message`, and its `data`. */
const failing: DataSource = {
  invoke: async (request) => {
    const { message, type, data } = (request as { payload: { message: string; type: string; data?: unknown } }).payload;
    throw new DataSourceError(message, type, data);
  },
};

/** Answers after the payload's milliseconds, never without any; its log says what begins and ends. */
const slow = (log: string[]): DataSource => ({
  invoke: (request) => new Promise<void>((resolve) => {
    const { payload } = request as { payload?: number };
    log.push(`${payload} begins`);
    if (payload !== undefined) setTimeout(() => { log.push(`${payload} ends`); resolve(); }, payload);
  }),
});

/** Answers with as many items as the payload says. */
const many: DataSource = {
  invoke: async (request) => Array.from({ length: (request as { payload: number }).payload }, (_, i) => ({ i })),
};

const named = (Name: string): TemplateResource => ({ Type: 'AWS::AppSync::DataSource', Properties: { ApiId: apiId, Name, Type: 'NONE' } });

export interface ServeOptions { readonly api?: Record<string, unknown>; readonly limits?: Limits; readonly log?: string[] }

/** The service of a schema with the resolvers among the resources; there are data sources `none`, `failing`, `slow` and `many`. */
export function serviceOf(schema: string, resources: Record<string, TemplateResource> = {}, { api = {}, limits, log = [] }: ServeOptions = {}): GraphQLService {
  const definition = readApi(writeStack(apiTemplate(schema, { FailingSource: named('failing'), SlowSource: named('slow'), ManySource: named('many'), ...resources }, api)), 'Api');
  return new GraphQLService(definition, { none: noneDataSource, failing, slow: slow(log), many }, limits);
}

/** Serves a schema; see `serviceOf`. */
export function serve(...args: Parameters<typeof serviceOf>) {
  const service = serviceOf(...args);
  return async (query: string, variables: Record<string, unknown> = {}, rest: Partial<GraphQLRequest> = {}) =>
    // As a client would see it.
    JSON.parse(JSON.stringify((await service.execute({ query, variables, headers: {}, ...rest })).body));
}
