/** A request to DynamoDB that a resolver caused. AppSync's own reads, after a failed condition, are not among them. */
export interface DynamoDbRequest {
  /** DynamoDB's name of the operation: a resolver's BatchPutItem and BatchDeleteItem are a BatchWriteItem. */
  readonly operation: string;
  /** The table's physical name; the names of a batch's or a transaction's tables are joined with `, `. */
  readonly table: string;
  readonly index?: string;
  /** What Query and Scan evaluated before their filter, and what GetItem, BatchGetItem and TransactGetItems found; 0 for writes and failures. */
  readonly itemsRead: number;
}

/** The requests made since the start or the last `clear()`, in the order in which they were answered. */
export class RequestLog {
  private entries: DynamoDbRequest[] = [];

  public get requests(): readonly DynamoDbRequest[] {
    return this.entries;
  }

  public clear(): void {
    this.entries = [];
  }

  public record(request: DynamoDbRequest): void {
    this.entries.push(request);
  }
}
