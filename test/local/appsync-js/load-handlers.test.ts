import { loadHandlers } from '../../../lib/local/appsync-js';
import { makeContext, makeEffects } from './handler-call';

const load = (code: string) => loadHandlers(code, 'Query.getTeam');
const call = (code: string, handler: 'request' | 'response' = 'request') => load(code)[handler](makeContext({ arguments: { id: 't1' }, result: { id: 't1' } }), makeEffects()).value;

describe('the forms of a module', () => {
  test.each([
    ['declared functions', 'export function request(ctx) { return 1; }\nexport function response(ctx) { return 2; }'],
    ['constants', 'export const request = (ctx) => 1;\nexport const response = (ctx) => 2;'],
    ['a list of exports', 'function a() { return 1; }\nfunction b() { return 2; }\nexport { a as request, b as response };'],
    ['a minified list', 'function a(){return 1}function b(){return 2}export{a as request,b as response};'],
    ['a list over lines, with comments', 'const request = () => 1;\nconst response = () => 2;\nexport {\n  request, // the first\n  response, /* the last, "done" */\n}\n'],
    ['a list before what it names', 'export { a as request, b as response };\nfunction a() { return 1; }\nfunction b() { return 2; }'],
    ['more exports than needed', 'export const other = 3;\nexport function request() { return 1; }\nexport function response() { return 2; }'],
  ])('%s', (_name, code) => {
    expect([call(code), call(code, 'response')]).toEqual([1, 2]);
  });

  test.each([
    ['named', 'import { util } from \'@aws-appsync/utils\';', 'util.urlEncode("a b")'],
    ['named, minified', 'import{util as a,runtime as b}from"@aws-appsync/utils";', 'a.urlEncode("a b")'],
    ['named, over lines', 'import {\n  util, // the utilities\n  runtime,\n} from \'@aws-appsync/utils\'\n', 'util.urlEncode("a b")'],
    ['as a whole', 'import * as appsync from \'@aws-appsync/utils\';', 'appsync.util.urlEncode("a b")'],
    ['without being imported', '', 'util.urlEncode("a b")'],
  ])('util, %s', (_name, imports, expression) => {
    expect(call(`${imports}export const request = () => ${expression};export const response = () => null;`)).toBe('a+b');
  });

  test.each([
    ['as a whole', 'import * as ddb from "@aws-appsync/utils/dynamodb"', 'ddb.get({ key: { id: "1" } })'],
    ['by default', 'import ddb from "@aws-appsync/utils/dynamodb"', 'ddb.get({ key: { id: "1" } })'],
    ['by default and named', 'import ddb, { get as read } from "@aws-appsync/utils/dynamodb"', 'ddb ? read({ key: { id: "1" } }) : null'],
  ])('the module for DynamoDB, %s', (_name, imports, expression) => {
    const code = `${imports}\nexport const request = () => (${expression});\nexport const response = () => null;`;
    expect(call(code)).toEqual({ operation: 'GetItem', key: { id: { S: '1' } } });
  });

  test('an import after its use, and a type-only import', () => {
    expect(call('export const request = () => util.urlEncode(" ");\nimport { util } from "@aws-appsync/utils";\nexport const response = () => null;\nimport "@aws-appsync/utils";')).toBe('+');
  });

  test('strings, comments, templates and property names that look like declarations', () => {
    const code = `
      // import { nothing } from 'nowhere'; export default 1; it's a comment
      /* export { a as b } while (true) */
      const text = 'import x from "y"; export { z }' + "export function it\\"s()" + \`import \${ { in: 'export' }.in + \`export {\${1}}\` } from 'z' \\\` export\`;
      const object = { import: 1, export: 2, new: 3, while: 4, this: 5 };
      const $new = object.new / 1 / object . import, newest = 1, é = 1, newé = 2;
      export const request = () => [text, object.export, object?.while, ...[object.this], $new, newest / newé];
      export const response = () => null;`;
    expect(call(code)).toEqual([
      'import x from "y"; export { z }export function it"s()import exportexport {1} from \'z\' ` export', 2, 4, 5, 3, 0.5,
    ]);
  });

  test('state of one module is out of reach of another', () => {
    const code = (value: number) => `const own = ${value};\nexport const request = () => own;\nexport const response = () => typeof other;`;
    const [first, second] = [load(code(1)), load(code(2))];
    expect([first, second].map(({ request }) => request(makeContext(), makeEffects()).value)).toEqual([1, 2]);
  });
});

describe('code that can\'t be loaded', () => {
  const handlers = '\nexport const request = () => null;\nexport const response = () => null;';

  test.each([
    ['a syntax error', 'export function request( { }\nexport const response = () => null;', /^Query\.getTeam: .+ \(line 2\)$/],
    ['a syntax error further down', `${handlers}\nconst = 1;`, /^Query\.getTeam: Unexpected token '=' \(line 4\)$/],
    ['no request', 'export const response = () => null;', /^Query\.getTeam: the code exports no function 'request'; export both request and response$/],
    ['no response', 'export const request = () => null;', /no function 'response'/],
    ['no function', 'export const request = 1;\nexport const response = () => null;', /^Query\.getTeam: the export 'request' is not a function$/],
    ['an unknown module', `import x from 'lodash';${handlers}`, /^Query\.getTeam: can't import 'lodash'; the local API has '@aws-appsync\/utils' and '@aws-appsync\/utils\/dynamodb'$/],
    ['the module for RDS', `import { sql } from '@aws-appsync/utils/rds';${handlers}`, /^Query\.getTeam: can't import '@aws-appsync\/utils\/rds'/],
    ['the module for AI', `import * as ai from '@aws-appsync/utils/ai';${handlers}`, /^Query\.getTeam: can't import '@aws-appsync\/utils\/ai'/],
    ['an unknown name', `import { utils } from '@aws-appsync/utils';${handlers}`, /'@aws-appsync\/utils' exports no 'utils'; it has util, extensions, runtime/],
    ['a dynamic import', `const m = import('@aws-appsync/utils');${handlers}`, /^Query\.getTeam: this import can't be read; .* \(line 1\)$/],
    ['a default export', `${handlers}\nexport default 1;`, /^Query\.getTeam: this export can't be read; export functions named request and response \(line 4\)$/],
    ['an export from elsewhere', `${handlers}\nexport { get } from '@aws-appsync/utils/dynamodb';`, /this export can't be read/],
    ['top-level code that fails', `const x = null.y;${handlers}`, /^Query\.getTeam: Cannot read properties of null/],
    ['util at the top level that needs a call', `const x = util.authType();${handlers}`, /^Query\.getTeam: this can be used inside the request and response handlers only$/],
  ])('%s', (_name, code, message) => {
    expect(() => load(code)).toThrow(message);
  });

  test.each([
    ['while', 'while (true) {}'],
    ['do', 'do {} while (true)'],
    ['for (;;)', 'for (;;) {}', 'for'],
    ['for with a counter', 'for (let i = 0; i < 3; i += 1) {}', 'for'],
    ['try', 'try { f() } catch (e) {}'],
    ['throw', 'throw 1'],
    ['class', 'class A {}'],
    ['new', 'const d = new Date()'],
    ['new after a spread', 'const d = [...new Set([1])]', 'new'],
    ['this', 'const t = this'],
    ['async function', 'const f = async function () {}', 'async'],
    ['async arrow', 'const f = async () => 1', 'async'],
    ['instanceof', 'const x = [] instanceof Array'],
    ['in', 'const x = "a" in {}'],
    ['++', 'let x = 1; x++'],
    ['--', 'let x = 1; --x'],
    ['~', 'const x = ~$y'],
  ])('syntax that APPSYNC_JS does not have: %s', (name, statement, text = name) => {
    const code = `export function request(ctx) {\n  const list = ctx.args;\n  ${statement}\n}\nexport const response = () => null;`;
    expect(() => load(code)).toThrow(`Query.getTeam: APPSYNC_JS does not have '${text}'; `);
    expect(() => load(code)).toThrow(/\(line 3\)$/);
  });

  test('a regular expression literal', () => {
    expect(() => load(`const x = ['/', /it's"/.source, 1 / 2];${handlers}`)).toThrow('APPSYNC_JS does not have regular expression literals; use util.matches');
  });

  test('for-of and for-in stay', () => {
    const loops = 'for (const [key, value] of Object.entries(o)) { out.push(key + value); } for (const key in o) out.push(key); for (const {a, b} of [o]) out.push(a); for(const c of"x")out.push(c);';
    expect(call(`export function request(){const o={a:1,b:2};const out=[];${loops}return out}export const response=()=>null`)).toEqual(['a1', 'b2', 'a', 'b', 1, 'x']);
  });
});
