import { a, type Model, type ModelFields } from 'cdk-appsync-data/schema';
import { printSchema, validateGraphqlSchema } from '../../lib/graphql';
import { resolveSchema } from '../../lib/model';

function sdlOf(model: Model<ModelFields, readonly string[]>): string {
  return printSchema(resolveSchema(a.schema({ Todo: model }).authorization((allow) => allow.publicApiKey())));
}

/** The line of an operation. */
function operation(sdl: string, name: string): string | undefined {
  return sdl.split('\n').map((line) => line.trim()).find((line) => line.startsWith(`${name}(`));
}

function inputs(sdl: string): string[] {
  return [...sdl.matchAll(/^input (\w+)/gm)].map(([, name]) => name!);
}

const page = 'filter: ModelTodoFilterInput, limit: Int, nextToken: String';

describe('get and list', () => {
  test.each([
    ['the id of the API', a.model({}), 'id: ID!', page],
    ['a declared id', a.model({ id: a.id().required() }), 'id: ID!', `id: ID, ${page}, sortDirection: ModelSortDirection`],
    ['one field', a.model({ no: a.integer().required() }).identifier(['no']), 'no: Int!', `no: Int, ${page}, sortDirection: ModelSortDirection`],
    ['an id and a date', a.model({ by: a.id().required(), day: a.date().required() }).identifier(['by', 'day']), 'by: ID!, day: AWSDate!',
      `by: ID, day: ModelStringKeyConditionInput, ${page}, sortDirection: ModelSortDirection`],
    ['a string and a timestamp', a.model({ by: a.string().required(), at: a.timestamp().required() }).identifier(['by', 'at']), 'by: String!, at: AWSTimestamp!',
      `by: String, at: ModelIntKeyConditionInput, ${page}, sortDirection: ModelSortDirection`],
    ['three fields', a.model({ by: a.id().required(), day: a.date().required(), no: a.id().required() }).identifier(['by', 'day', 'no']), 'by: ID!, day: AWSDate!, no: ID!',
      `by: ID, dayNo: ModelTodoPrimaryCompositeKeyConditionInput, ${page}, sortDirection: ModelSortDirection`],
  ])('identified by %s', (_, model, getArguments, listArguments) => {
    const sdl = sdlOf(model as Model<ModelFields, readonly string[]>);
    expect(operation(sdl, 'getTodo')).toBe(`getTodo(${getArguments}): Todo`);
    expect(operation(sdl, 'listTodos')).toBe(`listTodos(${listArguments}): ModelTodoConnection`);
  });
});

describe('conditions on sort keys', () => {
  test.each([
    ['ID', a.id(), 'ID'], ['String', a.email(), 'String'], ['Int', a.integer(), 'Int'], ['Int, of a timestamp', a.timestamp(), 'Int'], ['Float', a.float(), 'Float'],
  ])('%s has its input, and no other is there', (_, field, type) => {
    const names = inputs(sdlOf(a.model({ by: a.id().required(), sort: field.required() }).identifier(['by', 'sort'])));
    expect(names.filter((name) => name.includes('KeyCondition'))).toEqual([`Model${type}KeyConditionInput`]);
  });

  test('there is none without a sort key', () => {
    expect(inputs(sdlOf(a.model({ by: a.id().required() }).identifier(['by']))).filter((name) => name.includes('Key'))).toEqual([]);
  });

  test('numbers have no beginsWith', () => {
    const sdl = (field: 'string' | 'float'): string => sdlOf(a.model({ by: a.id().required(), sort: a[field]().required() }).identifier(['by', 'sort']));
    expect(sdl('string')).toContain(`input ModelStringKeyConditionInput {\n${['eq', 'le', 'lt', 'ge', 'gt'].map((name) => `  ${name}: String\n`).join('')}  between: [String]\n  beginsWith: String\n}`);
    expect(sdl('float')).toContain(`input ModelFloatKeyConditionInput {\n${['eq', 'le', 'lt', 'ge', 'gt'].map((name) => `  ${name}: Float\n`).join('')}  between: [Float]\n}`);
  });

  test('several fields have an input of their own, with plain types', () => {
    const sdl = sdlOf(a.model({ by: a.id().required(), day: a.date().required(), at: a.timestamp().required(), no: a.float().required() }).identifier(['by', 'day', 'at', 'no']));
    expect(sdl).toContain('input ModelTodoPrimaryCompositeKeyInput {\n  day: String\n  at: Int\n  no: Float\n}');
    expect(sdl).toMatch(/input ModelTodoPrimaryCompositeKeyConditionInput \{\n  eq: ModelTodoPrimaryCompositeKeyInput\n[^}]+between: \[ModelTodoPrimaryCompositeKeyInput\]\n  beginsWith: ModelTodoPrimaryCompositeKeyInput\n\}/);
    expect(inputs(sdl).filter((name) => /^Model(ID|String|Int|Float)KeyCondition/.test(name))).toEqual([]);
  });
});

test('mutations and subscriptions', () => {
  const sdl = sdlOf(a.model({}));
  expect(operation(sdl, 'createTodo')).toBe('createTodo(input: CreateTodoInput!, condition: ModelTodoConditionInput): Todo');
  expect(operation(sdl, 'updateTodo')).toBe('updateTodo(input: UpdateTodoInput!, condition: ModelTodoConditionInput): Todo');
  expect(operation(sdl, 'deleteTodo')).toBe('deleteTodo(input: DeleteTodoInput!, condition: ModelTodoConditionInput): Todo');
  expect(operation(sdl, 'onCreateTodo')).toBe('onCreateTodo(filter: ModelSubscriptionTodoFilterInput): Todo @aws_subscribe(mutations: ["createTodo"])');
  expect(operation(sdl, 'onUpdateTodo')).toBe('onUpdateTodo(filter: ModelSubscriptionTodoFilterInput): Todo @aws_subscribe(mutations: ["updateTodo"])');
  expect(operation(sdl, 'onDeleteTodo')).toBe('onDeleteTodo(filter: ModelSubscriptionTodoFilterInput): Todo @aws_subscribe(mutations: ["deleteTodo"])');
});

describe('validateGraphqlSchema', () => {
  const query = 'type Query { get: String }';

  test.each([
    ['a type that is not there', `${query} type Team { captain: Captain }`, 'Unknown type "Captain".'],
    ['a type twice', `${query} type Query { list: String }`, 'There can be only one type named "Query".'],
    ['broken syntax', 'type Query {', 'Syntax Error: Expected Name, found <EOF>.'],
    ['no queries', 'type Team { id: ID }', 'Query root type must be provided.'],
    ['a name that GraphQL keeps', `${query} type Team { __id: ID }`, 'Name "__id" must not begin with "__", which is reserved by GraphQL introspection.'],
    ['a directive that is not there', 'type Query { get: String @model }', 'Unknown directive "@model".'],
    ['an input as a result', `input Filter { id: ID } type Query { get: Filter }`, 'The type of Query.get must be Output Type but got: Filter.'],
  ])('refuses %s', (_, sdl, message) => {
    expect(() => validateGraphqlSchema(sdl)).toThrow(new Error(`the generated GraphQL schema is not valid:\n  ${message}`));
  });

  test('tells all that is wrong', () => {
    expect(() => validateGraphqlSchema('type Query { one: One, two: Two }')).toThrow(/:\n {2}Unknown type "One"[^\n]*\n {2}Unknown type "Two"[^\n]*$/);
  });

  test('knows the scalars and the directive of AppSync', () => {
    expect(() => validateGraphqlSchema('type Query { get: AWSJSON } type Subscription { onCreate: AWSDateTime @aws_subscribe(mutations: ["create"]) }')).not.toThrow();
  });
});
