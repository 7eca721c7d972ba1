import { a } from 'cdk-appsync-data';

/** Every kind of relationship: two to one model, one to itself, a join model, identifiers of three fields and of a number, indexes in order. */
export const schema = a.schema({
  Person: a.model({
    name: a.string(),
    managerId: a.id(), manager: a.belongsTo('Person', 'managerId'), reports: a.hasMany('Person', 'managerId'),
    authored: a.hasMany('Post', 'authorId'), edited: a.hasMany('Post', 'editorId'),
    profile: a.hasOne('Profile', 'personId'),
  }),
  Profile: a.model({ name: a.string(), personId: a.id(), person: a.belongsTo('Person', 'personId') }),
  Blog: a.model({ name: a.string(), posts: a.hasMany('Post', 'blogId') }),
  Post: a.model({
    name: a.string(), status: a.string(), rank: a.integer().required(), score: a.integer(),
    authorId: a.id(), author: a.belongsTo('Person', 'authorId'),
    editorId: a.id(), editor: a.belongsTo('Person', 'editorId'),
    blogId: a.id().required(), blog: a.belongsTo('Blog', 'blogId'),
    venueCity: a.string(), venueDay: a.date(), venueHall: a.integer(), venue: a.belongsTo('Venue', ['venueCity', 'venueDay', 'venueHall']),
    slotNumber: a.integer(), slot: a.belongsTo('Slot', 'slotNumber'),
    tags: a.hasMany('PostTag', 'postId'),
  }).secondaryIndexes((index) => [
    index('status').sortKeys(['score']).queryField('postsByStatus'),
    index('blogId').sortKeys(['rank']).queryField('postsOfBlog'),
  ]),
  Tag: a.model({ name: a.string(), posts: a.hasMany('PostTag', 'tagId') }),
  PostTag: a.model({ postId: a.id().required(), post: a.belongsTo('Post', 'postId'), tagId: a.id().required(), tag: a.belongsTo('Tag', 'tagId') }),
  Venue: a.model({
    city: a.string().required(), day: a.date().required(), hall: a.integer().required(), name: a.string(),
    posts: a.hasMany('Post', ['venueCity', 'venueDay', 'venueHall']),
  }).identifier(['city', 'day', 'hall']),
  Slot: a.model({ number: a.integer().required(), name: a.string(), posts: a.hasMany('Post', 'slotNumber') }).identifier(['number']),
}).authorization((allow) => allow.publicApiKey());

export type ModelName = 'Person' | 'Profile' | 'Blog' | 'Post' | 'Tag' | 'PostTag' | 'Venue' | 'Slot';

export type Item = Readonly<Record<string, unknown>>;

/** The records of all models. */
export type Graph = Readonly<Record<ModelName, readonly Item[]>>;

export interface PlainRelationship {
  readonly kind: 'belongsTo' | 'hasOne' | 'hasMany';
  readonly to: ModelName;
  readonly references: readonly string[];
  /** The field that the index of the related records is sorted by, where it is. */
  readonly sortedBy?: string;
}

/** A query that takes a key: by an index, or a list by identifier. */
export interface KeyedQuery {
  readonly partition: string;
  /** The fields of the sort key; several are joined. */
  readonly sort: readonly string[];
  /** The argument with the condition on the sort key. */
  readonly argument?: string;
}

export interface PlainModel {
  readonly get: string;
  readonly list: string;
  readonly identifier: readonly string[];
  /** The records that there may be: their identifiers, and what no two of them have alike. */
  readonly identities: readonly Item[];
  /** Few values for each other field, so that records meet. References lead to records that may be there, or to nothing. */
  readonly values: Readonly<Record<string, readonly unknown[]>>;
  readonly required?: readonly string[];
  readonly relationships: Readonly<Record<string, PlainRelationship>>;
  readonly keyed?: Readonly<Record<string, KeyedQuery>>;
}

const named = (prefix: string, count: number): Item[] => Array.from({ length: count }, (_, position) => ({ id: `${prefix}${position}` }));
const idsOf = (identities: readonly Item[]): unknown[] => identities.map(({ id }) => id);

const people = named('person', 5);
const blogs = named('blog', 2);
const tags = named('tag', 3);
// No two ranks and no two scores are the same, so that the order by them is one order.
const posts = named('post', 12).map((post, position) => ({ ...post, rank: (position * 7) % 13 - 3, score: position % 4 === 3 ? null : (position * 5) % 12 }));
const cities = ['Oslo', 'a#b'];
const days = ['2000-01-01', '1999-12-31'];
const halls = [1, 2, 10];
const numbers = [-1, 0, 7];
const names = ['', 'a', 'ab', 'b', 'ü'];

/** What the schema says, once more and plainly: it is what the API is compared with. */
export const models: Readonly<Record<ModelName, PlainModel>> = {
  Person: {
    get: 'getPerson', list: 'listPeople', identifier: ['id'], identities: people,
    values: { name: names, managerId: [...idsOf(people), 'gone'] },
    relationships: {
      manager: { kind: 'belongsTo', to: 'Person', references: ['managerId'] },
      reports: { kind: 'hasMany', to: 'Person', references: ['managerId'] },
      authored: { kind: 'hasMany', to: 'Post', references: ['authorId'] },
      edited: { kind: 'hasMany', to: 'Post', references: ['editorId'] },
      profile: { kind: 'hasOne', to: 'Profile', references: ['personId'] },
    },
  },
  Profile: {
    get: 'getProfile', list: 'listProfiles', identifier: ['id'],
    // A person has one profile at most: which one of several is read is not said.
    identities: named('profile', 5).map((profile, position) => ({ ...profile, personId: ['person0', 'person1', 'person3', 'gone', null][position] })),
    values: { name: names },
    relationships: { person: { kind: 'belongsTo', to: 'Person', references: ['personId'] } },
  },
  Blog: {
    get: 'getBlog', list: 'listBlogs', identifier: ['id'], identities: blogs, values: { name: names },
    relationships: { posts: { kind: 'hasMany', to: 'Post', references: ['blogId'], sortedBy: 'rank' } },
  },
  Post: {
    get: 'getPost', list: 'listPosts', identifier: ['id'], identities: posts,
    values: {
      name: names, status: ['open', 'closed'], authorId: [...idsOf(people), 'gone'], editorId: [...idsOf(people), 'gone'], blogId: [...idsOf(blogs), 'gone'],
      venueCity: cities, venueDay: days, venueHall: halls, slotNumber: [...numbers, 99],
    },
    required: ['blogId'],
    relationships: {
      author: { kind: 'belongsTo', to: 'Person', references: ['authorId'] },
      editor: { kind: 'belongsTo', to: 'Person', references: ['editorId'] },
      blog: { kind: 'belongsTo', to: 'Blog', references: ['blogId'] },
      venue: { kind: 'belongsTo', to: 'Venue', references: ['venueCity', 'venueDay', 'venueHall'] },
      slot: { kind: 'belongsTo', to: 'Slot', references: ['slotNumber'] },
      tags: { kind: 'hasMany', to: 'PostTag', references: ['postId'] },
    },
    keyed: {
      postsByStatus: { partition: 'status', sort: ['score'], argument: 'score' },
      postsOfBlog: { partition: 'blogId', sort: ['rank'], argument: 'rank' },
    },
  },
  Tag: {
    get: 'getTag', list: 'listTags', identifier: ['id'], identities: tags, values: { name: names },
    relationships: { posts: { kind: 'hasMany', to: 'PostTag', references: ['tagId'] } },
  },
  PostTag: {
    get: 'getPostTag', list: 'listPostTags', identifier: ['id'], identities: named('link', 8),
    values: { postId: ['post0', 'post1', 'post2', 'gone'], tagId: [...idsOf(tags), 'gone'] },
    required: ['postId', 'tagId'],
    relationships: {
      post: { kind: 'belongsTo', to: 'Post', references: ['postId'] },
      tag: { kind: 'belongsTo', to: 'Tag', references: ['tagId'] },
    },
  },
  Venue: {
    get: 'getVenue', list: 'listVenues', identifier: ['city', 'day', 'hall'],
    identities: cities.flatMap((city) => days.flatMap((day) => halls.map((hall) => ({ city, day, hall })))),
    values: { name: names },
    relationships: { posts: { kind: 'hasMany', to: 'Post', references: ['venueCity', 'venueDay', 'venueHall'] } },
    keyed: { listVenues: { partition: 'city', sort: ['day', 'hall'], argument: 'dayHall' } },
  },
  Slot: {
    get: 'getSlot', list: 'listSlots', identifier: ['number'], identities: numbers.map((number) => ({ number })), values: { name: names },
    relationships: { posts: { kind: 'hasMany', to: 'Post', references: ['slotNumber'] } },
    keyed: { listSlots: { partition: 'number', sort: [] } },
  },
};

/** The fields of a model that records have values in, each with those that there are. */
export function valuesOf(name: ModelName): Record<string, readonly unknown[]> {
  const { identities, values } = models[name];
  const own = Object.keys(identities[0]!).map((field) => [field, [...new Set(identities.map((identity) => identity[field] ?? null))].filter((value) => value !== null)]);
  return { ...Object.fromEntries(own), ...values };
}
