import { ResolverError } from '../../../lib/local/appsync-js';
import { evaluate, makeContext, makeEffects, runBody } from './handler-call';

function failure(run: () => unknown): ResolverError {
  try {
    run();
  } catch (error) {
    if (error instanceof ResolverError) return error;
    throw error;
  }
  throw new Error('did not throw');
}

describe('what APPSYNC_JS does not have', () => {
  test.each([
    'Date', 'Promise', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'RegExp', 'Symbol', 'Function', 'eval', 'setTimeout', 'setInterval', 'setImmediate',
    'queueMicrotask', 'fetch', 'Proxy', 'Reflect', 'BigInt', 'Intl', 'WebAssembly', 'Error', 'TypeError', 'globalThis', 'global', 'process', 'require', 'module', 'Buffer',
    'parseInt', 'parseFloat', 'isNaN', 'encodeURIComponent', 'Boolean', 'ArrayBuffer', 'SharedArrayBuffer', 'Atomics', 'structuredClone', 'escape',
  ])('%s', (name) => {
    expect(evaluate(`typeof ${name}`)).toBe('undefined');
  });

  test.each([
    'Number("1")', 'Object({})', 'Array(3)', 'String(1)', 'Object.create(null)', '"a".padStart(3)', '(() => 1).call(null)', 'util.nothing()', 'util.time.never()',
  ])('%s is no function', (expression) => {
    const { details } = failure(() => evaluate(expression));
    expect(details).toEqual({ message: expect.stringMatching(/^Query\.getTeam: .* is not a function$/), errorType: 'Code', data: null, errorInfo: null });
  });

  test('sort with a comparator', () => {
    expect(evaluate('["b", "a"].sort()')).toEqual(['a', 'b']);
    expect(failure(() => evaluate('[2, 1].sort((a, b) => a - b)')).message).toBe('Query.getTeam: sort takes no comparator in APPSYNC_JS');
  });
});

describe('ways out', () => {
  test.each([
    '({})', '[]', '(() => 1)', 'ctx', 'util', 'util.error', 'util.time', 'ddb.get', 'ddb.operations.add', 'console.log', 'JSON.parse', 'util.dynamodb.toMapValues({ a: 1 })', '"".replace',
  ])('the constructors of %s make no code', (expression) => {
    expect(failure(() => evaluate(`${expression}.constructor.constructor("return process")()`)).message).toMatch(/Code generation from strings disallowed/);
  });

  test('what is shared between resolvers can\'t be changed', () => {
    for (const change of ['Object.keys = null', 'util.error = null', 'util.time.nowISO8601 = null', '[].constructor.prototype.x = 1', '({}).constructor.prototype.x = 1',
      '"".constructor.prototype.trim = null', 'JSON.parse = null', 'console.log = null', 'ddb.operations.add = null', 'leaked = 1']) {
      expect(failure(() => evaluate(change)).details.errorType).toBe('Code');
    }
    expect(evaluate('({}).x')).toBeNull();
  });

  test('objects may have keys that are named as properties of all objects', () => {
    expect(evaluate('((o) => { o.constructor = 1; o.toString = 2; o.valueOf = 3; return o; })({})')).toEqual({ constructor: 1, toString: 2, valueOf: 3 });
  });

  test('recursion without end is an error of the code', () => {
    expect(failure(() => runBody('const f = (n) => f(n + 1) + 1; return f(0);')).message).toBe('Query.getTeam: Maximum call stack size exceeded');
    expect(evaluate('1')).toBe(1);
  });
});

describe('what it has', () => {
  test.each<[string, unknown]>([
    ['JSON.parse("{bad")', ''],
    ['JSON.parse("[1]")', [1]],
    ['JSON.stringify({ a: [1, null] })', '{"a":[1,null]}'],
    ['Object.entries({ a: 1 })', [['a', 1]]],
    ['Object.hasOwn({ a: 1 }, "a")', true],
    ['Array.isArray([])', true],
    ['Number.isNaN(NaN)', true],
    ['Math.floor(1.5) + Math.max(1, 2)', 3],
    ['+"12"', 12],
    ['[3, 1, 2].filter((n) => n > 1).map((n) => n * 2).reduce((sum, n) => sum + n, 0)', 10],
    ['[[1], [2]].flatMap((list) => list).includes(2)', true],
    ['"a-b-c".split("-").join("+")', 'a+b+c'],
    ['"a.b.c".replace("[.]", "-")', 'a-b.c'],
    ['"a.b.c".replaceAll("[.]", "$0$0")', 'a..b..c'],
    ['"2026-11-22".replaceAll("(\\\\d+)-(\\\\d+)", "$2/$1")', '11/2026-22'],
    ['"cost".replace("cost", "\\\\$1")', '$1'],
    ['"aXb".replace("(?i)x", "")', 'ab'],
    ['"a+b".replaceAll("\\\\Q+\\\\E", "-")', 'a-b'],
    ['(({ a, ...rest }) => ({ ...rest, b: a ?? 1 }))({ a: null, c: 2 })', { b: 1, c: 2 }],
    ['[typeof undefined, NaN, Infinity]', ['undefined', null, null]],
  ])('%s', (expression, value) => {
    expect(evaluate(expression)).toEqual(value);
  });

  test('a bad pattern is an error that names the function', () => {
    expect(failure(() => evaluate('"a".replace("(", "")')).message).toMatch(/^Query\.getTeam: replace: Invalid regular expression/);
    expect(failure(() => evaluate('"a".replace("a", () => "b")')).message).toBe('Query.getTeam: replace: the replacement is a string, not null');
  });

  test('console writes to the sink', () => {
    const lines: unknown[] = [];
    runBody('console.log("id", ctx.args); console.error("bad"); return null;', makeContext({ arguments: { id: 1 } }), makeEffects(), (level, values) => lines.push([level, values]));
    expect(lines).toEqual([['log', ['id', { id: 1 }]], ['error', ['bad']]]);
    expect(evaluate('console.log("silent")')).toBeNull();
  });
});
