import { a, type SchemaTypes } from 'cdk-appsync-data/schema';
import { printSchema, validateGraphqlSchema } from '../../lib/graphql';
import { resolveSchema } from '../../lib/model';
import { linesOf } from '../support/sdl';

function sdlOf(models: SchemaTypes): string {
  const sdl = printSchema(resolveSchema(a.schema(models).authorization((allow) => allow.publicApiKey())));
  validateGraphqlSchema(sdl);
  return sdl;
}

const keyInputs = (sdl: string): (string | undefined)[] => [...sdl.matchAll(/^input (Model\w+KeyConditionInput)/gm)].map(([, name]) => name);

describe('a hasMany that is sorted', () => {
  test.each([
    ['datetime', 'ModelStringKeyConditionInput'], ['id', 'ModelIDKeyConditionInput'], ['integer', 'ModelIntKeyConditionInput'],
    ['timestamp', 'ModelIntKeyConditionInput'], ['float', 'ModelFloatKeyConditionInput'], ['email', 'ModelStringKeyConditionInput'],
  ] as const)('by a field of type %s takes a %s first, which is there', (scalar, input) => {
    const sdl = sdlOf({ Team: a.model({ members: a.hasMany('Member', 'teamId').sortBy('by') }), Member: a.model({ teamId: a.id(), by: a[scalar]().required() }) });
    expect(linesOf(sdl, 'type Team')[0]).toBe(`members(by: ${input}, filter: ModelMemberFilterInput, sortDirection: ModelSortDirection, limit: Int, nextToken: String): ModelMemberConnection`);
    expect(keyInputs(sdl)).toEqual([input]);
  });

  test('by an enum takes a condition on text', () => {
    const sdl = sdlOf({ Rank: a.enum(['A']), Team: a.model({ members: a.hasMany('Member', 'teamId').sortBy('rank') }), Member: a.model({ teamId: a.id(), rank: a.ref('Rank').required() }) });
    expect(linesOf(sdl, 'type Team')[0]).toMatch(/^members\(rank: ModelStringKeyConditionInput, filter: /);
  });

  test('without sortBy there is no such argument, whatever index it is read from', () => {
    const Member = a.model({ teamId: a.id(), by: a.string().required() }).secondaryIndexes((index) => [index('teamId').sortKeys(['by']).queryField(null)]);
    const sdl = sdlOf({ Team: a.model({ members: a.hasMany('Member', 'teamId') }), Member });
    expect(linesOf(sdl, 'type Team')[0]).toMatch(/^members\(filter: /);
    expect(keyInputs(sdl)).toEqual([]);
  });
});

test('limits leave the schema as it is', () => {
  const Member = a.model({ teamId: a.id() });
  const members = a.hasMany('Member', 'teamId');
  expect(sdlOf({ Team: a.model({ members: members.limit(3) }).limit(4), Member: Member.limit(5) })).toBe(sdlOf({ Team: a.model({ members }), Member }));
});

describe('many to many', () => {
  const PostTag = a.model({ postId: a.id(), tagId: a.id(), post: a.belongsTo('Post', 'postId'), tag: a.belongsTo('Tag', 'tagId') });
  const Post = a.model({ title: a.string(), tagList: a.manyToMany('Tag', { through: 'PostTag' }) });

  test('is a page of related records, without a filter', () => {
    const sdl = sdlOf({ Post, PostTag, Tag: a.model({ name: a.string() }) });
    expect(linesOf(sdl, 'type Post').slice(0, 3)).toEqual(['title: String', 'tagList(sortDirection: ModelSortDirection, limit: Int, nextToken: String): ModelTagConnection', 'id: ID!']);
    expect(linesOf(sdl, 'input CreatePostInput')).toEqual(['title: String', 'id: ID']);
    expect(linesOf(sdl, 'input ModelPostFilterInput').join()).not.toContain('tagList');
  });

  test('of a model that nothing else lists brings its pages, and no filter', () => {
    const sdl = sdlOf({ Post, PostTag, Tag: a.model({ name: a.string() }).disableOperations(['list']) });
    expect(linesOf(sdl, 'type ModelTagConnection')).toEqual(['items: [Tag]!', 'nextToken: String']);
    expect(sdl).not.toContain('ModelTagFilterInput');
  });
});
