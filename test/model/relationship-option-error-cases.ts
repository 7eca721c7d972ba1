import { type SchemaIssueCode } from '../../lib/model';
import { a } from '../support/unchecked-schema';
import { schemaOf, type SchemaErrorCase } from './error-case';

const anything = (value: unknown) => value as never;

const memberFields = {
  name: a.string().required(), nick: a.string(), tags: a.string().required().array().required(), isOpen: a.boolean().required(), limit: a.integer().required(),
  place: a.customType({ x: a.integer() }), kind: a.enum(['A']), teamId: a.id(), team: a.belongsTo('Team', 'teamId'), notes: a.hasMany('Note', 'memberId'),
};

/** A team whose members are sorted by a field, which is wrong. */
function sortedBy(what: string, field: string, message: RegExp, hint: RegExp): SchemaErrorCase {
  const schema = schemaOf({ Team: a.model({ members: a.hasMany('Member', 'teamId').sortBy(field) }), Member: a.model(memberFields), Note: a.model({ memberId: a.id() }) });
  return { what, schema, issues: [['Team.members', message, hint]] };
}

const post = a.belongsTo('Post', 'postId');
const tag = a.belongsTo('Tag', 'tagId');
const ids = { postId: a.id(), tagId: a.id(), otherId: a.id() };
const follow = { followerId: a.id(), followedId: a.id(), follower: a.belongsTo('User', 'followerId'), followed: a.belongsTo('User', 'followedId') };

/** Posts with a list of tags, through a join model with these fields. */
function joined(what: string, fields: Parameters<typeof a.model>[0], message: RegExp, hint: RegExp, sides: { from?: string; to?: string } = {}): SchemaErrorCase {
  const schema = schemaOf({ Post: a.model({ tagList: a.manyToMany('Tag', { through: 'PostTag', ...sides }) }), Tag: a.model({}), PostTag: a.model({ ...ids, ...fields }) });
  return { what, schema, issues: [['Post.tagList', message, hint]] };
}

/** The same of users with users. */
function followed(what: string, fields: Parameters<typeof a.model>[0], message: RegExp, hint: RegExp, sides: { from?: string; to?: string } = {}): SchemaErrorCase {
  const schema = schemaOf({ User: a.model({ following: a.manyToMany('User', { through: 'Follow', ...sides }) }), Follow: a.model(fields) });
  return { what, schema, issues: [['User.following', message, hint]] };
}

const withLimit = (limit: unknown) => schemaOf({
  Team: a.model({ members: a.hasMany('Member', 'teamId').limit(limit as number) }).limit(limit as number), Member: a.model({ teamId: a.id() }),
});

/** Mistakes in how relationships are sorted, paged and joined. */
export const relationshipOptionErrorCases = {
  'sort-field': [
    sortedBy('a field that is not there', 'joinedAt', /Member has no field 'joinedAt'/, /declare it, or name one of 'name', 'id', 'createdAt', 'updatedAt'$/),
    sortedBy('an optional field', 'nick', /'nick' of Member is optional: .* vanish from the relationship/, /add \.required\(\) to 'nick' of Member/),
    sortedBy('an enum that stands inline, which is optional', 'kind', /'kind' of Member is optional/, /\.required\(\)/),
    sortedBy('a list', 'tags', /'tags' of Member is a list/, /leave \.array\(\) out/),
    sortedBy('a type that is no key', 'isOpen', /'isOpen' of Member has the type Boolean/, /strings or numbers/),
    sortedBy('a custom type', 'place', /'place' of Member has the type MemberPlace/, /strings or numbers/),
    sortedBy('a belongsTo', 'team', /'team' of Member is a relationship/, /value of its own/),
    sortedBy('a hasMany', 'notes', /'notes' of Member is a relationship/, /value of its own/),
    sortedBy('the reference field', 'teamId', /'teamId' is the reference field/, /another field of Member/),
    {
      what: 'a relationship with several reference fields',
      schema: schemaOf({
        Office: a.model({ city: a.id().required(), street: a.id().required(), desks: a.hasMany('Desk', ['city', 'street']).sortBy('no') }).identifier(['city', 'street']),
        Desk: a.model({ city: a.id(), street: a.id(), no: a.integer().required() }),
      }),
      issues: [['Office.desks', /2 reference fields, 'city', 'street', which take the sort key/, /leave \.sortBy\(\) out/]],
    },
    {
      what: 'an id that the model does not have',
      schema: schemaOf({ Team: a.model({ members: a.hasMany('Member', 'teamId').sortBy('id') }), Member: a.model({ teamId: a.id(), no: a.integer().required() }).identifier(['no']) }),
      issues: [['Team.members', /Member has no field 'id'/, /'no', 'createdAt'/]],
    },
  ],
  'invalid-limit': [
    ...[0, -1, 1.5, 1001, NaN, Infinity, '20', null].map((limit): SchemaErrorCase => ({
      what: `${typeof limit} ${limit}`,
      schema: withLimit(limit),
      issues: [['Team.limit', /its limit is .*, and a page has 1 to 1000 records$/, /whole number from 1 to 1000/], ['Team.members', /a page has 1 to 1000 records$/, /whole number from 1 to 1000/]],
    })),
    {
      what: 'more than one request reads of many to many',
      schema: schemaOf({ Post: a.model({ tagList: a.manyToMany('Tag', { through: 'PostTag' }).limit(101) }), Tag: a.model({}), PostTag: a.model({ ...ids, post, tag }) }),
      issues: [['Post.tagList', /its limit is 101, and a page has 1 to 100 records, as one request/, /from 1 to 100/]],
    },
  ],
  'join-missing': [
    joined('no belongsTo to this model', { tag }, /PostTag has no belongsTo that leads to Post/, /declare one in PostTag, .*a\.belongsTo\('Post', \.\.\.\), or name another/),
    joined('no belongsTo to the related model', { post }, /PostTag has no belongsTo that leads to Tag/, /a\.belongsTo\('Tag', \.\.\.\)/),
    followed('one belongsTo for a model with itself', { followerId: a.id(), follower: follow.follower }, /Follow has 1 belongsTo that leads to User, and needs two/, /a\.belongsTo\('User'/),
    followed('none for a model with itself', { id2: a.id() }, /Follow has 0 belongsTo that leads to User, and needs two/, /a\.belongsTo\('User'/),
    followed('no other than the one that is named', { followerId: a.id(), follower: follow.follower }, /Follow has 1 belongsTo that leads to User, and needs two/, /a\.belongsTo\('User'/, { from: 'follower' }),
  ],
  'join-ambiguous': [
    joined('two to the related model', { post, tag, mainTag: a.belongsTo('Tag', 'otherId') }, /PostTag has 2 belongsTo that lead to Tag: 'tag', 'mainTag'/, /such as \{ through: 'PostTag', to: 'tag' \}/),
    joined('two to this model', { tag, post, other: a.belongsTo('Post', 'otherId') }, /2 belongsTo that lead to Post/, /from: 'post' \}/),
    followed('a model with itself', follow, /Follow has 2 belongsTo that lead to User: 'follower', 'followed'/, /\{ through: 'Follow', from: 'follower', to: 'followed' \}/),
    followed('a third that may be the other side', { ...follow, otherId: a.id(), other: a.belongsTo('User', 'otherId') }, /has 2 belongsTo that lead to User: 'followed', 'other'/, /to: 'followed' \}/, { from: 'follower' }),
  ],
  'join-field': [
    joined('a field that is not there', { post, tag }, /PostTag has no belongsTo 'tga', which is named as 'to'/, /name 'tag'/, { to: 'tga' }),
    joined('a field with a value', { post, tag }, /PostTag has no belongsTo 'postId', which is named as 'from'/, /name 'post'/, { from: 'postId' }),
    joined('something that every object has', { post, tag }, /no belongsTo 'constructor'/, /name 'post'/, { from: 'constructor' }),
    joined('one that leads elsewhere', { post, tag }, /'tag' of PostTag leads to Tag, and 'from' to Post/, /name 'post'/, { from: 'tag' }),
    joined('one where there is none', { tag }, /'tag' of PostTag leads to Tag, and 'from' to Post/, /declare one in PostTag/, { from: 'tag' }),
    followed('one field for both sides', follow, /'follower' is named as 'from' and as 'to'/, /another as 'to'/, { from: 'follower', to: 'follower' }),
    {
      what: 'both, turned around',
      schema: schemaOf({ Post: a.model({ tagList: a.manyToMany('Tag', { through: 'PostTag', from: 'tag', to: 'post' }) }), Tag: a.model({}), PostTag: a.model({ ...ids, post, tag }) }),
      issues: [['Post.tagList', /'tag' of PostTag leads to Tag/, /name 'post'/], ['Post.tagList', /'post' of PostTag leads to Post, and 'to' to Tag/, /name 'tag'/]],
    },
  ],
} satisfies Partial<Record<SchemaIssueCode, readonly SchemaErrorCase[]>>;

/** A sort field that would be an argument of a name that is taken. */
export const sortArgumentErrorCases: readonly SchemaErrorCase[] = ['filter', 'sortDirection', 'limit', 'nextToken'].map((name) => ({
  what: `a relationship sorted by a field named ${name}`,
  schema: schemaOf({ Team: a.model({ members: a.hasMany('Member', 'teamId').sortBy(name) }), Member: a.model({ teamId: a.id(), [name]: a.integer().required() }) }),
  issues: [['Team.members', new RegExp(`'${name}' would be an argument`), /field of Member another name/]],
}));

export const joinedModelErrorCases = {
  'unknown-model': [
    { what: 'many to many with no model', schema: schemaOf({ Post: a.model({ tagList: a.manyToMany('Tga', { through: 'PosTag' }) }) }), issues: [['Post.tagList', /no model 'Tga'/, /'Post'/], ['Post.tagList', /no model 'PosTag'/, /'Post'/]] },
    { what: 'a join model that is none', schema: schemaOf({ Post: a.model({ tagList: a.manyToMany('Post', { through: anything('constructor') }) }) }), issues: [['Post.tagList', /no model 'constructor'/, /'Post'/]] },
  ],
  'related-not-model': [
    { what: 'a join by an enum', schema: schemaOf({ Kind: a.enum(['A']), Post: a.model({ tagList: a.manyToMany('Post', { through: 'Kind' }) }) }), issues: [['Post.tagList', /'Kind' is an enum/, /one of 'Post'/]] },
  ],
  'relationship-required': [
    {
      what: 'many to many',
      schema: schemaOf({ Post: a.model({ tagList: a.manyToMany('Tag', { through: 'PostTag' }).required() }), Tag: a.model({}), PostTag: a.model({ ...ids, post, tag }) }),
      issues: [['Post.tagList', /before any PostTag can join it with a Tag/, /leave \.required\(\) out/]],
    },
  ],
} satisfies Partial<Record<SchemaIssueCode, readonly SchemaErrorCase[]>>;
