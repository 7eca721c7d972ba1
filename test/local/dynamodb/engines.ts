import { mkdtempSync, rmSync } from 'node:fs';
import { type Server } from 'node:http';
import { createRequire } from 'node:module';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DynamoDbEngine, EmbeddedEngine, EndpointEngine } from '../../../lib/local/dynamodb';
import { type TableDefinition } from '../../../lib/local/template/api-definition';

const dynalite: (options: object) => Server = createRequire(__filename)('dynalite');

export async function withDirectory(use: (directory: string) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'dynamodb-'));
  try {
    await use(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

export async function startEndpoint(): Promise<{ engine: EndpointEngine; url: string; close(): Promise<void> }> {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const engine = new EndpointEngine(url);
  const close = async (): Promise<void> => {
    await engine.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { engine, url, close };
}

/** Both engines, each with nothing in it. */
export const engines: readonly [string, () => Promise<{ engine: DynamoDbEngine; close(): Promise<void> }>][] = [
  ['the embedded engine', async () => {
    const engine = new EmbeddedEngine();
    return { engine, close: () => engine.close() };
  }],
  ['an endpoint', startEndpoint],
];

export const teams: TableDefinition = {
  logicalId: 'TeamTable',
  name: 'Team',
  attributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  keySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  globalSecondaryIndexes: [],
  localSecondaryIndexes: [],
};

export const members: TableDefinition = {
  logicalId: 'MemberTable',
  name: 'Member',
  attributeDefinitions: [
    { AttributeName: 'id', AttributeType: 'S' },
    { AttributeName: 'teamId', AttributeType: 'S' },
    { AttributeName: 'rank', AttributeType: 'N' },
  ],
  keySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  globalSecondaryIndexes: [
    { IndexName: 'byTeam', KeySchema: [{ AttributeName: 'teamId', KeyType: 'HASH' }], Projection: { ProjectionType: 'ALL' } },
    {
      IndexName: 'byTeamAndRank',
      KeySchema: [{ AttributeName: 'teamId', KeyType: 'HASH' }, { AttributeName: 'rank', KeyType: 'RANGE' }],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['name'] },
    },
  ],
  localSecondaryIndexes: [],
};

export const orders: TableDefinition = {
  logicalId: 'OrderTable',
  name: 'Order',
  attributeDefinitions: [
    { AttributeName: 'customer', AttributeType: 'S' },
    { AttributeName: 'number', AttributeType: 'N' },
    { AttributeName: 'placed', AttributeType: 'S' },
  ],
  keySchema: [{ AttributeName: 'customer', KeyType: 'HASH' }, { AttributeName: 'number', KeyType: 'RANGE' }],
  globalSecondaryIndexes: [],
  localSecondaryIndexes: [
    { IndexName: 'byPlaced', KeySchema: [{ AttributeName: 'customer', KeyType: 'HASH' }, { AttributeName: 'placed', KeyType: 'RANGE' }], Projection: { ProjectionType: 'ALL' } },
  ],
};
