import { buildASTSchema, parse, printSchema } from 'graphql';
import { appsyncDefinitions } from '../../../lib/graphql/appsync-definitions';
import { buildAppSyncSchema } from '../../../lib/local/graphql';
import { code, resolver } from '../template/api-template';
import { serve } from './serve';

const run = serve(`
  type Query {
    getTeam(id: ID!, kind: Kind): Team
    plain(limit: Int = 10, text: String): String
    constructor: String
  }
  type Mutation { createTeam(input: CreateTeamInput!): Team }
  type Subscription { onCreateTeam: Team @aws_subscribe(mutations: ["createTeam"]) }
  type Team @aws_api_key @aws_iam { id: ID! name: String! @deprecated(reason: "old") members: [Member!] toString: String }
  type Member @aws_cognito_user_pools(cognito_groups: ["a"]) { name: String }
  input CreateTeamInput { name: String! phone: AWSPhone kind: Kind nested: NestedInput }
  input NestedInput { name: String! }
  enum Kind { BIG SMALL }
`, {
  GetTeam: resolver('Query.getTeam', code('return { payload: ctx.args.id === "none" ? null : { id: ctx.args.id, name: ctx.args.id === "nameless" ? null : "Team", members: [{ name: "a" }, null] } };')),
  Plain: resolver('Query.plain', code('return { payload: JSON.stringify([ctx.args, ctx.arguments, ctx.info.variables, ctx.identity, ctx.source]) };')),
  CreateTeam: resolver('Mutation.createTeam', code('return { payload: { id: "1", ...ctx.args.input } };')),
});
const at = (line: number, column: number) => [{ line, column, sourceName: null }];

describe('validation errors, in the words of AppSync', () => {
  test.each<[string, string, number, string]>([
    ['an unknown field', '{ getTeam(id: 1) { x } }', 20, `FieldUndefined: Field 'x' in type 'Team' is undefined @ 'getTeam/x'`],
    ['an unknown root field', '{ x }', 3, `FieldUndefined: Field 'x' in type 'Query' is undefined @ 'x'`],
    ['a missing selection', '{ getTeam(id: 1) }', 3, `SubSelectionRequired: Sub selection required for type Team of field getTeam @ 'getTeam'`],
    ['a selection of nothing', '{ plain { x } }', 9, `SubSelectionNotAllowed: Sub selection not allowed on leaf type String of field plain @ 'plain'`],
    ['a missing argument', '{ getTeam { id } }', 3, `MissingFieldArgument: Missing field argument id @ 'getTeam'`],
    ['an unknown argument', '{ getTeam(id: 1, owner: 2) { id } }', 18, `UnknownArgument: Unknown field argument owner @ 'getTeam'`],
    ['an unknown type', '{ getTeam(id: 1) { ... on Nothing { id } } }', 27, 'UnknownType: Unknown type Nothing'],
    ['an undefined variable', '{ plain(limit: $x) }', 9, `UndefinedVariable: Undefined variable x @ 'plain'`],
    ['an unused variable', 'query ($x: Int) { plain }', 8, 'UnusedVariable: Unused variable x'],
    ['an undefined fragment', '{ getTeam(id: 1) { ...F } }', 23, `UndefinedFragment: Undefined fragment F @ 'getTeam'`],
    ['a wrong variable type', 'query ($id: ID) { getTeam(id: $id) { id } }', 27, `VariableTypeMismatch: Variable type 'ID' doesn't match expected type 'ID!' @ 'getTeam'`],
    ['a wrong value', '{ plain(limit: "1") }', 9, `WrongType: argument 'limit' with value 'StringValue{value='1'}' is not a valid 'Int' @ 'plain'`],
    ['a wrong enum', '{ getTeam(id: 1, kind: HUGE) { id } }', 18, `WrongType: argument 'kind' with value 'EnumValue{name='HUGE'}' is not a valid 'Kind' @ 'getTeam'`],
    ['a missing input field', 'mutation { createTeam(input: { kind: BIG }) { id } }', 23, `WrongType: argument 'input' with value 'ObjectValue{objectFields=[ObjectField{name='kind', value=EnumValue{name='BIG'}}]}' is missing required fields '[name]' @ 'createTeam'`],
    ['a wrong input field', 'mutation { createTeam(input: { name: 1 }) { id } }', 23, `WrongType: argument 'input.name' with value 'IntValue{value=1}' is not a valid 'String' @ 'createTeam'`],
  ])('%s', async (_, query, column, message) => {
    expect(await run(query)).toEqual({ data: null, errors: [{ path: null, locations: at(1, column), message: `Validation error of type ${message}` }] });
  });

  test('all of them are reported', async () => {
    expect((await run('{\n  x\n  y }')).errors.map((error: { locations: unknown }) => error.locations)).toEqual([at(2, 3), at(3, 3)]);
  });
});

describe('variables', () => {
  const create = 'mutation ($input: CreateTeamInput!) { createTeam(input: $input) { id } }';
  test.each<[string, unknown, string, number | null]>([
    ['missing', undefined, `Variable 'input' has coerced Null value for NonNull type 'CreateTeamInput!'`, 11],
    ['null', null, `Variable 'input' has coerced Null value for NonNull type 'CreateTeamInput!'`, 11],
    ['without a required field', {}, `Variable 'input' has coerced Null value for NonNull type 'String!'`, 11],
    ['with null for a required field', { name: 'a', nested: { name: null } }, `Variable 'input' has coerced Null value for NonNull type 'String!'`, 11],
    ['with an unknown field', { name: 'a', x: 1 }, `The variables input contains a field that is not defined for input object type 'CreateTeamInput' `, null],
    ['with a value that is not valid', { name: 'a', phone: '1110004444' }, `Variable 'phone' has an invalid value. Unable to parse \`1110004444\` as a valid phone number.`, 11],
    ['with an unknown enum value', { name: 'a', kind: 'HUGE' }, `Variable 'kind' has an invalid value. Invalid input for Enum 'Kind'. No value found for name 'HUGE'`, 11],
  ])('%s', async (_, input, message, column) => {
    expect(await run(create, { input })).toEqual({ data: null, errors: [{ path: null, locations: column && at(1, column), message }] });
  });

  test('that the document does not declare are ignored', async () => {
    expect(await run(create, { input: { name: 'a' }, sortDirection: 'DESC' })).toEqual({ data: { createTeam: { id: '1' } } });
  });
});

test('arguments and variables that are null count as absent, fields of inputs do not', async () => {
  const seen = async (query: string, variables?: Record<string, unknown>) => JSON.parse((await run(query, variables)).data.plain);
  expect(await seen('{ plain }')).toEqual([{ limit: 10 }, { limit: 10 }, {}, null, null]);
  expect(await seen('{ plain(limit: null, text: null) }')).toEqual([{ limit: 10 }, { limit: 10 }, {}, null, null]);
  expect(await seen('query ($limit: Int, $text: String) { plain(limit: $limit, text: $text) }', { limit: null, text: null })).toEqual([{ limit: 10 }, { limit: 10 }, {}, null, null]);
  expect(await seen('query ($limit: Int = 5) { plain(limit: $limit) }', { limit: null })).toEqual([{ limit: 5 }, { limit: 5 }, { limit: 5 }, null, null]);
  expect(await run('mutation ($input: CreateTeamInput!) { createTeam(input: $input) { name } }', { input: { name: 'a', phone: null } })).toEqual({ data: { createTeam: { name: 'a' } } });
});

describe('what may not be null', () => {
  test('a field', async () => {
    expect(await run('{ getTeam(id: "nameless") { id name } }')).toEqual({
      data: { getTeam: null },
      errors: [{ path: ['getTeam', 'name'], locations: null, message: `Cannot return null for non-nullable type: 'String' within parent 'Team' (/getTeam/name)` }],
    });
  });

  test('an element of a list', async () => {
    expect(await run('{ getTeam(id: "1") { members { name } } }')).toEqual({
      data: { getTeam: { members: null } },
      errors: [{ path: ['getTeam', 'members', 1], locations: null, message: `Cannot return null for non-nullable type: 'Member' within parent 'Team' (/getTeam/members[1])` }],
    });
  });

  test('a list, which has no name', async () => {
    const list = serve('type Query { a: Connection } type Connection { items: [String]! }', { A: resolver('Query.a', code('return { payload: {} };')) });
    expect((await list('{ a { items } }')).errors[0].message).toBe(`Cannot return null for non-nullable type: 'null' within parent 'Connection' (/a/items)`);
  });
});

test('a value that should be a list', async () => {
  const list = serve('type Query { a: [String] }', { A: resolver('Query.a', code('return { payload: { b: 1 } };')) });
  expect((await list('{ a }')).errors).toEqual([{ path: ['a'], locations: null, message: `Can't resolve value (/a) : type mismatch error, expected type LIST` }]);
});

test('a field without a resolver is its parent\'s own property', async () => {
  expect(await run('{ getTeam(id: "1") { id toString } constructor missing: getTeam(id: "none") { id } }')).toEqual({
    data: { getTeam: { id: '1', toString: null }, constructor: null, missing: null },
  });
});

describe('operations', () => {
  const document = 'query A { a: plain } query B { b: plain }';
  test('one of several', async () => expect(Object.keys((await run(document, {}, { operationName: 'B' })).data)).toEqual(['b']));
  test('an unknown one', async () => {
    expect(await run(document, {}, { operationName: 'C' })).toEqual({ data: null, errors: [{ path: null, locations: null, message: `Unknown operation named 'C'.` }] });
  });
  test('none of several', async () => {
    expect((await run(document)).errors[0].message).toBe('Must provide operation name if query contains multiple operations.');
  });
  test('a subscription is not answered', async () => {
    await expect(run('subscription { onCreateTeam { id } }')).rejects.toMatchObject({ status: 400, type: 'UnsupportedOperation' });
  });
  test('a document that is none', async () => {
    await expect(run('{')).rejects.toMatchObject({ status: 400, type: 'MalformedHttpRequestException', message: 'Unable to parse GraphQL query.' });
  });
});

describe('introspection', () => {
  const query = '{ __schema { queryType { name } } }';
  test('is on by default', async () => expect(await run(query)).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } }));
  test('can be off', async () => {
    const off = serve('type Query { a: String }', {}, { api: { IntrospectionConfig: 'DISABLED' } });
    expect((await off(query)).errors[0].message).toBe(`Validation error of type FieldUndefined: Field 'queryType' in type '__Schema' is undefined @ '__schema/queryType'`);
    expect(await off('{ __typename a }')).toEqual({ data: { __typename: 'Query', a: null } });
  });
});

describe('a schema that AppSync would refuse', () => {
  test.each([
    ['type Query { a: Nothing }', 'the schema is not valid: Unknown type "Nothing".'],
    ['type Query { a: String @model }', 'the schema is not valid: Unknown directive "@model".'],
    ['type Query { a: Date } scalar Date', "the schema is not valid: AppSync takes no scalars but its own, and 'Date' is none of them"],
    ['type Query { a: String } extend type Query { b: String }', "the schema is not valid: AppSync takes no `extend`: write what extends 'Query' into the type itself"],
    ['type Query {', 'the schema is not valid: Syntax Error'],
    ['type Team { a: String }', 'the schema is not valid: Query root type must be provided.'],
  ])('%s', (schema, message) => expect(() => serve(schema)).toThrow(message));

  test('a resolver for a field that is not there', () => {
    expect(() => serve('type Query { a: String }', { X: resolver('Query.b') })).toThrow(`resolver 'X' is for the field Query.b, which the schema does not have`);
  });
});

describe('what AppSync adds to a schema', () => {
  test('is the same here as where schemas are generated', () => {
    const query = 'type Query { a: Int }';
    const directives = (schema: ReturnType<typeof buildASTSchema>) => printSchema(schema).split('\n').filter((line) => line.startsWith('directive ')).sort();
    const generated = directives(buildASTSchema(parse(appsyncDefinitions + query)));
    expect(generated).toContainEqual(expect.stringContaining('@aws_subscribe'));
    expect(directives(buildAppSyncSchema(query))).toEqual(generated);
  });

  test('directives for merged APIs change nothing in the API itself', async () => {
    const merged = serve(`
      type Query { getTeam(id: ID!): Team @renamed(to: "team") }
      type Team @canonical { id: ID! name: String @hidden kind: Kind }
      enum Kind @canonical { BIG SMALL }
      input Unused @hidden { name: String @renamed(to: "title") }
    `, { GetTeam: resolver('Query.getTeam', code('return { payload: { id: ctx.args.id, name: "Go", kind: "BIG" } };')) });
    expect(await merged('{ getTeam(id: "t") { id name kind } }')).toEqual({ data: { getTeam: { id: 't', name: 'Go', kind: 'BIG' } } });
  });
});
