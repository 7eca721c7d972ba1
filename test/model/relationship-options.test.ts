import { a, type ModelFields } from 'cdk-appsync-data/schema';
import { resolveSchema, type Index, type ManyToMany, type Model, type Relationship } from '../../lib/model';
import { schemaOf } from './error-case';

function modelsOf(types: Parameters<typeof schemaOf>[0]): Record<string, Model> {
  return Object.fromEntries(resolveSchema(schemaOf(types)).models.map((model) => [model.name, model]));
}

/** An index in short: its name and its key attributes. */
function shown({ name, key: { partition, sort } }: Index): string {
  return [name, ...[partition, ...sort ? [sort] : []].map((attribute) => `${attribute.name} ${attribute.type}`)].join(', ');
}

const only = ({ relationships }: Model): Relationship => relationships[0]!;

describe('a hasMany that is sorted', () => {
  const member = { teamId: a.id(), team: a.belongsTo('Team', 'teamId'), name: a.string().required(), joinedAt: a.datetime().required(), nick: a.string() };
  const Team = a.model({ members: a.hasMany('Member', 'teamId').sortBy('joinedAt') });

  test('has an index that sorts by the field, and the key of its references', () => {
    const models = modelsOf({ Team, Member: a.model(member) });
    const { sortField, index, key, opposite } = only(models.Team!);
    expect(sortField).toBe(models.Member!.fields.find(({ name }) => name === 'joinedAt'));
    expect(models.Member!.indexes).toEqual([index]);
    expect(shown(index!)).toBe('gsi-Team.members, teamId S, joinedAt S');
    expect(key.fields.map(({ name }) => name)).toEqual(['teamId']);
    expect(opposite!.sortField).toBeUndefined();
  });

  test.each([
    ['integer', 'N'], ['float', 'N'], ['timestamp', 'N'], ['string', 'S'], ['date', 'S'], ['id', 'S'], ['email', 'S'],
  ] as const)('by a field of type %s: its key has the type %s', (scalar, type) => {
    const { Member } = modelsOf({ Team: a.model({ members: a.hasMany('Member', 'teamId').sortBy('by') }), Member: a.model({ teamId: a.id(), by: a[scalar]().required() }) });
    expect(Member!.indexes.map(shown)).toEqual([`gsi-Team.members, teamId S, by ${type}`]);
  });

  test.each(['id', 'createdAt', 'updatedAt'] as const)('by the %s that every record has', (name) => {
    const { Member } = modelsOf({ Team: a.model({ members: a.hasMany('Member', 'teamId').sortBy(name) }), Member: a.model({ teamId: a.id() }) });
    expect(Member!.indexes.map(shown)).toEqual([`gsi-Team.members, teamId S, ${name} S`]);
  });

  test('by an enum', () => {
    const { Member } = modelsOf({ Rank: a.enum(['A']), Team: a.model({ members: a.hasMany('Member', 'teamId').sortBy('rank') }), Member: a.model({ teamId: a.id(), rank: a.ref('Rank').required() }) });
    expect(Member!.indexes.map(shown)).toEqual(['gsi-Team.members, teamId S, rank S']);
  });

  test('is served by a declared index with that very key', () => {
    const { Team: team, Member } = modelsOf({ Team, Member: a.model(member).secondaryIndexes((index) => [index('teamId'), index('teamId').sortKeys(['joinedAt'])]) });
    expect(only(team!).index!.name).toBe('membersByTeamIdAndJoinedAt');
    expect(Member!.indexes).toHaveLength(2);
  });

  test('but not by one with other sort keys, or without whole records', () => {
    const { Team: team, Member } = modelsOf({
      Team,
      Member: a.model(member).secondaryIndexes((index) => [
        index('teamId'), index('teamId').sortKeys(['name']), index('teamId').sortKeys(['joinedAt', 'name']), index('teamId').sortKeys(['joinedAt']).projection('KEYS_ONLY'),
      ]),
    });
    expect(only(team!).index!.name).toBe('gsi-Team.members');
    expect(Member!.indexes).toHaveLength(5);
  });

  test('without sortBy, a declared index that sorts gives no sort field', () => {
    const { Team: team } = modelsOf({ Team: a.model({ members: a.hasMany('Member', 'teamId') }), Member: a.model(member).secondaryIndexes((index) => [index('teamId').sortKeys(['joinedAt'])]) });
    expect(only(team!).index!.name).toBe('membersByTeamIdAndJoinedAt');
    expect(only(team!).sortField).toBeUndefined();
  });
});

describe('limits', () => {
  test('are page sizes, of a model and of its relationships', () => {
    const { Team, Member } = modelsOf({
      Team: a.model({ members: a.hasMany('Member', 'teamId').limit(20).sortBy('no'), fans: a.hasMany('Member', 'fanOfId').sortBy('no').limit(1000) }).limit(1),
      Member: a.model({ teamId: a.id(), fanOfId: a.id(), no: a.integer().required() }),
    });
    expect(Team!.pageSize).toBe(1);
    expect(Team!.relationships.map(({ pageSize, sortField }) => [pageSize, sortField!.name])).toEqual([[20, 'no'], [1000, 'no']]);
    expect(Member!.pageSize).toBeUndefined();
  });

  test('are absent where none is given', () => {
    const { Team } = modelsOf({ Team: a.model({ members: a.hasMany('Member', 'teamId') }), Member: a.model({ teamId: a.id() }) });
    expect(only(Team!)).not.toHaveProperty('pageSize');
    expect(Team!).not.toHaveProperty('pageSize');
  });
});

describe('many to many', () => {
  const postTag = { postId: a.id().required(), tagId: a.id().required(), post: a.belongsTo('Post', 'postId'), tag: a.belongsTo('Tag', 'tagId') };
  const tagList = a.manyToMany('Tag', { through: 'PostTag' });
  const Tag = a.model({ name: a.string() });
  const field = ({ manyToMany }: Model): ManyToMany => manyToMany[0]!;
  const sides = ({ from, to }: ManyToMany): string => `${from.name} ${to.name}`;

  test('goes through the join model, by an index of its own', () => {
    const { Post, Tag: tag, PostTag } = modelsOf({ Post: a.model({ title: a.string(), tagList: tagList.limit(10) }), Tag, PostTag: a.model(postTag) });
    const [from, to] = PostTag!.relationships;
    const [index] = PostTag!.indexes;
    expect(Post!.manyToMany).toEqual([{ kind: 'manyToMany', name: 'tagList', model: Post, related: tag, through: PostTag, from, to, index, pageSize: 10 }]);
    expect(field(Post!).from).toBe(from);
    expect(PostTag!.indexes.map(shown)).toEqual(['gsi-PostTag.post, postId S']);
    expect(Post!.members.map(({ name }) => name)).toEqual(['title', 'tagList', 'id', 'createdAt', 'updatedAt']);
    expect(Post!.relationships).toEqual([]);
    expect(tag!.manyToMany).toEqual([]);
  });

  test.each([
    ['a hasMany over the same references', { tags: a.hasMany('PostTag', 'postId') }, 'gsi-Post.tags'],
    ['one that is declared later', { other: a.id(), tags: a.hasMany('PostTag', 'postId') }, 'gsi-Post.tags'],
    ['a hasOne', { first: a.hasOne('PostTag', 'postId') }, 'gsi-Post.first'],
    ['a hasMany that is sorted', { tags: a.hasMany('PostTag', 'postId').sortBy('createdAt') }, 'gsi-Post.tags'],
  ] as const)('reads the index of %s', (_, fields, name) => {
    const { Post, PostTag } = modelsOf({ Post: a.model({ tagList, ...fields }), Tag, PostTag: a.model(postTag) });
    expect(field(Post!).index).toBe(PostTag!.indexes[0]);
    expect(PostTag!.indexes.map(({ name: own }) => own)).toEqual([name]);
  });

  test('reads a declared index that serves it', () => {
    const { Post, PostTag } = modelsOf({ Post: a.model({ tagList }), Tag, PostTag: a.model(postTag).secondaryIndexes((index) => [index('tagId'), index('postId').sortKeys(['tagId']).queryField(null)]) });
    expect(field(Post!).index).toBe(PostTag!.indexes[1]);
    expect(PostTag!.indexes).toHaveLength(2);
  });

  test('makes one of its own where none serves it', () => {
    const { PostTag } = modelsOf({ Post: a.model({ tagList }), Tag, PostTag: a.model({ ...postTag, no: a.integer() }).secondaryIndexes((index) => [index('postId').sortKeys(['no']), index('postId').projection('KEYS_ONLY').name('keys')]) });
    expect(PostTag!.indexes.map(({ name }) => name)).toEqual(['postTagsByPostIdAndNo', 'keys', 'gsi-PostTag.post']);
  });

  test('shares it with others of the same side, and not with the other side', () => {
    const { Post, Tag: tag, PostTag } = modelsOf({
      Post: a.model({ tagList, topics: a.manyToMany('Topic', { through: 'PostTag' }) }), Tag: a.model({ postList: a.manyToMany('Post', { through: 'PostTag' }) }), Topic: a.model({}),
      PostTag: a.model({ ...postTag, topicId: a.id(), topic: a.belongsTo('Topic', 'topicId') }),
    });
    expect(Post!.manyToMany.map(({ index }) => index.name)).toEqual(['gsi-PostTag.post', 'gsi-PostTag.post']);
    expect(field(tag!).index.name).toBe('gsi-PostTag.tag');
    expect(sides(field(tag!))).toBe('tag post');
    expect(PostTag!.indexes).toHaveLength(2);
  });

  test.each([
    [{ from: 'follower', to: 'followed' }, 'follower followed'], [{ from: 'followed', to: 'follower' }, 'followed follower'],
    [{ from: 'follower' }, 'follower followed'], [{ to: 'follower' }, 'followed follower'],
  ])('of a model with itself, %j, goes by %s', (named, expected) => {
    const { User } = modelsOf({
      User: a.model({ following: a.manyToMany('User', { through: 'Follow', ...named }) }),
      Follow: a.model({ followerId: a.id(), followedId: a.id(), follower: a.belongsTo('User', 'followerId'), followed: a.belongsTo('User', 'followedId') }),
    });
    expect(sides(field(User!))).toBe(expected);
  });

  test('with several fields to one model goes by the one that is named', () => {
    const { Post } = modelsOf({ Post: a.model({ tagList: a.manyToMany('Tag', { through: 'PostTag', to: 'main' }) }), Tag, PostTag: a.model({ ...postTag, mainId: a.id(), main: a.belongsTo('Tag', 'mainId') }) });
    expect(sides(field(Post!))).toBe('post main');
  });

  test('an index of its own has a name that no other field on the models changes', () => {
    const indexesOf = (fields: ModelFields): string[] => modelsOf({ Post: a.model(fields as never), Tag, PostTag: a.model(postTag) }).PostTag!.indexes.map(({ name }) => name);
    expect(indexesOf({ tagList })).toEqual(['gsi-PostTag.post']);
    expect(indexesOf({ first: a.manyToMany('Tag', { through: 'PostTag' }), tagList })).toEqual(['gsi-PostTag.post']);
    expect(indexesOf({ renamed: tagList })).toEqual(['gsi-PostTag.post']);
  });

  test('with a composite identifier, the index is over all references', () => {
    const { Office, Desk } = modelsOf({
      Office: a.model({ city: a.string().required(), no: a.integer().required(), people: a.manyToMany('Person', { through: 'Desk' }) }).identifier(['city', 'no']), Person: a.model({}),
      Desk: a.model({ city: a.string(), no: a.integer(), personId: a.id(), office: a.belongsTo('Office', ['city', 'no']), person: a.belongsTo('Person', 'personId') }),
    });
    expect(Desk!.indexes.map(shown)).toEqual(['gsi-Desk.office, city S, no N']);
    expect(field(Office!).index).toBe(Desk!.indexes[0]);
  });
});
