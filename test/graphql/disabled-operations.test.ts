import { a, type DisabledOperation } from 'cdk-appsync-data/schema';
import { printSchema, validateGraphqlSchema } from '../../lib/graphql';
import { resolveSchema } from '../../lib/model';
import { linesOf } from '../support/sdl';

function sdlOf(operations: readonly DisabledOperation[]): string {
  const sdl = printSchema(resolveSchema(a.schema({
    Member: a.model({ name: a.string().required(), teamId: a.id(), team: a.belongsTo('Team', 'teamId') }).disableOperations(operations),
    Team: a.model({ members: a.hasMany('Member', 'teamId') }),
    Note: a.model({ by: a.id().required(), no: a.integer().required(), sub: a.integer().required() }).identifier(['by', 'no', 'sub']).disableOperations(operations),
  }).authorization((allow) => allow.publicApiKey())));
  validateGraphqlSchema(sdl);
  return sdl;
}

/** The names of operations and types that are of a model. */
function namesOf(sdl: string, model: string): string[] {
  const fields = ['Query', 'Mutation', 'Subscription'].flatMap((root) => linesOf(sdl, `type ${root}`)).map((line) => line.split('(')[0]!);
  const types = [...sdl.matchAll(/^(?:type|input) (\w+)/gm)].map(([, name]) => name!);
  return [...fields, ...types].filter((name) => name.includes(model));
}

test('what is disabled is gone with its input', () => {
  expect(namesOf(sdlOf(['subscriptions', 'delete', 'list']), 'Note')).toEqual([
    'getNote', 'createNote', 'updateNote', 'Note', 'CreateNoteInput', 'UpdateNoteInput', 'ModelNoteConditionInput',
  ]);
});

test('Filter and Connection stay where a hasMany leads to the model', () => {
  expect(namesOf(sdlOf(['subscriptions', 'delete', 'list']), 'Member')).toEqual([
    'getMember', 'createMember', 'updateMember', 'Member', 'ModelMemberConnection', 'ModelMemberFilterInput', 'CreateMemberInput', 'UpdateMemberInput', 'ModelMemberConditionInput',
  ]);
  expect(namesOf(sdlOf(['queries', 'mutations']), 'Member')).toEqual(['Member', 'ModelMemberConnection', 'ModelMemberFilterInput']);
});

test('a subscription is gone with its mutation', () => {
  const sdl = sdlOf(['update']);
  expect(linesOf(sdl, 'type Subscription').filter((line) => line.includes('Member')).map((line) => line.split('(')[0])).toEqual(['onCreateMember', 'onDeleteMember']);
  expect(sdl).not.toMatch(/updateMember|UpdateMember/);
});

test('a root type without operations is not there', () => {
  const sdl = printSchema(resolveSchema(a.schema({ Log: a.model({}).disableOperations(['mutations']) }).authorization((allow) => allow.publicApiKey())));
  expect(sdl).not.toMatch(/type (Mutation|Subscription) /);
  expect(linesOf(sdl, 'type Query')).toHaveLength(2);
});
