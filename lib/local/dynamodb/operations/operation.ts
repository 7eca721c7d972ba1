import { type DynamoDbEngine, type DynamoDbOperation, type DynamoDbOutput } from '../engine';
import { type PageTokens } from '../page-tokens';
import { type RequestFields } from '../../request-fields';

/** What an operation works with. */
export interface OperationContext {
  /** The physical name of the data source's table. */
  readonly table: string;
  readonly tokens: PageTokens;
  /** For AppSync's own reads: requests go to DynamoDB without being recorded. */
  readonly engine: DynamoDbEngine;
  /** Makes a request of the resolver to DynamoDB, and records it. */
  send(operation: DynamoDbOperation, input: Record<string, unknown>): Promise<DynamoDbOutput>;
}

/** An operation that a handler's request object can ask for. */
export interface Operation {
  /** What the request object may have beside `operation`. */
  readonly fields: RequestFields;
  /** Makes the request, whose fields have been checked, and returns what the handler gets as `ctx.result`. */
  run(request: Record<string, unknown>, context: OperationContext): Promise<unknown>;
}
