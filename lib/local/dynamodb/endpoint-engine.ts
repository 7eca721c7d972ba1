import { type DynamoDbEngine, DynamoDbError, type DynamoDbOperation, type DynamoDbOutput } from './engine';

/**
 * DynamoDB behind a URL: a local endpoint that speaks DynamoDB's JSON protocol, such as DynamoDB Local. Requests carry a
 * signature only in form, so an endpoint that checks it, as AWS does, refuses them: this engine cannot reach data on AWS.
 */
export class EndpointEngine implements DynamoDbEngine {
  public constructor(private readonly url: string) {}

  public async request(operation: DynamoDbOperation, input: Record<string, unknown>): Promise<DynamoDbOutput> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `DynamoDB_20120810.${operation}`, ...unsignedHeaders() },
      body: JSON.stringify(input),
    }).catch((error) => {
      throw new Error(`no DynamoDB endpoint answers at ${this.url} (${error.cause?.code ?? error.cause?.message ?? error.message}): start it, or leave the endpoint out to use the embedded one`);
    });
    const text = await response.text();
    const body = parseObject(text);
    if (!body || response.ok === Boolean(body.__type)) {
      throw new Error(`${this.url} does not answer as DynamoDB does: HTTP ${response.status} ${text.slice(0, 200)}`);
    }
    if (body.__type) {
      const { __type, message, Message, ...details } = body;
      throw new DynamoDbError(__type.split('#').at(-1)!, message ?? Message ?? '', details);
    }
    return body;
  }

  public async close(): Promise<void> {
    // fetch keeps no connection that would keep the process alive.
  }
}

interface Body extends DynamoDbOutput {
  readonly __type?: string;
  readonly message?: string;
  readonly Message?: string;
}

function unsignedHeaders(): Record<string, string> {
  const date = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = `${date.slice(0, 8)}/us-east-1/dynamodb/aws4_request`;
  return {
    'x-amz-date': date,
    'authorization': `AWS4-HMAC-SHA256 Credential=local/${scope}, SignedHeaders=host;x-amz-date;x-amz-target, Signature=${'0'.repeat(64)}`,
  };
}

function parseObject(text: string): Body | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}
