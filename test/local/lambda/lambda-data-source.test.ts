import { EventEmitter, once } from 'node:events';
import { type LambdaContext, type LambdaFunction } from '../../../lib/local/lambda';
import { code, resolver } from '../template/api-template';
import { onLambda, serveLambda } from './serve-lambda';

const schema = 'type Query { a(x: Int): String }';
const respond = 'return JSON.stringify({ result: ctx.result, error: ctx.error });';
const throwing = 'if (ctx.error) util.error(ctx.error.message, ctx.error.type); return JSON.stringify(ctx.result);';
const ask = (request: string, run: LambdaFunction | undefined, response = respond) =>
  serveLambda(schema, run, { A: onLambda(resolver('Query.a', code(request, response))) })('{ a(x: 1) }');
const resultOf = async (...args: Parameters<typeof ask>) => JSON.parse((await ask(...args)).data.a);

describe('Invoke', () => {
  const invoke = `return { operation: 'Invoke', payload: { field: 'a', x: ctx.args.x } };`;

  test('hands the payload over and gives back what is returned, now or later', async () => {
    expect(await resultOf(invoke, (event) => ({ got: event }))).toEqual({ result: { got: { field: 'a', x: 1 } }, error: null });
    expect(await resultOf(invoke, async ({ x }) => x + 1)).toEqual({ result: 2, error: null });
  });

  test('values cross as JSON', async () => {
    const result = { at: new Date(0), gone: undefined, list: [undefined, NaN] };
    expect(await resultOf(invoke, () => result)).toEqual({ result: { at: '1970-01-01T00:00:00.000Z', list: [null, null] }, error: null });
    expect(await resultOf(invoke, () => undefined)).toEqual({ result: null, error: null });
    const circular: { self?: unknown } = {};
    circular.self = circular;
    expect(await resultOf(invoke, () => circular)).toMatchObject({ result: null, error: { type: 'Lambda:Unhandled', message: expect.stringContaining('circular') } });
  });

  test('the function knows which one it is', async () => {
    const contexts: LambdaContext[] = [];
    const run: LambdaFunction = (_event, context) => { contexts.push(context); };
    await ask(invoke, run);
    await ask(invoke, run);
    expect(contexts[0]).toEqual({ functionName: 'echo', invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:echo', awsRequestId: expect.stringMatching(/^[\da-f-]{36}$/) });
    expect(contexts[1]!.awsRequestId).not.toBe(contexts[0]!.awsRequestId);
  });

  test.each<[string, () => unknown, string]>([
    ['throws', () => { throw new RangeError('too much'); }, 'too much'],
    ['rejects', () => Promise.reject(new Error('later')), 'later'],
    ['throws no error', () => { throw 'text'; }, 'text'],
  ])('a function that %s is an error for the response handler', async (_, run, message) => {
    expect(await resultOf(invoke, run)).toEqual({ result: null, error: { message, type: 'Lambda:Unhandled' } });
    expect(await ask(invoke, run, throwing)).toMatchObject({ data: { a: null }, errors: [{ path: ['a'], message, errorType: 'Lambda:Unhandled', errorInfo: null, data: null }] });
  });

  test('no function was given: the field says what to do, whatever its code makes of errors', async () => {
    expect(await ask(invoke, undefined)).toMatchObject({
      data: { a: null },
      errors: [{ path: ['a'], message: `there is no function for the Lambda function 'echo' (arn:aws:lambda:us-east-1:123456789012:function:echo): `
        + `give one to LocalApi with { functions: { 'echo': (event) => ... } }, or to 'appsync-data local' with --functions` }],
    });
  });
});

describe('an event', () => {
  const event = (operation: string) => `return { operation: '${operation}', invocationType: 'Event', payload: ctx.args.x };`;

  test.each([['Invoke', 1], ['BatchInvoke', [1]]])('by %s answers null before the function has ended', async (operation, payload) => {
    const function_ = new EventEmitter();
    const ended = once(function_, 'ended');
    const answer = await resultOf(event(operation), async (got) => {
      await once(function_, 'go');
      function_.emit('ended', got);
    });
    expect(answer).toEqual({ result: null, error: null });
    function_.emit('go');
    expect(await ended).toEqual([payload]);
  });

  test('that fails is told on the console only', async () => {
    const told = new Promise((resolve) => { jest.spyOn(console, 'error').mockImplementationOnce(resolve); });
    expect(await resultOf(event('Invoke'), () => { throw new Error('too late'); })).toEqual({ result: null, error: null });
    expect(await told).toBe(`the Lambda function 'echo', invoked as an event, failed: too late`);
  });
});

test.each<[string, string]>([
  ['return { payload: 1 };', `Value for field '$[operation]' not found.`],
  [`return { operation: 'Call' };`, `Value for field '$[operation]' is "Call": it is one of Invoke, BatchInvoke.`],
  [`return { operation: 'Invoke', invocationType: 'DryRun' };`, `Value for field '$[invocationType]' is "DryRun": it is one of RequestResponse, Event.`],
  [`return { operation: 'Invoke', arguments: {} };`, `Unsupported element '$[arguments]'.`],
  ['return 1;', `Expected JSON object at '$' but got 1 instead.`],
])('%s is no request', async (request, message) => {
  expect(await resultOf(request, () => 1)).toEqual({ result: null, error: { message, type: 'MappingTemplate' } });
});
