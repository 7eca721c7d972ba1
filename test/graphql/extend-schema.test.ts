import { buildSchema } from 'graphql';
import { a } from 'cdk-appsync-data';
import { extendSchema, printSchema } from '../../lib/graphql';
import { resolveSchema } from '../../lib/model';
import { linesOf } from '../support/sdl';

const generated = printSchema(resolveSchema(a.schema({
  Team: a.model({ mantra: a.string(), level: a.enum(['LOW', 'HIGH']) }),
}).authorization((allow) => allow.publicApiKey())));

const extended = (extension: string): string => extendSchema(generated, extension);

describe('an extension', () => {
  test('adds fields to types of the data model, and types of its own', () => {
    const sdl = extended(`
      extend type Query { health(deep: Boolean): Health @aws_api_key }
      extend type Team { score: Int! }
      type Health { ok: Boolean!, level: TeamLevel, at: AWSDateTime }
    `);
    expect(linesOf(sdl, 'type Query').at(-1)).toBe('health(deep: Boolean): Health @aws_api_key');
    expect(linesOf(sdl, 'type Query')[0]).toBe('getTeam(id: ID!): Team');
    expect(linesOf(sdl, 'type Team').at(-1)).toBe('score: Int!');
    expect(linesOf(sdl, 'type Health')).toEqual(['ok: Boolean!', 'level: TeamLevel', 'at: AWSDateTime']);
    expect(sdl).not.toContain('extend');
  });

  test('leaves what was there as it was', () => {
    const lines = (sdl: string): string[] => sdl.replace(/\(\n([^)]*)\n {2}\)/g, (_, list: string) => `(${list.trim().split(/\n\s*/).join(', ')})`).split('\n').filter((line) => line.trim());
    expect(lines(extended('type Health { ok: Boolean }')).slice(0, -3)).toEqual(lines(generated));
  });

  test('adds to enums, inputs, interfaces, unions and to types of its own', () => {
    const sdl = extended(`
      extend enum TeamLevel { TOP }
      extend input CreateTeamInput { note: String }
      extend type Team implements Node
      extend union Found = Health
      extend type Health { at: AWSDateTime }
      interface Node { id: ID! }
      union Found = Team
      type Health { ok: Boolean }
      extend type Query { find: Found }
    `);
    expect(linesOf(sdl, 'enum TeamLevel')).toEqual(['LOW', 'HIGH', 'TOP']);
    expect(linesOf(sdl, 'input CreateTeamInput').at(-1)).toBe('note: String');
    expect(linesOf(sdl, 'type Health')).toEqual(['ok: Boolean', 'at: AWSDateTime']);
    expect(sdl).toContain('type Team implements Node {');
    expect(sdl).toContain('union Found = Team | Health');
  });

  test('brings a root type along that no model needs', () => {
    const silent = printSchema(resolveSchema(a.schema({ Log: a.model({}).disableOperations(['mutations']) }).authorization((allow) => allow.publicApiKey())));
    expect(linesOf(silent, 'type Mutation')).toEqual([]);
    expect(linesOf(extendSchema(silent, 'extend type Mutation { start: String } extend type Mutation { stop: Int }'), 'type Mutation')).toEqual(['start: String', 'stop: Int']);
  });

  test('keeps descriptions', () => {
    expect(extended('extend type Query { "Whether all is well." health: String }')).toContain('  "Whether all is well."\n  health: String\n');
  });

  test('gives a document that GraphQL takes for a schema of its scalars', () => {
    const scalars = ['AWSDateTime', 'AWSJSON'].map((name) => `scalar ${name}\n`).join('');
    const directive = 'directive @aws_subscribe(mutations: [String!]!) on FIELD_DEFINITION\n';
    expect(buildSchema(scalars + directive + extended('extend type Query { health: AWSJSON }')).getQueryType()!.getFields().health!.type.toString()).toBe('AWSJSON');
  });
});

describe('what an extension can\'t be', () => {
  test.each([
    ['broken', 'extend type Query {\n  health String\n}', 'line 2: Syntax Error: Expected ":", found Name "String".'],
    ['a type of the data model', '\ntype Team { id: ID }', "line 2: the type 'Team' is there already, as the data model makes it; write `extend type Team { ... }` to add to it, or choose another name"],
    ['a type that each API has', 'enum ModelSortDirection { UP }', "line 1: the type 'ModelSortDirection' is there already, as the data model makes it; write `extend enum ModelSortDirection { ... }` to add to it, or choose another name"],
    ['a type twice', 'type A { id: ID }\ntype A { id: ID }', "line 2: the type 'A' is defined twice"],
    ['a field of the data model', 'extend type Query {\n  health: String\n  getTeam: String\n}', "line 3: 'Query.getTeam' is there already, as the data model makes it; choose another name"],
    ['a field twice', 'extend type Query {\n  health: String\n  health: Int\n}', 'line 2: Field "Query.health" can only be defined once.'],
    ['an enum value of the data model', 'extend enum TeamLevel { LOW }', "line 1: 'TeamLevel.LOW' is there already, as the data model makes it; choose another name"],
    ['of a type that is not there', 'extend type Taem { id: ID }', "line 1: there is no type 'Taem' to extend; the extension can define it"],
    ['of another kind', 'extend input Team { id: ID }', "line 1: 'Team' is a type, and an input is what is extended here"],
    ['with an unknown type', 'extend type Query {\n  health: Health\n}', 'line 2: Unknown type "Health".'],
    ['with an input as a result', 'extend type Query {\n  health: CreateTeamInput\n}', 'line 2: The type of Query.health must be Output Type but got: CreateTeamInput.'],
    ['with an unknown directive', 'extend type Query {\n  health: String @model\n}', 'line 2: Unknown directive "@model".'],
    ['named as a scalar of GraphQL', 'type A { id: ID }\ntype String { id: ID }', "line 2: 'String' is a scalar of GraphQL; choose another name"],
    ['named as a scalar of AppSync', 'type AWSJSON { id: ID }', 'line 1: There can be only one type named "AWSJSON".'],
    ['a scalar', 'scalar Date', 'line 1: AppSync takes no scalars but its own; use one of these, or String'],
    ['a directive', 'directive @model on OBJECT', 'line 1: AppSync takes no directives but its own; leave the definition out, those of AppSync are known'],
    ['a schema', 'schema { query: Query }', 'line 1: the root types are Query, Mutation and Subscription; leave the definition out'],
    ['a query', '{ getTeam(id: "1") { id } }', 'line 1: an operation defines nothing; write types, and fields in `extend type Query { ... }`'],
    ['empty', '', 'line 1: Syntax Error: Unexpected <EOF>.'],
  ])('%s', (_, extension, message) => {
    expect(() => extended(extension)).toThrow(new Error(`the schema extension is not valid:\n  ${message}`));
  });

  test('all that is wrong is told at once', () => {
    expect(() => extended('type Team { id: ID }\nextend type Taem { id: ID }\nextend type Query { listTeams: Int }')).toThrow(/line 1: .*\n {2}line 2: .*\n {2}line 3: .*$/);
  });
});
