import { type DataSource, DataSourceError } from '../data-source';
import { type TableDefinition } from '../template/api-definition';
import { dataSourceError } from './data-source-error';
import { type DynamoDbEngine, DynamoDbError, type DynamoDbOperation, type DynamoDbOutput, type ItemResponse } from './engine';
import { operations } from './operations';
import { PageTokens } from './page-tokens';
import { readFields, requireObject } from '../request-fields';
import { type RequestLog } from './request-log';

/** Where a request names its tables. */
interface RequestInput {
  readonly TableName?: string;
  readonly RequestItems?: object;
  readonly TransactItems?: readonly Readonly<Record<string, { readonly TableName: string }>>[];
}

/**
 * An AppSync data source of type AMAZON_DYNAMODB: runs the request objects of the JavaScript resolver function reference
 * for DynamoDB, except Sync. Items come back as plain JSON.
 * https://docs.aws.amazon.com/appsync/latest/devguide/js-resolver-reference-dynamodb.html
 */
export class DynamoDbDataSource implements DataSource {
  /** Tokens made by one `PageTokens` are good for every data source that shares it. */
  public constructor(
    private readonly engine: DynamoDbEngine,
    private readonly table: TableDefinition,
    private readonly log: RequestLog,
    private readonly tokens: PageTokens = new PageTokens(),
  ) {}

  /**
   * @throws DataSourceError of type `DynamoDB:...` for what DynamoDB refuses, and of type `MappingTemplate` for a request
   * object that AppSync does not pass on
   */
  public async invoke(request: unknown): Promise<unknown> {
    const { operation: name, ...rest } = requireObject(request ?? null, '$');
    if (name === undefined) {
      throw new DataSourceError("Value for field '$[operation]' not found.", 'MappingTemplate');
    }
    const operation = operations.get(name);
    if (!operation) {
      throw new DataSourceError(`Unsupported operation '${name}': the local API knows ${[...operations.keys()].join(', ')}.`, 'MappingTemplate');
    }
    try {
      return await operation.run(readFields(rest, { ...operation.fields, version: 'optional' }), {
        table: this.table.name,
        tokens: this.tokens,
        engine: this.engine,
        send: (sent, input) => this.send(sent, input),
      });
    } catch (error) {
      throw error instanceof DynamoDbError ? dataSourceError(error) : error;
    }
  }

  private async send(operation: DynamoDbOperation, input: Record<string, unknown>): Promise<DynamoDbOutput> {
    let itemsRead = 0;
    try {
      const output = await this.engine.request(operation, input);
      itemsRead = countItems(output);
      return output;
    } finally {
      const { IndexName: index } = input as { IndexName?: string };
      this.log.record({ operation, table: tableNames(input).join(', '), ...(index && { index }), itemsRead });
    }
  }
}

/** The tables that a request is about, each once. */
function tableNames({ TableName, RequestItems, TransactItems }: RequestInput): string[] {
  if (TableName) return [TableName];
  return [...new Set([...Object.keys(RequestItems ?? {}), ...(TransactItems ?? []).flatMap(Object.values).map((action) => action.TableName)])];
}

function countItems({ ScannedCount, Responses, Item }: DynamoDbOutput): number {
  if (Array.isArray(Responses)) return Responses.filter((response: ItemResponse) => response.Item).length;
  return ScannedCount ?? (Responses ? Object.values(Responses).flat().length : Number(Boolean(Item)));
}
