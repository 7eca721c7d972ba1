import { evaluate } from './handler-call';

const key = { id: { S: '1' } };
const idIsOne = { expression: '(#id = :id_eq)', expressionNames: { '#id': 'id' }, expressionValues: { ':id_eq': { S: '1' } } };

describe('requests about one item', () => {
  test.each<[string, unknown]>([
    ['get({ key: { id: "1" } })', { operation: 'GetItem', key }],
    ['get({ key: { id: "1", at: 2 }, consistentRead: true, projection: ["id", "nested.list[1].id"] })', {
      operation: 'GetItem', key: { ...key, at: { N: 2 } }, consistentRead: true,
      projection: { expression: '#expName_1, #expName_2.#expName_3[1].#expName_1', expressionNames: { '#expName_1': 'id', '#expName_2': 'nested', '#expName_3': 'list' } },
    }],
    ['put({ key: { id: "1" }, item: { value: 10, tags: ddb.toStringSet(["a"]), none: null } })', {
      operation: 'PutItem', key, attributeValues: { value: { N: 10 }, tags: { SS: ['a'] }, none: { NULL: null } },
    }],
    ['put({ key: { id: "1" }, item: {}, condition: { id: { eq: "1" } }, _version: 2, populateIndexFields: false })', {
      operation: 'PutItem', key, attributeValues: {}, condition: idIsOne, _version: 2, populateIndexFields: false,
    }],
    ['remove({ key: { id: "1" } })', { operation: 'DeleteItem', key }],
    ['remove({ key: { id: "1" }, condition: { id: { eq: "1" } } })', { operation: 'DeleteItem', key, condition: idIsOne }],
    ['update({ key: { id: "1" }, update: { age: 10 }, condition: { id: { eq: "1" } } })', {
      operation: 'UpdateItem', key, condition: idIsOne,
      update: { expression: 'SET #expName_1 = :expValue_1', expressionNames: { '#expName_1': 'age' }, expressionValues: { ':expValue_1': { N: 10 } } },
    }],
  ])('%s', (expression, request) => {
    expect(evaluate(`ddb.${expression}`)).toStrictEqual(request);
  });
});

describe('update', () => {
  test.each<[string, string, Record<string, unknown>]>([
    ['"x"', 'SET #expName_1 = :expValue_1', { ':expValue_1': { S: 'x' } }],
    ['null', 'SET #expName_1 = :expValue_1', { ':expValue_1': { NULL: null } }],
    ['{ nested: [1] }', 'SET #expName_1 = :expValue_1', { ':expValue_1': { M: { nested: { L: [{ N: 1 }] } } } }],
    ['ddb.toNumberSet([1, 2])', 'SET #expName_1 = :expValue_1', { ':expValue_1': { NS: [1, 2] } }],
    ['ddb.operations.add(10)', 'SET #expName_1 = :expValue_1', { ':expValue_1': { N: 10 } }],
    ['ddb.operations.replace({ a: 10 })', 'SET #expName_1 = :expValue_1', { ':expValue_1': { M: { a: { N: 10 } } } }],
    ['ddb.operations.increment(10)', 'SET #expName_1 = #expName_1 + :expValue_1', { ':expValue_1': { N: 10 } }],
    ['ddb.operations.increment()', 'SET #expName_1 = #expName_1 + :expValue_1', { ':expValue_1': { N: 1 } }],
    ['ddb.operations.decrement(1)', 'SET #expName_1 = #expName_1 - :expValue_1', { ':expValue_1': { N: 1 } }],
    ['ddb.operations.append([1])', 'SET #expName_1 = list_append(#expName_1, :expValue_1)', { ':expValue_1': { L: [{ N: 1 }] } }],
    ['ddb.operations.prepend([1])', 'SET #expName_1 = list_append(:expValue_1, #expName_1)', { ':expValue_1': { L: [{ N: 1 }] } }],
    ['[ddb.operations.updateListItem("a", 1), ddb.operations.updateListItem("b", 2)]', 'SET #expName_1[1] = :expValue_1, #expName_1[2] = :expValue_2', { ':expValue_1': { S: 'a' }, ':expValue_2': { S: 'b' } }],
    ['ddb.operations.remove()', 'REMOVE #expName_1', {}],
  ])('%s', (value, expression, expressionValues) => {
    expect(evaluate(`ddb.update({ key: {}, update: { v: ${value} } }).update`)).toEqual({ expression, expressionNames: { '#expName_1': 'v' }, expressionValues });
  });

  test('several attributes', () => {
    expect(evaluate('ddb.update({ key: {}, update: { a: 1, b: ddb.operations.remove(), c: "x", d: ddb.operations.remove() } }).update')).toEqual({
      expression: 'SET #expName_1 = :expValue_1, #expName_3 = :expValue_2 REMOVE #expName_2, #expName_4',
      expressionNames: { '#expName_1': 'a', '#expName_2': 'b', '#expName_3': 'c', '#expName_4': 'd' },
      expressionValues: { ':expValue_1': { N: 1 }, ':expValue_2': { S: 'x' } },
    });
  });

  test('an operation inside a value is an error', () => {
    expect(() => evaluate('ddb.update({ key: {}, update: { v: { n: ddb.operations.increment(1) } } })')).toThrow('update: \'v\' has an operation inside its value');
  });
});

describe('requests that read many items', () => {
  test.each<[string, unknown]>([
    ['query({ query: { id: { eq: "1" }, at: { between: [1, 2] } } })', {
      operation: 'Query',
      query: {
        expression: '(#id = :id_eq) AND (#at BETWEEN :at_between_start AND :at_between_end)',
        expressionNames: { '#id': 'id', '#at': 'at' },
        expressionValues: { ':id_eq': { S: '1' }, ':at_between_start': { N: 1 }, ':at_between_end': { N: 2 } },
      },
    }],
    ['query({ query: { id: { eq: "1" } }, index: "i", limit: 5, nextToken: null, scanIndexForward: false, select: "ALL_ATTRIBUTES", filter: { id: { eq: "1" } }, projection: ["a"] })', {
      operation: 'Query', query: idIsOne, index: 'i', limit: 5, scanIndexForward: false, select: 'ALL_ATTRIBUTES', filter: idIsOne,
      projection: { expression: '#expName_1', expressionNames: { '#expName_1': 'a' } },
    }],
    ['scan({ limit: 10, nextToken: "abc", filter: null })', { operation: 'Scan', limit: 10, nextToken: 'abc' }],
    ['scan({ filter: { id: { eq: "1" } }, totalSegments: 2, segment: 0, consistentRead: true })', { operation: 'Scan', filter: idIsOne, totalSegments: 2, segment: 0, consistentRead: true }],
  ])('%s', (expression, request) => {
    expect(evaluate(`ddb.${expression}`)).toStrictEqual(request);
  });

  test.each([
    ['scan({ filter: { v: { like: "x" } } })', 'scan: the filter is none that DynamoDB knows: {"v":{"like":"x"}}'],
    ['put({ key: {}, item: {}, condition: { and: null } })', 'put: the condition is none that DynamoDB knows: {"and":null}'],
    ['query({ query: { id: { contains: "x" } } })', 'query: a key condition has no operator \'contains\' (\'id\'); it has eq, lt, le, gt, ge, between, beginsWith'],
    ['query({ query: { id: { between: [1] } } })', 'query: the key condition is none that DynamoDB knows'],
    ['sync({})', 'sync of @aws-appsync/utils/dynamodb is not supported by the local API'],
  ])('%s is an error', (expression, message) => {
    expect(() => evaluate(`ddb.${expression}`)).toThrow(message);
  });
});

describe('batches and transactions', () => {
  test.each<[string, unknown]>([
    ['batchGet({ tables: { post: { keys: [{ id: "1" }], consistentRead: false, projection: ["id"] }, note: { keys: [] } } })', {
      operation: 'BatchGetItem',
      tables: { post: { keys: [key], consistentRead: false, projection: { expression: '#expName_1', expressionNames: { '#expName_1': 'id' } } }, note: { keys: [] } },
    }],
    ['batchPut({ tables: { post: [{ id: "1", tags: ddb.toBinarySet(["YQ=="]) }] } })', { operation: 'BatchPutItem', tables: { post: [{ ...key, tags: { BS: ['YQ=='] } }] } }],
    ['batchDelete({ tables: { post: [{ id: "1" }] } })', { operation: 'BatchDeleteItem', tables: { post: [key] } }],
    ['transactGet({ items: [{ table: "post", key: { id: "1" }, projection: ["name"] }] })', {
      operation: 'TransactGetItems', transactItems: [{ table: 'post', key, projection: { expression: '#expName_1', expressionNames: { '#expName_1': 'name' } } }],
    }],
    [`transactWrite({ items: [
      { putItem: { table: "post", key: { id: "1" }, item: { a: 1 }, condition: { id: { eq: "1" } } } },
      { updateItem: { table: "post", key: { id: "1" }, update: { a: ddb.operations.remove() } } },
      { deleteItem: { table: "post", key: { id: "1" } } },
      { conditionCheck: { table: "post", key: { id: "1" }, condition: { id: { eq: "1" } } } },
    ] })`, {
      operation: 'TransactWriteItems',
      transactItems: [
        { operation: 'PutItem', table: 'post', key, attributeValues: { a: { N: 1 } }, condition: idIsOne },
        { operation: 'UpdateItem', table: 'post', key, update: { expression: 'REMOVE #expName_1', expressionNames: { '#expName_1': 'a' }, expressionValues: {} } },
        { operation: 'DeleteItem', table: 'post', key },
        { operation: 'ConditionCheck', table: 'post', key, condition: idIsOne },
      ],
    }],
  ])('%s', (expression, request) => {
    expect(evaluate(`ddb.${expression}`)).toStrictEqual(request);
  });

  test('an unknown kind of write is an error', () => {
    expect(() => evaluate('ddb.transactWrite({ items: [{ patchItem: { table: "t", key: {} } }] })')).toThrow('transactWrite: an item is one of putItem, updateItem, deleteItem, conditionCheck');
  });
});
