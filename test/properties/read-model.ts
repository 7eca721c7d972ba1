import { a } from 'cdk-appsync-data';

/**
 * Every kind of relationship: two to one model, one to itself, in order of a number, a text and an identifier, through join models, also
 * from a model to itself; identifiers of three fields and of a number, indexes in order.
 */
export const schema = a.schema({
  Person: a.model({
    name: a.string(),
    managerId: a.id(), manager: a.belongsTo('Person', 'managerId'), reports: a.hasMany('Person', 'managerId'),
    authored: a.hasMany('Post', 'authorId').sortBy('rank').limit(3), edited: a.hasMany('Post', 'editorId').sortBy('id'),
    following: a.manyToMany('Person', { through: 'Follow', from: 'follower', to: 'followed' }).limit(2),
    followers: a.manyToMany('Person', { through: 'Follow', from: 'followed' }),
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
    tags: a.hasMany('PostTag', 'postId'), tagList: a.manyToMany('Tag', { through: 'PostTag' }),
  }).secondaryIndexes((index) => [
    index('status').sortKeys(['score']).queryField('postsByStatus'),
    index('blogId').sortKeys(['rank']).queryField('postsOfBlog'),
  ]),
  Tag: a.model({ name: a.string(), posts: a.hasMany('PostTag', 'tagId').sortBy('place'), postList: a.manyToMany('Post', { through: 'PostTag' }).limit(2) }),
  PostTag: a.model({ postId: a.id(), post: a.belongsTo('Post', 'postId'), tagId: a.id(), tag: a.belongsTo('Tag', 'tagId'), place: a.string().required() }),
  Follow: a.model({
    followerId: a.id(), follower: a.belongsTo('Person', 'followerId'), followedId: a.id(), followed: a.belongsTo('Person', 'followedId'), since: a.integer().required(),
  }).secondaryIndexes((index) => [index('followerId').sortKeys(['since']).queryField('followsOf')]),
  Venue: a.model({
    city: a.string().required(), day: a.date().required(), hall: a.integer().required(), name: a.string(),
    posts: a.hasMany('Post', ['venueCity', 'venueDay', 'venueHall']), slots: a.manyToMany('Slot', { through: 'Booking' }),
  }).identifier(['city', 'day', 'hall']),
  Slot: a.model({
    number: a.integer().required(), name: a.string(), posts: a.hasMany('Post', 'slotNumber'),
    bookings: a.hasMany('Booking', 'slotNumber').sortBy('hour'), venues: a.manyToMany('Venue', { through: 'Booking' }),
  }).identifier(['number']),
  Booking: a.model({
    venueCity: a.string(), venueDay: a.date(), venueHall: a.integer(), venue: a.belongsTo('Venue', ['venueCity', 'venueDay', 'venueHall']),
    slotNumber: a.integer(), slot: a.belongsTo('Slot', 'slotNumber'), hour: a.float().required(),
  }),
}).authorization((allow) => allow.publicApiKey());

export type ModelName = 'Person' | 'Profile' | 'Blog' | 'Post' | 'Tag' | 'PostTag' | 'Follow' | 'Venue' | 'Slot' | 'Booking';

export type Item = Readonly<Record<string, unknown>>;

/** The records of all models. */
export type Graph = Readonly<Record<ModelName, readonly Item[]>>;

/** A relationship over the references of the one record to the other. */
export interface DirectRelationship {
  readonly kind: 'belongsTo' | 'hasOne' | 'hasMany';
  readonly to: ModelName;
  readonly references: readonly string[];
  /** The field that the index of the related records is sorted by, where it is. */
  readonly sortedBy?: string;
  /** Whether an argument of that name takes a condition on it. */
  readonly takesCondition?: boolean;
  /** How many records a page has where a document does not say. */
  readonly pageSize?: number;
}

/** A relationship over the records of a join model, in the order of those. */
export interface JoinedRelationship {
  readonly kind: 'manyToMany';
  readonly to: ModelName;
  readonly through: ModelName;
  /** The relationships of the join model that lead to the one side and to the other. */
  readonly sides: readonly [here: string, there: string];
  /** The field that the index of the join records is sorted by, where it is. */
  readonly sortedBy?: string;
  readonly pageSize?: number;
}

export type PlainRelationship = DirectRelationship | JoinedRelationship;

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
// In these the order of bytes is not that of UTF-16. No two join records have the same.
const places = ['b', 'a', 'B', 'ab', '\u{1F600}', '\uFF5E', '10', '9', 'ü', '#'];

/** What the schema says, once more and plainly: it is what the API is compared with. */
export const models: Readonly<Record<ModelName, PlainModel>> = {
  Person: {
    get: 'getPerson', list: 'listPeople', identifier: ['id'], identities: people,
    values: { name: names, managerId: [...idsOf(people), 'gone'] },
    relationships: {
      manager: { kind: 'belongsTo', to: 'Person', references: ['managerId'] },
      reports: { kind: 'hasMany', to: 'Person', references: ['managerId'] },
      authored: { kind: 'hasMany', to: 'Post', references: ['authorId'], sortedBy: 'rank', takesCondition: true, pageSize: 3 },
      edited: { kind: 'hasMany', to: 'Post', references: ['editorId'], sortedBy: 'id', takesCondition: true },
      following: { kind: 'manyToMany', to: 'Person', through: 'Follow', sides: ['follower', 'followed'], sortedBy: 'since', pageSize: 2 },
      followers: { kind: 'manyToMany', to: 'Person', through: 'Follow', sides: ['followed', 'follower'] },
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
      tagList: { kind: 'manyToMany', to: 'Tag', through: 'PostTag', sides: ['post', 'tag'] },
    },
    keyed: {
      postsByStatus: { partition: 'status', sort: ['score'], argument: 'score' },
      postsOfBlog: { partition: 'blogId', sort: ['rank'], argument: 'rank' },
    },
  },
  Tag: {
    get: 'getTag', list: 'listTags', identifier: ['id'], identities: tags, values: { name: names },
    relationships: {
      posts: { kind: 'hasMany', to: 'PostTag', references: ['tagId'], sortedBy: 'place', takesCondition: true },
      postList: { kind: 'manyToMany', to: 'Post', through: 'PostTag', sides: ['tag', 'post'], sortedBy: 'place', pageSize: 2 },
    },
  },
  PostTag: {
    get: 'getPostTag', list: 'listPostTags', identifier: ['id'], identities: named('link', places.length).map((link, position) => ({ ...link, place: places[position] })),
    values: { postId: ['post0', 'post1', 'post2', 'gone'], tagId: [...idsOf(tags), 'gone'] },
    relationships: {
      post: { kind: 'belongsTo', to: 'Post', references: ['postId'] },
      tag: { kind: 'belongsTo', to: 'Tag', references: ['tagId'] },
    },
  },
  Follow: {
    get: 'getFollow', list: 'listFollows', identifier: ['id'], identities: named('follow', 10).map((follow, position) => ({ ...follow, since: (position * 7) % 11 - 2 })),
    values: { followerId: [...idsOf(people.slice(0, 3)), 'gone'], followedId: [...idsOf(people), 'gone'] },
    relationships: {
      follower: { kind: 'belongsTo', to: 'Person', references: ['followerId'] },
      followed: { kind: 'belongsTo', to: 'Person', references: ['followedId'] },
    },
    keyed: { followsOf: { partition: 'followerId', sort: ['since'], argument: 'since' } },
  },
  Venue: {
    get: 'getVenue', list: 'listVenues', identifier: ['city', 'day', 'hall'],
    identities: cities.flatMap((city) => days.flatMap((day) => halls.map((hall) => ({ city, day, hall })))),
    values: { name: names },
    relationships: {
      posts: { kind: 'hasMany', to: 'Post', references: ['venueCity', 'venueDay', 'venueHall'] },
      slots: { kind: 'manyToMany', to: 'Slot', through: 'Booking', sides: ['venue', 'slot'] },
    },
    keyed: { listVenues: { partition: 'city', sort: ['day', 'hall'], argument: 'dayHall' } },
  },
  Slot: {
    get: 'getSlot', list: 'listSlots', identifier: ['number'], identities: numbers.map((number) => ({ number })), values: { name: names },
    relationships: {
      posts: { kind: 'hasMany', to: 'Post', references: ['slotNumber'] },
      bookings: { kind: 'hasMany', to: 'Booking', references: ['slotNumber'], sortedBy: 'hour', takesCondition: true },
      venues: { kind: 'manyToMany', to: 'Venue', through: 'Booking', sides: ['slot', 'venue'], sortedBy: 'hour' },
    },
    keyed: { listSlots: { partition: 'number', sort: [] } },
  },
  Booking: {
    get: 'getBooking', list: 'listBookings', identifier: ['id'], identities: named('booking', 6).map((booking, position) => ({ ...booking, hour: [9, 10.5, -1.5, 100, 0.25, 10][position] })),
    // Few, so that several are of one venue.
    values: { venueCity: cities, venueDay: days.slice(0, 1), venueHall: halls.slice(0, 2), slotNumber: [...numbers, 99] },
    relationships: {
      venue: { kind: 'belongsTo', to: 'Venue', references: ['venueCity', 'venueDay', 'venueHall'] },
      slot: { kind: 'belongsTo', to: 'Slot', references: ['slotNumber'] },
    },
  },
};

/** The fields of a model that records have values in, each with those that there are. */
export function valuesOf(name: ModelName): Record<string, readonly unknown[]> {
  const { identities, values } = models[name];
  const own = Object.keys(identities[0]!).map((field) => [field, [...new Set(identities.map((identity) => identity[field] ?? null))].filter((value) => value !== null)]);
  return { ...Object.fromEntries(own), ...values };
}
