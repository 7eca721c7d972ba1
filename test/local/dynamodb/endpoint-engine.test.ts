import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo } from 'node:net';
import { EndpointEngine, ensureTables } from '../../../lib/local/dynamodb';
import { startEndpoint, teams } from './engines';

test('errors are the exceptions of DynamoDB', async () => {
  const { engine, close } = await startEndpoint();
  try {
    await expect(engine.request('GetItem', { TableName: 'Team', Key: {} })).rejects.toMatchObject({ name: 'ResourceNotFoundException', message: 'Requested resource not found' });
    await expect(engine.request('GetItem', { TableName: 'Team', Key: { id: { S: 1 } } })).rejects.toMatchObject({ name: 'SerializationException' });
  } finally {
    await close();
  }
});

test('transactions are passed on, and why they were cancelled comes back', async () => {
  const bodies: string[] = [];
  const reasons = [{ Code: 'None' }, { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed', Item: { id: { S: 't1' } } }];
  const server = createServer((request, response) => {
    request.on('data', (data) => bodies.push(`${request.headers['x-amz-target']} ${data}`)).on('end', () => {
      response.writeHead(400, { connection: 'close' }).end(JSON.stringify({ __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException', Message: 'Transaction cancelled', CancellationReasons: reasons }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const engine = new EndpointEngine(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const input = { TransactItems: [{ Delete: { TableName: 'Team', Key: { id: { S: 't1' } } } }] };
  await expect(engine.request('TransactWriteItems', input)).rejects.toMatchObject({ name: 'TransactionCanceledException', message: 'Transaction cancelled', details: { CancellationReasons: reasons } });
  expect(bodies).toEqual([`DynamoDB_20120810.TransactWriteItems ${JSON.stringify(input)}`]);
  await new Promise((resolve) => server.close(resolve));
});

test('indexes that the endpoint cannot change are a clear error', async () => {
  const { engine, close } = await startEndpoint();
  try {
    await ensureTables(engine, [teams]);
    const changed = {
      ...teams,
      attributeDefinitions: [...teams.attributeDefinitions, { AttributeName: 'name', AttributeType: 'S' as const }],
      globalSecondaryIndexes: [{ IndexName: 'byName', KeySchema: [{ AttributeName: 'name', KeyType: 'HASH' as const }], Projection: { ProjectionType: 'ALL' as const } }],
    };
    await expect(ensureTables(engine, [changed])).rejects.toThrow(/^cannot change the indexes of the table Team \(.*\): delete the table, or start with another data directory$/);
  } finally {
    await close();
  }
});

test('an endpoint that is not there, or not DynamoDB, is named', async () => {
  const answers: RequestListener[] = [(_request, response) => response.end('hello'), (_request, response) => response.writeHead(502).end('{}')];
  const server = createServer((request, response) => answers.shift()!(request, response.setHeader('connection', 'close')));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const request = (): Promise<unknown> => new EndpointEngine(url).request('DescribeTable', { TableName: 'Team' });
  await expect(request()).rejects.toThrow(`${url} does not answer as DynamoDB does: HTTP 200 hello`);
  await expect(request()).rejects.toThrow(`${url} does not answer as DynamoDB does: HTTP 502 {}`);
  await expect(new EndpointEngine('ftp://teams').request('DescribeTable', { TableName: 'Team' })).rejects.toThrow('no DynamoDB endpoint answers at ftp://teams (unknown scheme)');
  await new Promise((resolve) => server.close(resolve));
  await expect(request()).rejects.toThrow(`no DynamoDB endpoint answers at ${url} (ECONNREFUSED): start it, or leave the endpoint out to use the embedded one`);
});
