import { a } from 'cdk-appsync-data';
import { schemas } from '../../integ/schemas/relationships';
import { extendSchema, fieldNames, nearNames, printSchema, schemaDifferences } from '../../lib/graphql';
import { resolveSchema } from '../../lib/model';

const sdl = printSchema(resolveSchema(schemas.OneToMany));

test('a schema has what it has, and what extends it takes nothing away', () => {
  expect(schemaDifferences(sdl, sdl)).toEqual([]);
  expect(schemaDifferences(sdl, extendSchema(sdl, 'extend type Query { health: String } type Health { ok: Boolean } extend type Team @aws_api_key'))).toEqual([]);
});

test.each([
  ['a type', (text: string) => text.replace(/^enum ModelSortDirection \{[^}]*\}/m, ''), 'there is no enum ModelSortDirection'],
  ['a field', (text: string) => text.replace('  mantra: String!\n', ''), 'Team has no mantra: String!'],
  ['a value of an enum', (text: string) => text.replace('  DESC\n', ''), 'ModelSortDirection has no DESC'],
  ['a field of an input', (text: string) => text.replace('  mantra: String\n', ''), 'UpdateTeamInput has no mantra: String'],
  ['the type of a field', (text: string) => text.replace('mantra: String!', 'mantra: String'), 'Team has mantra: String, and has to have mantra: String!'],
  ['an argument', (text: string) => text.replace('getTeam(id: ID!)', 'getTeam'), 'Query has getTeam: Team, and has to have getTeam(id: ID!): Team'],
  [
    'a directive', (text: string) => text.replace(' @aws_subscribe(mutations: ["createTeam"])', ''),
    'Subscription has onCreateTeam(filter: ModelSubscriptionTeamFilterInput): Team, and has to have onCreateTeam(filter: ModelSubscriptionTeamFilterInput): Team @aws_subscribe(mutations: ["createTeam"])',
  ],
  ['the kind of a type', (text: string) => text.replace('input ModelSizeInput', 'type ModelSizeInput'), 'ModelSizeInput is a definition of type, and has to be one of input'],
])('tells %s', (_, change, difference) => {
  expect(change(sdl)).not.toBe(sdl);
  expect(schemaDifferences(sdl, change(sdl))).toEqual([difference]);
});

test('the fields of types, and of nothing else', () => {
  const names = fieldNames(printSchema(resolveSchema(a.schema({ Todo: a.model({ text: a.string() }) }).authorization((allow) => allow.publicApiKey()))));
  expect(names).toEqual([
    'Query.getTodo', 'Query.listTodos', 'Mutation.createTodo', 'Mutation.updateTodo', 'Mutation.deleteTodo', 'Subscription.onCreateTodo', 'Subscription.onUpdateTodo',
    'Subscription.onDeleteTodo', 'Todo.text', 'Todo.id', 'Todo.createdAt', 'Todo.updatedAt', 'ModelTodoConnection.items', 'ModelTodoConnection.nextToken',
  ].map((name) => expect.stringMatching(new RegExp(`^${name}$`))));
});

test('near names come first, and only they; where there are none, the first ones', () => {
  expect(nearNames('Query.getTaem', ['Query.getMember', 'Query.getTeam', 'Query.health'])[0]).toBe('Query.getTeam');
  expect(nearNames('x', Array.from({ length: 20 }, (_, position) => `Query.field${position}`))).toHaveLength(12);
});
