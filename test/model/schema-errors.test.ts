import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Schema, type SchemaTypes } from 'cdk-appsync-data/schema';
import { resolveSchema, SchemaError, type AuthorizationMode, type SchemaIssue } from '../../lib/model';
import { schemaIssueCodes } from '../../lib/model/schema-error';
import { a } from '../support/unchecked-schema';
import { schemaOf } from './error-case';
import { schemaErrorCases } from './schema-error-cases';

function errorOf(schema: Schema, modes?: readonly AuthorizationMode[]): SchemaError {
  try {
    resolveSchema(schema, modes);
  } catch (error) {
    if (error instanceof SchemaError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

const codes = Object.keys(schemaIssueCodes) as SchemaIssue['code'][];
const rows = codes.flatMap((code) => schemaErrorCases[code].map((row) => ({ code, ...row })));

describe('each mistake', () => {
  test.each(rows)('$code: $what', ({ code, schema, modes, issues }) => {
    expect(errorOf(schema, modes).issues).toEqual(issues.map(([path, message, hint]) => ({
      code, path, message: expect.stringMatching(message) as string, hint: expect.stringMatching(hint) as string,
    })));
  });

  test.each(codes)('%s has a case here', (code) => {
    expect(schemaErrorCases[code].length).toBeGreaterThan(0);
  });

  test('no case is of a code that there is not', () => {
    expect(Object.keys(schemaErrorCases).sort()).toEqual([...codes].sort());
  });
});

describe('docs/schema-errors.md', () => {
  const page = readFileSync(join(__dirname, '../../docs/schema-errors.md'), 'utf8');
  const sections = page.split(/^## /m).slice(1);

  /** The schema of a snippet: it is written out, or its models are. */
  function schemaIn(snippet: string): Schema {
    return /^a\.(schema|combine)\(/.test(snippet)
      ? new Function('a', `return ${snippet}`)(a) as Schema
      : schemaOf(new Function('a', `return {${snippet}}`)(a) as SchemaTypes);
  }

  test('has a section for each code, in order, and no other', () => {
    expect(sections.map((section) => section.split('\n')[0])).toEqual(codes.map((code) => `\`${code}\``));
  });

  /** The sections on rules are about an API with a user pool, too. */
  const modesFor = (code: string): readonly AuthorizationMode[] => (code.startsWith('authorization-') ? ['apiKey', 'userPool'] : ['apiKey']);

  test.each(codes)('%s has a wrong snippet with that mistake alone, and a right one', (code) => {
    const [, wrong, right] = /```ts\n\/\/ wrong\n(.+)\n\/\/ right\n(.+)\n```/s.exec(sections[codes.indexOf(code)]!) ?? [];
    expect(new Set(errorOf(schemaIn(wrong!), modesFor(code)).issues.map((issue) => issue.code))).toEqual(new Set([code]));
    expect(() => resolveSchema(schemaIn(right!), modesFor(code))).not.toThrow();
  });
});

const manyMistakes = schemaOf({
  'Post Tag': a.model({ id: a.integer(), text: a.string().default('none') }),
  Post: a.model({ title: a.string(), author: a.belongsTo('Person', 'authorId'), tags: a.hasMany('Tags', 'postId') }).identifier(['title']),
  Person: a.model({ name: a.string(), posts: a.hasMany('Post', 'authorId') }).authorization(() => []),
});

test('all mistakes of a schema come together', () => {
  const { issues } = errorOf(manyMistakes);
  expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'invalid-name Post Tag',
    'implied-field-type Post Tag.id',
    'identifier-optional Post.identifier',
    'missing-authorization Person',
    'reference-unknown Post.author',
    'unknown-model Post.tags',
    'reference-unknown Person.posts',
  ]);
});

test('the thrown message lists path, message, hint and code of each', () => {
  const { issues, message } = errorOf(manyMistakes);
  const [first, ...lines] = message.split('\n');
  expect(first).toBe('the schema has 7 errors');
  expect(lines).toEqual(issues.flatMap((issue) => [`  ${issue.path}: ${issue.message}`, `    ${issue.hint} (${issue.code})`]));
});

test('a single mistake is not counted', () => {
  expect(errorOf(schemaOf({})).message).toBe([
    'the schema has an error', '  schema: the schema has no models and no operations', '    declare at least one: a.schema({ Todo: a.model({ ... }) }) (empty-schema)',
  ].join('\n'));
});

test('it is an error by its own name, and says where it comes from', () => {
  const error = errorOf(schemaOf({}));
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe('SchemaError');
  expect(String(error)).toMatch(/^SchemaError: the schema has an error/);
});

describe('what follows from a mistake is no mistake', () => {
  test.each<[string, Schema]>([
    ['a wrong identifier says nothing of the references to it, not even of none', schemaOf({
      Team: a.model({ members: a.hasMany('Member', []), fans: a.hasMany('Member', ['x', 'y']) }).identifier(['name']), Member: a.model({ x: a.id(), y: a.integer() }),
    })],
    ['a side with wrong references does not disagree with the other', schemaOf({
      Team: a.model({ members: a.hasMany('Member', 'teamId') }), Member: a.model({ teamId: a.id(), team: a.belongsTo('Team', 'tamId') }),
    })],
    ['a count that is wrong is not compared by type', schemaOf({
      Team: a.model({ members: a.hasMany('Member', ['x', 'y']) }), Member: a.model({ x: a.integer(), y: a.id().required() }),
    })],
    ['a duplicate does not disagree as well', schemaOf({
      Team: a.model({ one: a.hasMany('Member', 'teamId'), two: a.hasOne('Member', 'teamId') }), Member: a.model({ teamId: a.id(), team: a.belongsTo('Team', 'teamId') }),
    })],
    ['a join model with a wrong belongsTo joins all the same', schemaOf({
      Post: a.model({ tagList: a.manyToMany('Tag', { through: 'PostTag' }) }), Tag: a.model({}),
      PostTag: a.model({ postId: a.integer(), tagId: a.id(), post: a.belongsTo('Post', 'postId'), tag: a.belongsTo('Tag', 'tagId') }),
    })],
    ['a field of an unknown type is not missing where records are sorted by it', schemaOf({ Team: a.model({ members: a.hasMany('Member', 'teamId').sortBy('rank') }), Member: a.model({ teamId: a.id(), rank: a.ref('Rank').required() }) })],
    ['wrong references say nothing of what records are sorted by', schemaOf({ Team: a.model({ members: a.hasMany('Member', ['x', 'y']).sortBy('z') }), Member: a.model({ x: a.id(), y: a.id() }) })],
    ['two models with one plural do not clash as well', schemaOf({ team: a.model({}), Team: a.model({}) })],
    ['a model with a reserved name is no invalid name', schemaOf({ AWSTeam: a.model({}) })],
    ['a subscription to a mutation that is wrong is right', schemaOf({ Team: a.model({}), publish: a.mutation().handler(a.handler.function('f')), receive: a.subscription().for(a.ref('publish')) })],
    ['a handler with a wrong data source is the last one all the same', schemaOf({
      Team: a.model({}), publish: a.mutation().returns(a.string()).handler([a.handler.function('f').async(), a.handler.custom({ entry: './x.ts', dataSource: a.ref('Teem') })]),
    })],
    ['a long list of names in a hint ends', schemaOf(Object.fromEntries(
      Array.from({ length: 20 }, (_, position) => [`Model${position}`, a.model(position === 0 ? { nextId: a.id(), next: a.belongsTo('None', 'nextId') } : {})]),
    ))],
  ])('%s', (_, schema) => {
    expect(errorOf(schema).issues).toHaveLength(1);
  });

  test('a hint names twelve of many', () => {
    const models = Array.from({ length: 20 }, (_, position) => [`Model${position}`, a.model(position === 0 ? { nextId: a.id(), next: a.belongsTo('None', 'nextId') } : {})]);
    expect(errorOf(schemaOf(Object.fromEntries(models))).issues[0]?.hint).toMatch(/'Model0', .*'Model11' and 8 more$/);
  });
});
