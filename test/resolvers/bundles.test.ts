import appsyncPlugin from '@aws-appsync/eslint-plugin';
import { Template } from 'aws-cdk-lib/assertions';
import { a } from 'cdk-appsync-data';
import { Linter } from 'eslint';
import ts from 'typescript';
import { newspaper } from '../../integ/schemas/authorization';
import { shop } from '../../integ/schemas/data-modelling';
import { schemas } from '../../integ/schemas/relationships';
import { codesIn, stackOf, stackWithModes, variedSchema } from '../support/synthesized';

/** A step of one's own before a page is read. */
const before = { 'Query.listDrafts': a.handler.custom({ entry: '../../integ/handlers/pass-on.ts' }) };

const validated = a.schema({
  Product: a.model({
    code: a.string().validate((rules) => rules.minLength(3).maxLength(5).startsWith('p').endsWith('x').matches('^[a-z]+$')),
    price: a.float().validate((rules) => rules.positive().lt(1000)),
  }),
}).authorization((allow) => allow.publicApiKey());

const joined = a.schema({
  Post: a.model({ tags: a.hasMany('PostTag', 'postId').sortBy('place').limit(5), tagList: a.manyToMany('Tag', { through: 'PostTag' }).limit(5) }),
  PostTag: a.model({ postId: a.id(), post: a.belongsTo('Post', 'postId'), tagId: a.id(), tag: a.belongsTo('Tag', 'tagId'), place: a.integer().required() }),
  Tag: a.model({ name: a.string() }).limit(5),
}).authorization((allow) => allow.publicApiKey());

/** Every code that is synthesized for the sample apps and for a schema with all kinds of keys, once. */
const codes = new Map(
  [...[schemas.Page, schemas.CompositeIdentifier, shop, variedSchema, validated, joined].map((schema) => stackOf(schema)), stackWithModes(newspaper, { before })]
    .flatMap((stack) => Object.entries(codesIn(Template.fromStack(stack))))
    .filter(([id]) => !id.startsWith('DataHandlers'))
    .map(([id, code]) => [code, id]),
);

const named = [...codes].map(([code, id]) => ({ id, code }));

/** What AppSync refuses and its lint plugin misses. */
const FORBIDDEN_NAMES = ['Date', 'Map', 'Set', 'WeakMap', 'WeakSet', 'RegExp', 'Promise', 'Symbol', 'BigInt', 'Proxy', 'Reflect', 'Function', 'eval', 'setTimeout', 'setInterval', 'fetch'];

function forbiddenIn(code: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isThrowStatement(node) || ts.isNewExpression(node) || ts.isClassLike(node) || node.kind === ts.SyntaxKind.ThisKeyword) found.push(node.getText());
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.CommaToken) found.push(node.getText());
    if (ts.isVariableDeclarationList(node) && !(node.flags & ts.NodeFlags.BlockScoped)) found.push(node.getText());
    if (ts.isIdentifier(node) && FORBIDDEN_NAMES.includes(node.text) && !ts.isPropertyAccessExpression(node.parent)) found.push(node.text);
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile('resolver.js', code, ts.ScriptTarget.ES2022, true));
  return found;
}

/** Files as AppSync's deployment sees them: plain JavaScript whose types are checked. */
function programOf(files: ReadonlyMap<string, string>): ts.Program {
  const options: ts.CompilerOptions = {
    allowJs: true, checkJs: true, noEmit: true, target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts'], types: [],
    module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, strict: false, skipLibCheck: true,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, language) => (files.has(name) ? ts.createSourceFile(name, files.get(name)!, language, true) : getSourceFile(name, language));
  return ts.createProgram([...files.keys()], options, host);
}

function diagnosticsOf(program: ts.Program): string[] {
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => `${diagnostic.file?.fileName}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')}`);
}

const linter = new Linter();

/** What the recommended rules of AppSync's lint plugin say. */
function lintMessagesOf(files: ReadonlyMap<string, string>, program: ts.Program): string[] {
  const { rules, languageOptions } = appsyncPlugin.configs!.recommended as unknown as Linter.Config;
  const config = [{ files: ['**/*.js'], plugins: { '@aws-appsync': appsyncPlugin as never }, rules, languageOptions: { ...languageOptions, parserOptions: { programs: [program] } } }];
  return [...files].flatMap(([filename, code]) => linter.verify(code, config, filename).map(({ ruleId, message }) => `${filename}: ${ruleId} ${message}`));
}

/** One code of each bundle: how it is written does not depend on its configuration. */
const bundles = new Map(named.map(({ id, code }) => [code.replace(/^const config = .*$/m, ''), { id, code }]));

const fileOf = ({ id, code }: { id: string; code: string }): [string, string] => [`${__dirname}/${id}.js`, code];
const files = new Map(named.map(({ id, code }, position) => fileOf({ id: `${position}-${id}`, code })));
const program = programOf(files);

test('there is code to check', () => {
  expect(named.length).toBeGreaterThan(40);
});

test('the lint rules of AppSync\'s plugin hold', () => {
  const oneOfEach = new Map([...bundles.values()].map(({ id, code }, position) => fileOf({ id: `${position}-${id}`, code })));
  expect(oneOfEach.size).toBe(31);
  expect(lintMessagesOf(oneOfEach, programOf(oneOfEach))).toEqual([]);
});

test('the lint rules would find something', () => {
  const wrong = new Map([[`${__dirname}/wrong.js`, 'export function request() { let n = 0; n++; return request(); }']]);
  expect(lintMessagesOf(wrong, programOf(wrong))).toEqual([expect.stringContaining('no-disallowed-unary-operators'), expect.stringContaining('no-recursion')]);
});

test('the compiler finds nothing wrong', () => {
  expect(diagnosticsOf(program)).toEqual([]);
});

test('the compiler would find something wrong', () => {
  expect(diagnosticsOf(programOf(new Map([[`${__dirname}/wrong.js`, 'export const one = 1 + missing;']])))).toEqual([expect.stringContaining('missing')]);
});

test('nothing is used that the runtime does not have', () => {
  expect(named.flatMap(({ id, code }) => forbiddenIn(code).map((found) => `${id}: ${found}`))).toEqual([]);
  expect(forbiddenIn('var one = 1; export function request() { throw new Date(Symbol(1)), 2 }')).toHaveLength(6);
});

test('each code that needs one has one import, in front of all, and all exports its handlers by their own names', () => {
  for (const { code } of named) {
    const [, imports, rest] = /^(import\{(?:\w+,)*\w+\}from"@aws-appsync\/utils";\n)?([^]*)$/.exec(code)!;
    expect(imports === undefined).toBe(!/util\.|runtime\.|extensions\./.test(code));
    expect(rest).not.toMatch(/\bimport\b|\bas\b/);
    expect(rest!.match(/export function (request|response)\(/g)?.sort()).toEqual(['export function request(', 'export function response(']);
  }
});

test('no code is longer than 4,000 characters, of 32,000 that AppSync takes, or by more than its rules for values and callers', () => {
  const configurationIn = (code: string): Record<string, unknown> => JSON.parse(/^const config = (.*);$/m.exec(code)?.[1] ?? '{}');
  const budget = (code: string): number => {
    const { rules, access, fields, reading, audience, own, hides } = configurationIn(code);
    const guard = { access, fields, reading, audience, own, hides };
    const asksWhoCalls = code.includes('cognitoIdentityAuthType');
    return 4_000 + (rules ? 450 + JSON.stringify(rules).length : 0) + (asksWhoCalls ? 2_650 + JSON.stringify(guard).length : 0);
  };
  expect(named.filter(({ code }) => code.length > budget(code)).map(({ id, code }) => `${id}: ${code.length}`)).toEqual([]);
});
