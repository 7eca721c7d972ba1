import { loadHandlers, ResolverError } from '../../../lib/local/appsync-js';
import { makeContext, makeEffects, runBody } from './handler-call';

describe('what a handler returns', () => {
  test('crosses as JSON', () => {
    const body = 'return { a: undefined, b: [undefined, NaN], c: () => 1, d: { e: null }, f: ctx.args.f };';
    const args = { f: { deep: [1] } };
    const { value } = runBody(body, makeContext({ arguments: args }));
    expect(value).toStrictEqual({ b: [null, null], d: { e: null }, f: { deep: [1] } });
    expect((value as { f: unknown }).f).not.toBe(args.f);
  });

  test('nothing is null', () => {
    expect(runBody('ctx.args;')).toEqual({ kind: 'return', value: null });
  });

  test('what is no JSON is an error of the code', () => {
    expect(() => runBody('const o = {}; o.o = o; return o;')).toThrow(/^Query\.getTeam: Converting circular structure to JSON/);
  });
});

describe('the context', () => {
  test('args and arguments are the same, and changing them stays inside', () => {
    const context = makeContext({ arguments: { id: '1' } });
    expect(runBody('ctx.args.id = "2"; return [ctx.arguments.id, ctx.args === ctx.arguments];', context).value).toEqual(['2', true]);
    expect(context.arguments).toEqual({ id: '1' });
  });

  test.each(['request', 'info', 'env'])('%s can be changed and replaced, for the one call', (part) => {
    const context = makeContext();
    expect(runBody(`ctx.${part}.more = 1; return ctx.${part}.more;`, context).value).toBe(1);
    expect(runBody(`ctx.${part} = 2; return ctx.${part};`, context).value).toBe(2);
    expect(runBody(`return ctx.${part};`, context).value).toEqual(makeContext()[part as 'env']);
  });

  test('has everything that was given', () => {
    const { authorizationType, ...context } = makeContext({ result: { items: [] }, prev: { result: 1 }, error: { message: 'm', type: 't' }, env: { STAGE: 'test' }, source: { id: 's' }, identity: { sub: 'u' } });
    expect(runBody('return ctx;', { ...context, authorizationType }).value).toEqual(context);
  });
});

describe('the stash', () => {
  const handlers = () => loadHandlers(`
    export function request(ctx) {
      ctx.stash.count = (ctx.stash.count ?? 0) + 1;
      ctx.stash.list = [...(ctx.stash.list ?? []), { at: ctx.stash.count }];
      delete ctx.stash.gone;
      return ctx.stash.count;
    }
    export const response = (ctx) => ctx.stash;`, 'Function.count');

  test('goes from one handler to the next, in the same object', () => {
    const stash: Record<string, unknown> = { gone: true };
    const [first, second] = [handlers(), handlers()];
    first.request(makeContext({ stash }), makeEffects());
    second.request(makeContext({ stash }), makeEffects());
    expect(stash).toStrictEqual({ count: 2, list: [{ at: 1 }, { at: 2 }] });
    expect(first.response(makeContext({ stash }), makeEffects()).value).toEqual(stash);
  });

  test('may be replaced, also before an early return', () => {
    const stash: Record<string, unknown> = { old: 1 };
    runBody('ctx.stash = { fresh: undefined, kept: null }; runtime.earlyReturn(1);', makeContext({ stash }));
    expect(stash).toStrictEqual({ kept: null });
  });

  test('keeps its values themselves where no handler changes it', () => {
    const value = { a: 1 };
    const stash = { value };
    runBody('return ctx.stash.value.a;', makeContext({ stash }));
    expect(stash.value).toBe(value);
  });
});

describe('runtime.earlyReturn', () => {
  test.each([
    ['runtime.earlyReturn({ id: 1 });', { value: { id: 1 }, skipTo: 'NEXT' }],
    ['runtime.earlyReturn();', { value: null, skipTo: 'NEXT' }],
    ['runtime.earlyReturn([], { skipTo: "END" });', { value: [], skipTo: 'END' }],
    ['[1, 2].forEach((n) => runtime.earlyReturn(n, { skipTo: "NEXT" }));', { value: 1, skipTo: 'NEXT' }],
  ])('%s', (body, outcome) => {
    expect(runBody(`${body} return "never";`)).toEqual({ kind: 'earlyReturn', ...outcome });
  });

  test('skips to NEXT or END only', () => {
    expect(() => runBody('runtime.earlyReturn(1, { skipTo: "LAST" });')).toThrow('Query.getTeam: runtime.earlyReturn: skipTo is \'NEXT\' or \'END\', not "LAST"');
  });
});

describe('errors', () => {
  const thrownBy = (body: string, effects = makeEffects()): unknown => {
    try {
      return runBody(body, makeContext(), effects);
    } catch (error) {
      return error;
    }
  };

  test.each([
    ['util.error("no", "Bad", { id: 1 }, { hint: 2 });', { message: 'no', errorType: 'Bad', data: { id: 1 }, errorInfo: { hint: 2 } }],
    ['util.error("no");', { message: 'no', errorType: null, data: null, errorInfo: null }],
    ['util.unauthorized();', { message: 'Not Authorized to access getTeam on type Query', errorType: 'Unauthorized', data: null, errorInfo: null }],
    ['ctx.nothing.here;', { message: 'Query.getTeam: Cannot read properties of undefined (reading \'here\')', errorType: 'Code', data: null, errorInfo: null }],
    ['unknownName;', { message: 'Query.getTeam: unknownName is not defined', errorType: 'Code', data: null, errorInfo: null }],
  ])('%s', (body, details) => {
    const error = thrownBy(`${body} return 1;`);
    expect(error).toBeInstanceOf(ResolverError);
    expect((error as ResolverError).details).toEqual(details);
    expect((error as ResolverError).message).toBe(details.message);
  });

  test('util.appendError goes on', () => {
    const effects = makeEffects();
    expect(runBody('util.appendError("first", "A", 1, 2); util.appendError("second"); return "done";', makeContext(), effects).value).toBe('done');
    expect(effects.appendedErrors).toEqual([
      { message: 'first', errorType: 'A', data: 1, errorInfo: 2 },
      { message: 'second', errorType: null, data: null, errorInfo: null },
    ]);
  });

  test('one call leaves nothing behind for the next', () => {
    expect(thrownBy('util.error("no");')).toBeInstanceOf(ResolverError);
    expect(runBody('return 1;')).toEqual({ kind: 'return', value: 1 });
  });
});

describe('extensions', () => {
  test('are noted in the effects', () => {
    const effects = makeEffects();
    runBody(`
      extensions.setSubscriptionFilter({ filterGroup: [1] });
      extensions.setSubscriptionFilter({ filterGroup: [2] });
      extensions.setSubscriptionInvalidationFilter({ filterGroup: [3] });
      extensions.invalidateSubscriptions({ subscriptionField: 'onCreateTeam', payload: { id: 1 } });
      extensions.evictFromApiCache('Query', 'getTeam', { id: 1 });
      return null;`, makeContext(), effects);
    expect(effects).toEqual({
      ...makeEffects(),
      subscriptionFilter: { filterGroup: [2] },
      subscriptionInvalidationFilter: { filterGroup: [3] },
      invalidations: [{ subscriptionField: 'onCreateTeam', payload: { id: 1 } }],
    });
  });
});
