import { a, type Schema } from 'cdk-appsync-data/schema';
import { Kind, parse, type ConstDirectiveNode } from 'graphql';
import { printSchema, schemaDifferences, validateGraphqlSchema } from '../../lib/graphql';
import { resolveSchema, type AuthorizationMode } from '../../lib/model';
import { linesOf, operation } from '../support/sdl';

const allModes: readonly AuthorizationMode[] = ['userPool', 'apiKey', 'iam', 'lambda', 'openIdConnect'];

function sdlOf(schema: Schema, modes: readonly AuthorizationMode[] = allModes): string {
  const sdl = printSchema(resolveSchema(schema, modes));
  validateGraphqlSchema(sdl);
  return sdl;
}

const letters: Readonly<Record<string, string>> = { aws_api_key: 'K', aws_iam: 'I', aws_lambda: 'L', aws_oidc: 'O', aws_cognito_user_pools: 'U' };

/** The directives that let somebody in, of each type and of each field that has some: a letter for each, in the order of the alphabet. */
function access(sdl: string): Record<string, string> {
  const lettersOf = (directives: readonly ConstDirectiveNode[] = []): string =>
    directives.flatMap(({ name }) => letters[name.value] ?? []).sort().join('');
  return Object.fromEntries(parse(sdl).definitions.flatMap((node): [string, string][] => (node.kind === Kind.OBJECT_TYPE_DEFINITION
    ? [[node.name.value, lettersOf(node.directives)], ...(node.fields ?? []).map((field): [string, string] => [`${node.name.value}.${field.name.value}`, lettersOf(field.directives)])]
    : [])).filter(([, found]) => found !== ''));
}

/** What a model's type and operations have, where reads, writes and subscriptions are the same each. */
function modelAccess(name: string, { type, connection = type, reads = type, writes = type, listens = type }: { readonly type: string; readonly connection?: string; readonly reads?: string; readonly writes?: string; readonly listens?: string }): Record<string, string> {
  return {
    [name]: type,
    [`Model${name}Connection`]: connection,
    ...Object.fromEntries([`get${name}`, `list${name}s`].map((field) => [`Query.${field}`, reads])),
    ...Object.fromEntries(['create', 'update', 'delete'].map((verb) => [`Mutation.${verb}${name}`, writes])),
    ...Object.fromEntries(['onCreate', 'onUpdate', 'onDelete'].map((verb) => [`Subscription.${verb}${name}`, listens])),
  };
}

const book = () => a.model({ title: a.string().required(), roomId: a.id(), room: a.belongsTo('Room', 'roomId') });
const room = () => a.model({ floor: a.string().required(), books: a.hasMany('Book', 'roomId') });
const modes: readonly AuthorizationMode[] = ['userPool', 'apiKey', 'iam', 'lambda'];

// What Amplify's construct prints of these kinds of schemas for an API with these modes.
describe("the directives are the peer's", () => {
  test('owners of one model, a key that reads the other', () => {
    const sdl = sdlOf(a.schema({
      Book: book().authorization((allow) => [allow.owner()]),
      Room: room().authorization((allow) => [allow.authenticated(), allow.publicApiKey().to(['read'])]),
    }), modes);
    expect(access(sdl)).toEqual({ ...modelAccess('Book', { type: 'IU', connection: 'IKU' }), ...modelAccess('Room', { type: 'IKU', writes: 'IU' }) });
  });

  test('every strategy', () => {
    const sdl = sdlOf(a.schema({
      Book: a.model({ title: a.string().required(), note: a.string().authorization((allow) => [allow.owner()]), roomId: a.id(), room: a.belongsTo('Room', 'roomId'), team: a.string() })
        .authorization((allow) => [allow.owner(), allow.group('Admins'), allow.groupDefinedIn('team'), allow.authenticated().to(['read'])]),
      Room: a.model({ floor: a.string().required(), books: a.hasMany('Book', 'roomId'), editors: a.string().array() }).authorization((allow) => [
        allow.ownersDefinedIn('editors'), allow.guest().to(['read']), allow.authenticated('identityPool').to(['read']), allow.publicApiKey().to(['read']), allow.custom().to(['read']),
      ]),
    }), modes);
    expect(access(sdl)).toEqual({ ...modelAccess('Book', { type: 'IU', connection: 'IKLU' }), ...modelAccess('Room', { type: 'IKLU', writes: 'IU' }) });
    expect(operation(sdl, 'onCreateBook')).toBe('onCreateBook(filter: ModelSubscriptionBookFilterInput, owner: String): Book @aws_subscribe(mutations: ["createBook"]) @aws_cognito_user_pools @aws_iam');
    expect(operation(sdl, 'onCreateRoom')).toContain('(filter: ModelSubscriptionRoomFilterInput):');
  });

  test.each<[string, () => Schema]>([
    ['everyone who is signed in', () => a.schema({ Book: book(), Room: room() }).authorization((allow) => allow.authenticated())],
    ['a group', () => a.schema({ Book: book().authorization((allow) => [allow.group('Admins')]), Room: room().authorization((allow) => [allow.authenticated()]) })],
  ])('%s', (_, schema) => {
    expect(access(sdlOf(schema(), modes))).toEqual({ ...modelAccess('Book', { type: 'IU' }), ...modelAccess('Room', { type: 'IU' }) });
  });
});

test.each<[AuthorizationMode, Schema]>([
  ['apiKey', a.schema({ Book: a.model({ title: a.string() }) }).authorization((allow) => allow.publicApiKey())],
  ['userPool', a.schema({ Book: a.model({ title: a.string() }) }).authorization((allow) => allow.owner())],
  ['iam', a.schema({ Book: a.model({ title: a.string() }) }).authorization((allow) => allow.guest())],
])('an API with the single mode %s has none', (mode, schema) => {
  expect(access(sdlOf(schema, [mode]))).toEqual({});
});

test('each operation has the modes of the rules that allow it, and IAM only where the API has it', () => {
  const sdl = sdlOf(a.schema({
    Book: a.model({ title: a.string() }).secondaryIndexes((index) => [index('title')]).authorization((allow) => [
      allow.publicApiKey().to(['get']), allow.custom().to(['list', 'update']), allow.owner('oidc').to(['create', 'listen']), allow.authenticated().to(['delete', 'sync', 'search']),
    ]),
  }), ['userPool', 'apiKey', 'lambda', 'openIdConnect']);
  expect(access(sdl)).toEqual({
    Book: 'KLOU', ModelBookConnection: 'KLOU', 'Query.getBook': 'K', 'Query.listBooks': 'L', 'Query.listBookByTitle': 'L',
    'Mutation.createBook': 'O', 'Mutation.updateBook': 'L', 'Mutation.deleteBook': 'U',
    'Subscription.onCreateBook': 'O', 'Subscription.onUpdateBook': 'O', 'Subscription.onDeleteBook': 'O',
  });
});

describe('fields with rules of their own', () => {
  const sdl = sdlOf(a.schema({
    Book: a.model({
      title: a.string().required().authorization((allow) => [allow.publicApiKey().to(['read']), allow.authenticated()]),
      price: a.float().required().authorization((allow) => [allow.group('Clerks')]),
      tags: a.string().required().array().required().authorization((allow) => [allow.custom().to(['create']), allow.publicApiKey().to(['read'])]),
      roomId: a.id(), room: a.belongsTo('Room', 'roomId').authorization((allow) => allow.authenticated()),
    }).authorization((allow) => [allow.publicApiKey(), allow.authenticated()]),
    Room: a.model({ books: a.hasMany('Book', 'roomId').authorization((allow) => [allow.custom()]) }).authorization((allow) => [allow.authenticated()]),
  }), ['userPool', 'apiKey', 'lambda']);

  test('have directives where their readers come by other modes than those of the type', () => {
    expect(Object.entries(access(sdl)).filter(([name]) => /^(Book|Room)\b/.test(name))).toEqual([
      ['Book', 'KU'], ['Book.price', 'U'], ['Book.tags', 'K'], ['Book.room', 'U'], ['Room', 'U'], ['Room.books', 'L'],
    ]);
  });

  test('may be null where they always have a value, and have to be given all the same', () => {
    expect(linesOf(sdl, 'type Book @aws_cognito_user_pools @aws_api_key')).toEqual(expect.arrayContaining(['title: String', 'price: Float @aws_cognito_user_pools', 'tags: [String!] @aws_api_key']));
    expect(linesOf(sdl, 'input CreateBookInput')).toEqual(expect.arrayContaining(['title: String!', 'price: Float!', 'tags: [String!]!']));
  });

  test('pages are reached by the modes that follow a relationship', () => {
    expect(access(sdl).ModelBookConnection).toBe('KLU');
  });
});

test('a custom type is reached by the modes of everything that gives values of it, also inside of others', () => {
  const sdl = sdlOf(a.schema({
    Spot: a.customType({ x: a.float(), next: a.ref('Spot'), size: a.customType({ cm: a.float() }) }),
    Given: a.customType({ x: a.float() }),
    Book: a.model({ spot: a.ref('Spot'), secret: a.ref('Given').authorization((allow) => allow.custom()) }).authorization((allow) => [allow.authenticated()]),
    find: a.query().arguments({ at: a.ref('Given') }).returns(a.ref('Spot').array()).handler(a.handler.function('find')).authorization((allow) => allow.publicApiKey()),
    found: a.mutation().returns(a.ref('Spot')).handler(a.handler.function('found')).authorization((allow) => allow.group('Finders', 'oidc')),
    onFound: a.subscription().for(a.ref('found')).authorization((allow) => [allow.publicApiKey(), allow.custom()]),
  }), ['userPool', 'apiKey', 'lambda', 'openIdConnect']);
  const { Spot, SpotSize, Given, 'Query.find': find, 'Mutation.found': found, 'Subscription.onFound': onFound } = access(sdl);
  expect({ Spot, SpotSize, Given, find, found, onFound }).toEqual({ Spot: 'KLOU', SpotSize: 'KLOU', Given: 'L', find: 'K', found: 'O', onFound: 'KL' });
  expect(linesOf(sdl, 'type Subscription').at(-1)).toBe('onFound: Spot @aws_subscribe(mutations: ["found"]) @aws_api_key @aws_lambda');
});

describe('fields that rules name', () => {
  const sdl = sdlOf(a.schema({
    Book: a.model({ title: a.string(), writer: a.string() }).authorization((allow) => [
      allow.owner(), allow.ownerDefinedIn('writer').to(['read']), allow.ownerDefinedIn('seller').to(['update']), allow.ownersDefinedIn('readers').to(['read']), allow.groupDefinedIn('team'), allow.groupsDefinedIn('teams'),
    ]),
  }), ['userPool']);

  test('are added to the type and its filters at the end, and to no input', () => {
    expect(linesOf(sdl, 'type Book')).toEqual([
      'title: String', 'writer: String', 'id: ID!', 'createdAt: AWSDateTime!', 'updatedAt: AWSDateTime!', 'owner: String', 'seller: String', 'readers: [String]', 'team: String', 'teams: [String]',
    ]);
    const filtered = (input: string) => linesOf(sdl, `input ${input}`).filter((line) => /^(owner|seller|readers|team|teams):/.test(line));
    expect(filtered('ModelBookFilterInput')).toEqual(['owner', 'seller', 'readers', 'team', 'teams'].map((name) => `${name}: ModelStringInput`));
    expect(filtered('ModelBookConditionInput')).toEqual(filtered('ModelBookFilterInput'));
    expect(filtered('ModelSubscriptionBookFilterInput')).toEqual(['owner', 'seller', 'readers', 'team', 'teams'].map((name) => `${name}: ModelSubscriptionStringInput`));
    expect([...filtered('CreateBookInput'), ...filtered('UpdateBookInput')]).toEqual([]);
    expect(linesOf(sdl, 'input CreateBookInput')).toContain('writer: String');
  });

  test('subscriptions take the owners whose rules let them listen, one of each', () => {
    expect(operation(sdl, 'onUpdateBook')).toContain('(filter: ModelSubscriptionBookFilterInput, owner: String, writer: String)');
  });
});

test('a schema that lacks directives of a type is told so', () => {
  const [expected, actual] = [['userPool', 'apiKey'], ['userPool']].map((some) => sdlOf(
    a.schema({ Book: a.model({ title: a.string() }).disableOperations(['list', 'mutations']) }).authorization((allow) => (some.length > 1 ? [allow.authenticated(), allow.publicApiKey()] : allow.authenticated())), some as AuthorizationMode[]));
  expect(schemaDifferences(expected!, actual!)).toEqual(expect.arrayContaining(['Book has no directive @aws_cognito_user_pools', 'Book has no directive @aws_api_key']));
});
