import { DataSourceError } from '../../../lib/local/data-source';
import { type DynamoDbEngine, DynamoDbDataSource, ensureTables, RequestLog } from '../../../lib/local/dynamodb';
import { type engines, members, orders, teams } from './engines';

/** What Query and Scan return. */
export interface Page { items: Record<string, unknown>[]; nextToken: string | null; scannedCount: number }

interface DataSources {
  engine: DynamoDbEngine;
  log: RequestLog;
  team: DynamoDbDataSource;
  member: DynamoDbDataSource;
  order: DynamoDbDataSource;
  close(): Promise<void>;
}

/** Empty tables, each behind a data source, with one log. */
export async function startDataSources(start: (typeof engines)[number][1]): Promise<DataSources> {
  const { engine, close } = await start();
  await ensureTables(engine, [teams, members, orders]);
  const log = new RequestLog();
  return {
    engine, close, log,
    team: new DynamoDbDataSource(engine, teams, log),
    member: new DynamoDbDataSource(engine, members, log),
    order: new DynamoDbDataSource(engine, orders, log),
  };
}

export function put(source: DynamoDbDataSource, id: string, attributeValues: object = {}): Promise<unknown> {
  return source.invoke({ operation: 'PutItem', key: { id: { S: id } }, attributeValues });
}

export function get(source: DynamoDbDataSource, id: string): Promise<unknown> {
  return source.invoke({ operation: 'GetItem', key: { id: { S: id } } });
}

/** The result, or the error that was thrown. */
export function outcome(source: DynamoDbDataSource, request: unknown): Promise<unknown> {
  return source.invoke(request).catch((error) => error);
}

export async function refusal(source: DynamoDbDataSource, request: unknown): Promise<DataSourceError> {
  const error = await outcome(source, request);
  expect(error).toBeInstanceOf(DataSourceError);
  return error as DataSourceError;
}
