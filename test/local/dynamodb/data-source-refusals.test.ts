import { type DynamoDbDataSource, type RequestLog } from '../../../lib/local/dynamodb';
import { get, outcome, type Page, put, refusal, startDataSources } from './data-sources';
import { engines } from './engines';

describe.each(engines)('DynamoDbDataSource over %s', (_, start) => {
  let close: () => Promise<void>;
  let log: RequestLog;
  let team: DynamoDbDataSource;
  let member: DynamoDbDataSource;

  beforeEach(async () => {
    ({ close, log, team, member } = await startDataSources(start));
  });
  afterEach(() => close());

  describe('a failed condition', () => {
    const absent = { expression: 'attribute_not_exists(id)' };
    const failed = {
      type: 'DynamoDB:ConditionalCheckFailedException',
      message: expect.stringMatching(/^The conditional request failed \(Service: DynamoDb, Status Code: 400, Request ID: [A-Z0-9]{26,}\)$/),
    };
    const create = (attributeValues: object, condition: object = absent): object => ({ operation: 'PutItem', key: { id: { S: 't1' } }, attributeValues, condition });

    beforeEach(async () => {
      await put(team, 't1', { size: { N: '1.0' }, tags: { SS: ['a', 'b'] }, at: { S: 'now' } });
      log.clear();
    });

    test('of a PutItem is an error with the current item, and the item stays', async () => {
      const error = await refusal(team, create({ size: { N: 2 } }));
      expect(error).toMatchObject({ ...failed, data: { id: 't1', size: 1, tags: ['a', 'b'], at: 'now' } });
      expect(await get(team, 't1')).toMatchObject({ size: 1 });
    });

    test('of a PutItem is a success when the item is already as it would be', async () => {
      const same = { tags: { SS: ['b', 'a'] }, size: { N: 1 }, at: { S: 'now' } };
      expect(await team.invoke(create(same))).toEqual({ id: 't1', size: 1, tags: ['a', 'b'], at: 'now' });
      const later = { ...same, at: { S: 'later' } };
      expect(await outcome(team, create(later))).toMatchObject(failed);
      expect(await team.invoke(create(later, { ...absent, equalsIgnore: ['at'], consistentRead: false }))).toMatchObject({ at: 'now' });
    });

    test('of a DeleteItem is a success when the item is gone, and an error when it is there', async () => {
      const remove = (id: string): object => ({
        operation: 'DeleteItem', key: { id: { S: id } }, condition: { expression: '#s = :s', expressionNames: { '#s': 'size' }, expressionValues: { ':s': { N: 5 } } },
      });
      expect(await team.invoke(remove('no'))).toBeNull();
      expect(await outcome(team, remove('t1'))).toMatchObject({ ...failed, data: { id: 't1', size: 1 } });
    });

    test('of an UpdateItem is always an error', async () => {
      const update = (id: string, expression: string): object => ({
        operation: 'UpdateItem', key: { id: { S: id } }, condition: { expression, conditionalCheckFailedHandler: { strategy: 'Reject' } },
        update: { expression: 'SET #at = :at', expressionNames: { '#at': 'at' }, expressionValues: { ':at': { S: 'now' } } },
      });
      expect(await outcome(team, update('t1', 'attribute_not_exists(id)'))).toMatchObject({ ...failed, data: { id: 't1', at: 'now' } });
      expect(await outcome(team, update('no', 'attribute_exists(id)'))).toMatchObject({ ...failed, data: null });
    });

    test("is not recorded with AppSync's own read of the item", async () => {
      await outcome(team, create({ size: { N: 2 } }));
      expect(log.requests).toEqual([{ operation: 'PutItem', table: 'Team', itemsRead: 0 }]);
    });
  });

  describe('key attributes', () => {
    const empty = 'The AttributeValue for a key attribute cannot contain an empty string value.';
    const put2 = 'One or more parameter values are not valid. A value specified for a secondary index key is not supported.';
    const update = 'One or more parameter values are not valid. The update expression attempted to update a secondary index key to a value that is not supported.';

    const mismatch = (key: string, expected: string, actual: string, index: string): string =>
      `One or more parameter values were invalid: Type mismatch for Index Key ${key} Expected: ${expected} Actual: ${actual} IndexName: ${index}`;

    test.each<[string, object, string]>([
      ['PutItem, table key', { operation: 'PutItem', key: { id: { S: '' } }, attributeValues: {} }, empty],
      ['PutItem, index key', { operation: 'PutItem', key: { id: { S: 'm1' } }, attributeValues: { teamId: { S: '' } } }, `${put2} ${empty} IndexName: byTeam, IndexKey: teamId (`],
      ['BatchPutItem, index key', { operation: 'BatchPutItem', tables: { Member: [{ id: { S: 'm2' } }, { id: { S: 'm1' }, teamId: { S: '' } }] } }, `${put2} ${empty} IndexName: byTeam, IndexKey: teamId (`],
      ['UpdateItem, index key', { operation: 'UpdateItem', key: { id: { S: 'm1' } }, update: { expression: 'SET teamId = :t', expressionValues: { ':t': { S: '' } } } }, `${update} ${empty} (`],
      ['UpdateItem, index key from elsewhere', { operation: 'UpdateItem', key: { id: { S: 'there' } }, update: { expression: 'SET teamId = blank' } }, `${update} ${empty} (`],
      ['GetItem, table key', { operation: 'GetItem', key: { id: { S: '' } } }, `One or more parameter values are not valid. ${empty} Key: id`],
      ['UpdateItem, index key by a function', { operation: 'UpdateItem', key: { id: { S: 'm1' } }, update: { expression: 'SET teamId = if_not_exists(teamId, :t)', expressionValues: { ':t': { S: '' } } } }, `${update} ${empty} (`],
      ['PutItem, index key of another type', { operation: 'PutItem', key: { id: { S: 'm1' } }, attributeValues: { teamId: { S: 't1' }, rank: { S: '1' } } }, mismatch('rank', 'N', 'S', 'byTeamAndRank')],
      ['BatchPutItem, index key of another type', { operation: 'BatchPutItem', tables: { Member: [{ id: { S: 'm2' } }, { id: { S: 'm1' }, teamId: { N: 1 } }] } }, mismatch('teamId', 'S', 'N', 'byTeam')],
      ['UpdateItem, index key of another type', { operation: 'UpdateItem', key: { id: { S: 'there' } }, update: { expression: 'SET teamId = :t', expressionValues: { ':t': { L: [] } } } }, mismatch('teamId', 'S', 'L', 'byTeam')],
      ['UpdateItem, NULL in an index key', { operation: 'UpdateItem', key: { id: { S: 'there' } }, update: { expression: 'SET teamId = :t', expressionValues: { ':t': { NULL: null } } } }, mismatch('teamId', 'S', 'NULL', 'byTeam')],
      ['UpdateItem, addition to an index key of another type', { operation: 'UpdateItem', key: { id: { S: 'm1' } }, update: { expression: 'ADD teamId :n', expressionValues: { ':n': { N: 1 } } } }, mismatch('teamId', 'S', 'N', 'byTeam')],
      ['UpdateItem, index key of another type from elsewhere', { operation: 'UpdateItem', key: { id: { S: 'there' } }, update: { expression: 'SET teamId = age' } }, 'The update expression attempted to update the secondary index key to unsupported type'],
      ['UpdateItem, inside an index key', { operation: 'UpdateItem', key: { id: { S: 'there' } }, update: { expression: 'SET teamId.part = age' } }, 'Key attributes must be scalars;'],
      ['PutItem, NULL in an index key', { operation: 'PutItem', key: { id: { S: 'm1' } }, attributeValues: { teamId: { NULL: null } } }, 'Type mismatch for Index Key teamId Expected: S Actual: NULL IndexName: byTeam'],
    ])('%s', async (_case, request, message) => {
      await put(member, 'there', { blank: { S: '' }, age: { N: 20 }, teamId: { S: 't1' } });
      const error = await refusal(member, request);
      expect(error).toMatchObject({ type: 'DynamoDB:DynamoDbException' });
      expect(error.message).toContain(message);
      expect(await member.invoke({ operation: 'Scan' })).toMatchObject({ items: [{ id: 'there', teamId: 't1' }] });
    });

    test('that change move the item in the index, and an item without them is not in it', async () => {
      await put(member, 'm1', { teamId: { S: 't1' } });
      const inTeam = async (id: string): Promise<unknown> =>
        ((await member.invoke({ operation: 'Query', index: 'byTeam', query: { expression: 'teamId = :t', expressionValues: { ':t': { S: id } } } })) as Page).items;
      const set = (expression: string, expressionValues?: object): Promise<unknown> => member.invoke({ operation: 'UpdateItem', key: { id: { S: 'm1' } }, update: { expression, expressionValues } });
      await set('SET teamId = :t', { ':t': { S: 't2' } });
      expect([await inTeam('t1'), await inTeam('t2')]).toEqual([[], [{ id: 'm1', teamId: 't2' }]]);
      await set('REMOVE teamId');
      expect(await inTeam('t2')).toEqual([]);
    });
  });

  describe('request objects', () => {
    const key = { id: { S: 't1' } };
    test.each<[unknown, string]>([
      [undefined, "Expected JSON object at '$' but got null instead."],
      [{ key }, "Value for field '$[operation]' not found."],
      [{ operation: 'Sync' }, "Unsupported operation 'Sync': the local API knows GetItem, "],
      [{ operation: 'toString' }, "Unsupported operation 'toString'"],
      [{ operation: 'GetItem' }, "Value for field '$[key]' not found."],
      [{ operation: 'GetItem', key, filter: {} }, "Unsupported element '$[filter]'."],
      [{ operation: 'GetItem', key, toString: 1 }, "Unsupported element '$[toString]'."],
      [{ operation: 'GetItem', key: { id: 't1' } }, "Expected JSON object at '$[key][id]' but got \"t1\" instead."],
      [{ operation: 'Scan', filter: { expression: 'a = :a', values: {} } }, "Unsupported element '$[filter][values]'."],
      [{ operation: 'Scan', filter: '{}' }, "Expected JSON object at '$[filter]' but got \"{}\" instead."],
      [{ operation: 'PutItem', key, attributeValues: {}, customPartitionKey: 'id' }, "'$[customPartitionKey]' is for versioned data sources"],
      [{ operation: 'DeleteItem', key, condition: { expression: 'a = b', conditionalCheckFailedHandler: { strategy: 'Custom', lambdaArn: 'x' } } }, 'the local API supports \'Reject\' only'],
      [{ operation: 'BatchGetItem', tables: { Team: [] } }, "Expected JSON object at '$[tables][Team]'"],
      [{ operation: 'BatchPutItem', tables: { Team: {} } }, "Expected JSON array at '$[tables][Team]'"],
      [
        { operation: 'UpdateItem', key, update: { expression: 'SET a = :v', expressionValues: { ':v': { N: 1 } } }, condition: { expression: 'a = :v', expressionValues: { ':v': { N: 2 } } } },
        "'$[condition][expressionValues][:v]' is already used by another expression",
      ],
    ])('%j', async (request, message) => {
      const error = await refusal(team, request);
      expect(error).toMatchObject({ type: 'MappingTemplate' });
      expect(error.message).toContain(message);
      expect(log.requests).toEqual([]);
    });

    test('may have fields that are null or undefined, and a version', async () => {
      expect(await team.invoke({ version: '2018-05-29', operation: 'Scan', filter: null, nextToken: null, limit: undefined })).toEqual({ items: [], nextToken: null, scannedCount: 0 });
    });

    test('with values that DynamoDB does not know fail as there', async () => {
      for (const value of [{}, { X: 1 }, { constructor: 1 }, { S: 'a', N: '1' }, { S: null }, { N: 'one' }, { SS: [] }]) {
        expect(await outcome(team, { operation: 'PutItem', key, attributeValues: { a: value } })).toMatchObject({ type: 'DynamoDB:DynamoDbException' });
      }
    });
  });
});
