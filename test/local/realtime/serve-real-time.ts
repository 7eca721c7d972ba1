import { Authorization, apiKeyMode } from '../../../lib/local/authorization';
import { HttpServer } from '../../../lib/local/http';
import { appSyncRealTimeLimits, RealTimeServer, type RealTimeLimits } from '../../../lib/local/realtime';
import { type ServeOptions, serviceOf } from '../graphql/serve';
import { type TemplateResource } from '../template/api-template';
import { apiKey } from './real-time-client';

export interface RealTimeServed {
  readonly url: string;
  /** Sends a document over HTTP and gives the response's body. */
  readonly request: (query: string, variables?: Record<string, unknown>) => Promise<{ data: Record<string, unknown> | null; errors?: { message: string }[] }>;
  readonly close: () => Promise<void>;
}

export interface RealTimeOptions extends ServeOptions { readonly realTime?: Partial<RealTimeLimits> }

/** Serves a schema with the resolvers among the resources, over HTTP and in real time. */
export async function serveRealTime(schema: string, resources: Record<string, TemplateResource> = {}, { realTime: limits, ...options }: RealTimeOptions = {}): Promise<RealTimeServed> {
  const service = serviceOf(schema, resources, options);
  const authorization = new Authorization([apiKeyMode([apiKey])]);
  const realTime = new RealTimeServer({ service, authorization, limits: { ...appSyncRealTimeLimits, ...limits } });
  const server = await HttpServer.start(service, { host: '127.0.0.1', port: 0, authorization, realTime });
  const url = `http://${server.authority}/graphql`;
  return {
    url,
    request: async (query, variables) => (await fetch(url, { method: 'POST', headers: { 'x-api-key': apiKey }, body: JSON.stringify({ query, variables }) })).json() as never,
    close: () => server.close(),
  };
}
