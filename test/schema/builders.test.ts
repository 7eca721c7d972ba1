import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { a, definition, scalars, type ScalarName } from 'cdk-appsync-data/schema';
import { deepFreeze, modified, plain } from '../support/builders';

const scalarNames = Object.keys(scalars) as ScalarName[];

describe('fields', () => {
  test.each(scalarNames)('a.%s() is an optional field of that type', (scalar) => {
    expect(plain(a[scalar]())).toEqual({ kind: 'scalar', scalar, required: false });
  });

  test.each(scalarNames)('the modifiers of a.%s() leave it as it is', (scalar) => {
    const field = a[scalar]();
    expect(modified(field, (original) => original.required())).toEqual({ kind: 'scalar', scalar, required: true });
    expect(modified(field, (original) => original.array())).toEqual({ kind: 'scalar', scalar, required: false, list: { elementRequired: false } });
  });

  test('a default', () => {
    expect(modified(a.string().required(), (field) => field.default('x'))).toEqual({ kind: 'scalar', scalar: 'string', required: true, default: 'x' });
    expect(modified(a.string().default('x'), (field) => field.default('y'))).toMatchObject({ default: 'y' });
    expect(modified(a.string().default('x'), (field) => field.required())).toMatchObject({ required: true, default: 'x' });
    expect(modified(a.integer().array(), (list) => list.default([1, 2]))).toEqual({ kind: 'scalar', scalar: 'integer', required: false, list: { elementRequired: false }, default: [1, 2] });
    expect(modified(a.integer().array().default([1]), (list) => list.required())).toMatchObject({ required: true, default: [1] });
  });

  test.each([
    ['[String]', a.string().array(), { required: false, list: { elementRequired: false } }],
    ['[String!]', a.string().required().array(), { required: false, list: { elementRequired: true } }],
    ['[String]!', a.string().array().required(), { required: true, list: { elementRequired: false } }],
    ['[String!]!', a.string().required().array().required(), { required: true, list: { elementRequired: true } }],
  ])('.required() is about what stands before it: %s', (_, field, expected) => {
    expect(plain(field)).toEqual({ kind: 'scalar', scalar: 'string', ...expected });
  });

  test('.required() on a list leaves it as it is', () => {
    expect(modified(a.string().array(), (list) => list.required())).toMatchObject({ required: true });
  });

  test('validation rules are kept in order, whatever the callback gives back', () => {
    const validation = [{ rule: 'minLength', operand: 1, message: 'too short' }, { rule: 'matches', operand: '^a' }];
    expect(modified(a.string().required(), (field) => field.validate((rules) => rules.minLength(1, 'too short').matches('^a')))).toMatchObject({ required: true, validation });
    expect(plain(a.string().validate((rules) => { rules.minLength(1, 'too short'); rules.matches('^a'); }))).toMatchObject({ validation });
    expect(plain(a.float().validate((rules) => rules.positive().lte(9)))).toMatchObject({ validation: [{ rule: 'gt', operand: 0 }, { rule: 'lte', operand: 9 }] });
    expect(plain(a.integer().validate((rules) => rules.negative('below zero')))).toMatchObject({ validation: [{ rule: 'lt', operand: 0, message: 'below zero' }] });
  });

  test('completion shows the modifiers only', () => {
    expect(Object.keys(a.string())).toEqual(['required', 'array', 'default', 'validate', 'authorization']);
    expect(Object.keys(a.string().array())).toEqual(['required', 'default', 'authorization']);
  });
});

test.each(['hasMany', 'hasOne', 'belongsTo'] as const)('a.%s takes one reference field or a list', (kind) => {
  expect(plain(a[kind]('Team', 'teamId'))).toEqual({ kind, model: 'Team', references: ['teamId'] });
  expect(plain(a[kind]('Team', ['teamId']))).toEqual(plain(a[kind]('Team', 'teamId')));
  const references = ['city', 'no'] as const;
  expect(plain(a[kind]('Office', deepFreeze(references)))).toEqual({ kind, model: 'Office', references: ['city', 'no'] });
});

describe('options of relationships', () => {
  const members = a.hasMany('Member', 'teamId');
  const declared = { kind: 'hasMany', model: 'Member', references: ['teamId'] };

  test('the modifiers of a hasMany leave it as it is', () => {
    expect(modified(members, (original) => original.sortBy('joinedAt'))).toEqual({ ...declared, sortBy: 'joinedAt' });
    expect(modified(members, (original) => original.limit(20))).toEqual({ ...declared, limit: 20 });
    expect(modified(members.limit(20), (original) => original.sortBy('joinedAt').limit(5))).toEqual({ ...declared, sortBy: 'joinedAt', limit: 5 });
    expect(modified(members.limit(20), (original) => original.required())).toEqual({ ...declared, limit: 20, required: true });
  });

  test('others have none of them, as completion shows', () => {
    expect(Object.keys(members)).toEqual(['required', 'valueRequired', 'sortBy', 'limit', 'authorization']);
    expect(Object.keys(a.hasOne('Member', 'teamId'))).toEqual(['required', 'valueRequired', 'authorization']);
    expect(Object.keys(a.belongsTo('Member', 'teamId'))).toEqual(['required', 'valueRequired', 'authorization']);
  });

  test('many to many names its join model, and the sides that are given', () => {
    const tags = a.manyToMany('Tag', { through: 'PostTag' });
    const join = { kind: 'manyToMany', model: 'Tag', through: 'PostTag' };
    expect(Object.keys(tags)).toEqual(['required', 'valueRequired', 'limit', 'authorization']);
    expect(plain(tags)).toEqual(join);
    expect(plain(a.manyToMany('User', deepFreeze({ through: 'Follow', from: 'follower', to: 'followed' })))).toEqual({ kind: 'manyToMany', model: 'User', through: 'Follow', from: 'follower', to: 'followed' });
    expect(modified(tags, (original) => original.limit(20))).toEqual({ ...join, limit: 20 });
    expect(modified(tags.limit(20), (original) => original.valueRequired())).toEqual({ ...join, limit: 20, required: true });
  });
});

describe('enums, custom types and references', () => {
  test('an enum keeps its values, a custom type its fields', () => {
    expect(plain(a.enum(['A', 'B']))).toEqual({ kind: 'enum', values: ['A', 'B'] });
    expect(plain(a.customType({ x: a.id(), kind: a.enum(['A']) }))).toEqual({ kind: 'customType', fields: { x: plain(a.id()), kind: plain(a.enum(['A'])) } });
  });

  test('the modifiers of a reference leave it as it is', () => {
    const field = a.ref('Status');
    expect(plain(field)).toEqual({ kind: 'ref', type: 'Status', required: false });
    expect(modified(field, (original) => original.required())).toEqual({ kind: 'ref', type: 'Status', required: true });
    expect(modified(field.required(), (original) => original.array())).toEqual({ kind: 'ref', type: 'Status', required: false, list: { elementRequired: true } });
    expect(modified(field.array(), (original) => original.required())).toEqual({ kind: 'ref', type: 'Status', required: true, list: { elementRequired: false } });
  });
});

describe('indexes and operations', () => {
  const order = a.model({ status: a.string(), total: a.integer() });
  const index = { kind: 'index', partitionKey: 'status', sortKeys: [] };

  test('the modifiers of an index leave it as it is', () => {
    order.secondaryIndexes((start) => {
      const original = start('status');
      expect(plain(original)).toEqual(index);
      expect(modified(original, (one) => one.sortKeys(['total']))).toEqual({ ...index, sortKeys: ['total'] });
      expect(modified(original, (one) => one.name('byStatus'))).toEqual({ ...index, name: 'byStatus' });
      expect(modified(original, (one) => one.queryField(null))).toEqual({ ...index, queryField: null });
      expect(modified(original, (one) => one.projection('KEYS_ONLY'))).toEqual({ ...index, projection: { type: 'KEYS_ONLY' } });
      expect(modified(original, (one) => one.projection('INCLUDE', ['total']))).toEqual({ ...index, projection: { type: 'INCLUDE', nonKeyAttributes: ['total'] } });
      return [original];
    });
  });

  test('a model keeps them, and the last call decides', () => {
    expect(modified(order, (model) => model.secondaryIndexes((start) => [start('status')]))).toMatchObject({ indexes: [index] });
    expect(modified(order.secondaryIndexes((start) => [start('total')]), (model) => model.secondaryIndexes((start) => [start('status')]))).toMatchObject({ indexes: [index] });
    expect(modified(order, (model) => model.disableOperations(['delete', 'subscriptions']))).toMatchObject({ disabledOperations: ['delete', 'subscriptions'] });
  });
});

describe('models and schemas', () => {
  const rule = { kind: 'rule', allow: 'public', provider: 'apiKey' };
  const fields = { name: a.string().required(), teamId: a.id().required(), team: a.belongsTo('Team', 'teamId') };

  test('a model keeps its fields in order', () => {
    expect(Object.entries(plain(a.model(fields)) as object)).toEqual([['kind', 'model'], ['fields', plain(fields)]]);
    expect(Object.keys(a.model(fields)[definition].fields)).toEqual(['name', 'teamId', 'team']);
  });

  test('the modifiers of a model leave it as it is', () => {
    const model = a.model(fields);
    expect(modified(model, (original) => original.identifier(['name', 'teamId']))).toEqual({ kind: 'model', fields: plain(fields), identifier: ['name', 'teamId'] });
    expect(modified(model, (original) => original.authorization((allow) => allow.publicApiKey()))).toEqual({ kind: 'model', fields: plain(fields), authorization: [rule] });
    expect(modified(model.identifier(['name']), (original) => original.authorization((allow) => allow.publicApiKey())))
      .toEqual({ kind: 'model', fields: plain(fields), identifier: ['name'], authorization: [rule] });
    expect(modified(model, (original) => original.limit(50))).toEqual({ kind: 'model', fields: plain(fields), limit: 50 });
    expect(modified(model.limit(50), (original) => original.identifier(['name']))).toMatchObject({ limit: 50 });
    expect(modified(model.identifier(['name']), (original) => original.identifier(['teamId']))).toMatchObject({ identifier: ['teamId'] });
  });

  test('the modifier of a schema leaves it as it is, with all its models', () => {
    const schema = a.schema({ Team: a.model({ mantra: a.string() }), Member: a.model(fields) });
    const models = { Team: plain(a.model({ mantra: a.string() })), Member: plain(a.model(fields)) };
    expect(modified(schema, (original) => original.authorization((allow) => allow.publicApiKey()))).toEqual({ kind: 'schema', types: models, authorization: [rule] });
    expect(plain(schema)).toEqual({ kind: 'schema', types: models });
  });

  test('rules are one or a list of them, and the last call decides', () => {
    const model = a.model({}).authorization((allow) => [allow.publicApiKey(), allow.publicApiKey()]);
    expect(plain(model)).toMatchObject({ authorization: [rule, rule] });
    expect(modified(model, (original) => original.authorization((allow) => allow.publicApiKey()))).toMatchObject({ authorization: [rule] });
    expect(modified(a.schema({}), (original) => original.authorization(() => []))).toMatchObject({ authorization: [] });
  });
});

describe('the compiler refuses', () => {
  test('defaults of another type', () => {
    // @ts-expect-error a number is no string
    a.string().default(1);
    // @ts-expect-error a string is no number
    a.integer().default('1');
    // @ts-expect-error a string is no number
    a.timestamp().default('2026-01-01');
    // @ts-expect-error a string is no boolean
    a.boolean().default('true');
    // @ts-expect-error a date is written as a string
    a.date().default(new Date());
    // @ts-expect-error null is no value
    a.email().default(null);
    // @ts-expect-error a list takes a list
    a.string().array().default('x');
    // @ts-expect-error every element is a string
    a.string().array().default(['x', 1]);
    // @ts-expect-error a function is no JSON
    a.json().default(() => 1);
    // @ts-expect-error undefined is no JSON
    a.json().default({ value: undefined });
  });

  test('modifiers that a field does not have', () => {
    // @ts-expect-error there are no lists of lists
    expect(() => a.string().array().array()).toThrow(TypeError);
    // @ts-expect-error there are no rules for a boolean
    a.boolean().validate((rules) => rules.gt(1));
    // @ts-expect-error text has no limit
    a.string().validate((rules) => rules.gt(1));
    // @ts-expect-error a number has no length
    a.integer().validate((rules) => rules.minLength(1));
    // @ts-expect-error one record is in no order
    expect(() => a.hasOne('Member', 'teamId').sortBy('name')).toThrow(TypeError);
    // @ts-expect-error one record is no page
    expect(() => a.belongsTo('Team', 'teamId').limit(1)).toThrow(TypeError);
    // @ts-expect-error many to many goes through a join model
    a.manyToMany('Tag', {});
    // @ts-expect-error it has no other sides
    a.manyToMany('Tag', { through: 'PostTag', form: 'post' });
  });

  test('a model among fields, and a field among models', () => {
    // @ts-expect-error a model is no field
    a.model({ team: a.model({}) });
    // @ts-expect-error a field is no model
    a.schema({ name: a.string() });
  });

  test('but not the right values', () => {
    a.string().default('x').required();
    a.float().array().default([1, 2.5]);
    a.json().default({ list: [1, 'x', null, { deep: true }] });
    a.json().array().default([null, 1]);
  });
});

test('lib/schema stands alone: without the CDK, without any other folder or package', () => {
  const folder = resolve(__dirname, '../../lib/schema');
  const imports = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).flatMap((file) => {
    const source = readFileSync(join(folder, file), 'utf8');
    return [...source.matchAll(/(?:\bfrom\s|\bimport|\brequire)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, module]) => ({ file, module: module! }));
  });
  expect(imports.length).toBeGreaterThan(10);
  expect(imports.filter(({ file, module }) => !module.startsWith('.') || relative(folder, resolve(folder, dirname(file), module)).startsWith('..'))).toEqual([]);
});
