import { a } from 'cdk-appsync-data/schema';
import { shop } from '../../integ/schemas/data-modelling';
import { printSchema, validateGraphqlSchema } from '../../lib/graphql';
import { resolveSchema } from '../../lib/model';
import { linesOf } from '../support/sdl';

const sdl = printSchema(resolveSchema(a.schema({
  Status: a.enum(['OPEN', 'CLOSED']),
  Loc: a.customType({ lat: a.float().required(), long: a.float(), kind: a.enum(['HOME', 'WORK']), inner: a.ref('Loc').array(), tags: a.string().required().array().required() }),
  Todo: a.model({
    status: a.ref('Status'), must: a.ref('Status').required(), all: a.ref('Status').array(), loc: a.ref('Loc'), locs: a.ref('Loc').required().array().required(),
    inline: a.enum(['X', 'Y']), place: a.customType({ text: a.string(), loc: a.ref('Loc') }),
  }),
}).authorization((allow) => allow.publicApiKey())));

test('the SDL is valid', () => {
  expect(() => validateGraphqlSchema(sdl)).not.toThrow();
  expect(() => validateGraphqlSchema(printSchema(resolveSchema(shop)))).not.toThrow();
});

test('enums, under their own name or that of their owner and field', () => {
  expect(linesOf(sdl, 'enum Status')).toEqual(['OPEN', 'CLOSED']);
  expect(linesOf(sdl, 'enum TodoInline')).toEqual(['X', 'Y']);
  expect(linesOf(sdl, 'enum LocKind')).toEqual(['HOME', 'WORK']);
});

test('custom types, each with an input that has the same fields', () => {
  expect(linesOf(sdl, 'type Loc')).toEqual(['lat: Float!', 'long: Float', 'kind: LocKind', 'inner: [Loc]', 'tags: [String!]!']);
  expect(linesOf(sdl, 'input LocInput')).toEqual(['lat: Float!', 'long: Float', 'kind: LocKind', 'inner: [LocInput]', 'tags: [String!]!']);
  expect(linesOf(sdl, 'type TodoPlace')).toEqual(['text: String', 'loc: Loc']);
  expect(linesOf(sdl, 'input TodoPlaceInput')).toEqual(['text: String', 'loc: LocInput']);
});

test('fields of a model', () => {
  expect(linesOf(sdl, 'type Todo').slice(0, 7)).toEqual(['status: Status', 'must: Status!', 'all: [Status]', 'loc: Loc', 'locs: [Loc!]!', 'inline: TodoInline', 'place: TodoPlace']);
  expect(linesOf(sdl, 'input CreateTodoInput')).toEqual(['status: Status', 'must: Status!', 'all: [Status]', 'loc: LocInput', 'locs: [LocInput!]!', 'inline: TodoInline', 'place: TodoPlaceInput', 'id: ID']);
  expect(linesOf(sdl, 'input UpdateTodoInput')).toEqual(['status: Status', 'must: Status', 'all: [Status]', 'loc: LocInput', 'locs: [LocInput!]', 'inline: TodoInline', 'place: TodoPlaceInput', 'id: ID!']);
});

describe('filters', () => {
  test('an enum has inputs of its own, for a value and for a list, where some field needs them', () => {
    expect(linesOf(sdl, 'input ModelStatusInput')).toEqual(['eq: Status', 'ne: Status']);
    expect(linesOf(sdl, 'input ModelStatusListInput')).toEqual(['eq: [Status]', 'ne: [Status]', 'contains: Status', 'notContains: Status']);
    expect(linesOf(sdl, 'input ModelTodoInlineInput')).toEqual(['eq: TodoInline', 'ne: TodoInline']);
    expect(sdl).not.toMatch(/ModelTodoInlineListInput|ModelLocKindInput/);
  });

  test('there is none on custom types', () => {
    const fields = ['status: ModelStatusInput', 'must: ModelStatusInput', 'all: ModelStatusListInput', 'inline: ModelTodoInlineInput'];
    expect(linesOf(sdl, 'input ModelTodoFilterInput')).toEqual([...fields, 'id: ModelIDInput', 'createdAt: ModelStringInput', 'updatedAt: ModelStringInput', 'and: [ModelTodoFilterInput]', 'or: [ModelTodoFilterInput]', 'not: ModelTodoFilterInput']);
    expect(linesOf(sdl, 'input ModelTodoConditionInput').slice(0, 4)).toEqual(fields);
  });

  test('a subscription compares enums as text', () => {
    expect(linesOf(sdl, 'input ModelSubscriptionTodoFilterInput').slice(0, 4)).toEqual(['status', 'must', 'all', 'inline'].map((name) => `${name}: ModelSubscriptionStringInput`));
  });
});
