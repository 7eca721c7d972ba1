import { type KeySchemaElement, type SecondaryIndexDefinition, type TableDefinition } from '../template/api-definition';
import { type Attributes } from './attribute-values';

/** The DynamoDB operations that the local API may ask an engine for. */
export type DynamoDbOperation =
  | 'GetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'Query' | 'Scan'
  | 'BatchGetItem' | 'BatchWriteItem'
  | 'TransactGetItems' | 'TransactWriteItems'
  | 'CreateTable' | 'UpdateTable' | 'DescribeTable' | 'DeleteTable';

/** What DynamoDB answers with: each operation has members of its own. */
export interface DynamoDbOutput {
  readonly Item?: Attributes;
  readonly Items?: readonly Attributes[];
  readonly Attributes?: Attributes;
  readonly Count?: number;
  readonly ScannedCount?: number;
  readonly LastEvaluatedKey?: Attributes;
  /** Of a BatchGetItem by table, of a TransactGetItems in the order of its actions. */
  readonly Responses?: Readonly<Record<string, readonly Attributes[]>> | readonly ItemResponse[];
  readonly UnprocessedKeys?: Readonly<Record<string, { readonly Keys: readonly Attributes[] }>>;
  readonly UnprocessedItems?: Readonly<Record<string, readonly WriteRequest[]>>;
  readonly Table?: TableDescription;
}

/** What a TransactGetItems answers to one of its actions: no item where there is none. */
export interface ItemResponse {
  readonly Item?: Attributes;
}

/** Why an action made DynamoDB cancel a transaction; `None` for one that did not. */
export interface CancellationReason {
  readonly Code: string;
  readonly Message?: string;
  readonly Item?: Attributes;
}

/** A write of a BatchWriteItem. */
export interface WriteRequest {
  readonly PutRequest?: { readonly Item: Attributes };
  readonly DeleteRequest?: { readonly Key: Attributes };
}

/** A table as DescribeTable shows it. */
export interface TableDescription {
  readonly TableStatus: string;
  readonly AttributeDefinitions: TableDefinition['attributeDefinitions'];
  readonly KeySchema: readonly KeySchemaElement[];
  readonly GlobalSecondaryIndexes?: readonly (SecondaryIndexDefinition & { readonly IndexStatus: string })[];
  readonly LocalSecondaryIndexes?: readonly SecondaryIndexDefinition[];
}

/**
 * Something that answers DynamoDB requests: the embedded engine, or an endpoint that speaks DynamoDB's protocol.
 * Inputs and outputs have the form of DynamoDB's own JSON API (`{ TableName, Key: { id: { S: '1' } } }`).
 */
export interface DynamoDbEngine {
  /** @throws DynamoDbError what DynamoDB would have answered with */
  request(operation: DynamoDbOperation, input: Record<string, unknown>): Promise<DynamoDbOutput>;
  close(): Promise<void>;
}

/**
 * An exception of DynamoDB. `details` are its members beside the message: the `Item` of a failed condition, the `CancellationReasons` of
 * a transaction. `name` is the exception's class without its namespace: `ConditionalCheckFailedException`.
 */
export class DynamoDbError extends Error {
  public constructor(public override readonly name: string, message: string, public readonly details: Record<string, unknown> = {}) {
    super(message);
  }
}
