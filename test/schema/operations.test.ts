import { a } from 'cdk-appsync-data/schema';
import { deepFreeze, modified, plain } from '../support/builders';

const text = { kind: 'scalar', scalar: 'string', required: false };
const code = { kind: 'code', entry: './echo.ts', declaredIn: __filename };

describe.each(['query', 'mutation'] as const)('a.%s()', (kind) => {
  const operation = a[kind]();

  test('is nothing yet', () => {
    expect(plain(operation)).toEqual({ kind, arguments: {} });
    expect(Object.keys(operation)).toEqual(['arguments', 'returns', 'handler', 'authorization']);
  });

  test('the modifiers leave it as it is', () => {
    expect(modified(operation, (original) => original.arguments({ text: a.string() }))).toEqual({ kind, arguments: { text } });
    expect(modified(operation, (original) => original.returns(a.ref('Post').array()))).toMatchObject({ returns: { kind: 'ref', type: 'Post', required: false, list: { elementRequired: false } } });
    expect(modified(operation, (original) => original.handler(a.handler.function('echo')))).toMatchObject({ handlers: [{ kind: 'function', function: 'echo' }] });
    expect(modified(operation, (original) => original.authorization((allow) => allow.publicApiKey()))).toMatchObject({ authorization: [{ kind: 'rule', allow: 'public', provider: 'apiKey' }] });
  });

  test('the last call decides, and the others stay', () => {
    const all = operation.arguments({ old: a.id() }).returns(a.id()).handler(a.handler.function('old')).authorization((allow) => [allow.publicApiKey()]);
    expect(modified(all, (original) => original.arguments({ text: a.string() }).returns(a.string()).handler(a.handler.function('echo')))).toEqual({
      kind, arguments: { text }, returns: text, handlers: [{ kind: 'function', function: 'echo' }], authorization: [{ kind: 'rule', allow: 'public', provider: 'apiKey' }],
    });
  });

  test('a function that is not waited for replaces what was said of the result', () => {
    const later = a.handler.function('echo').async();
    expect(modified(operation.returns(a.string()), (original) => original.handler([a.handler.function('echo'), later]))).not.toHaveProperty('returns');
    expect(modified(operation.returns(a.string()), (original) => original.handler([later, a.handler.function('echo')]))).toMatchObject({ returns: text });
    expect(plain(operation.handler(later).returns(a.string()))).toMatchObject({ returns: text });
  });

  test('what it is given may change afterwards', () => {
    const fields: Record<string, ReturnType<typeof a.string>> = { text: a.string() };
    const handlers = [a.handler.function('one')];
    const declared = operation.arguments(fields).handler(handlers);
    fields.more = a.string();
    handlers.push(a.handler.function('two'));
    expect(plain(declared)).toEqual({ kind, arguments: { text }, handlers: [{ kind: 'function', function: 'one' }] });
  });
});

describe('a.subscription()', () => {
  const subscription = a.subscription();
  const publish = { kind: 'ref', type: 'publish', required: false };

  test('is nothing yet, and gives what its mutations give', () => {
    expect(plain(subscription)).toEqual({ kind: 'subscription', arguments: {} });
    expect(Object.keys(subscription)).toEqual(['for', 'arguments', 'handler', 'authorization']);
  });

  test('the modifiers leave it as it is', () => {
    expect(modified(subscription, (original) => original.for(a.ref('publish')))).toMatchObject({ sources: [publish] });
    expect(modified(subscription, (original) => original.for(deepFreeze([a.ref('publish'), a.ref('Post').mutations(['create', 'update'])] as const)))).toMatchObject({
      sources: [publish, { kind: 'mutations', model: 'Post', operations: ['create', 'update'] }],
    });
    expect(modified(subscription, (original) => original.arguments({ text: a.string() }))).toMatchObject({ arguments: { text } });
    expect(modified(subscription, (original) => original.handler([a.handler.function('one'), a.handler.function('two')]))).toMatchObject({ handlers: [{ function: 'one' }, { function: 'two' }] });
    expect(modified(subscription.for(a.ref('publish')), (original) => original.authorization((allow) => allow.publicApiKey()))).toMatchObject({ sources: [publish], authorization: [{ allow: 'public' }] });
  });

  test('mutations of a model leave the reference as it is, and keep a list of their own', () => {
    const operations: ('create' | 'delete')[] = ['create'];
    const mutations = a.ref('Post').mutations(operations);
    operations.push('delete');
    expect(plain(mutations)).toEqual({ kind: 'mutations', model: 'Post', operations: ['create'] });
    expect(modified(a.ref('Post'), (original) => original.mutations(['delete']))).toEqual({ kind: 'mutations', model: 'Post', operations: ['delete'] });
  });
});

describe('handlers', () => {
  test('code keeps its file, and the file that says so', () => {
    expect(plain(a.handler.custom({ entry: './echo.ts' }))).toEqual(code);
    expect(plain(a.handler.custom({ entry: './echo.ts', dataSource: 'Weather' }))).toEqual({ ...code, dataSource: 'Weather' });
    expect(plain(a.handler.custom({ entry: './echo.ts', dataSource: a.ref('Post') }))).toEqual({ ...code, dataSource: { kind: 'ref', type: 'Post', required: false } });
  });

  test('a function is one, or the name of one; .async() leaves it as it is', () => {
    const resource = { functionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:echo' };
    expect(plain(a.handler.function(resource))).toEqual({ kind: 'function', function: resource });
    expect(modified(a.handler.function('echo'), (original) => original.async())).toEqual({ kind: 'function', function: 'echo', async: true });
  });
});

test('the rules of a combined schema stay with its operations', () => {
  const parts = [a.schema({ one: a.query(), two: a.query().authorization(() => []) }).authorization((allow) => allow.publicApiKey()), a.schema({ three: a.mutation() })] as const;
  expect(plain(a.combine(parts))).toMatchObject({
    types: { one: { kind: 'query', authorization: [{ kind: 'rule', allow: 'public', provider: 'apiKey' }] }, two: { kind: 'query', authorization: [] }, three: { kind: 'mutation', arguments: {} } },
  });
});
