import { diagnosticsOf } from '../support/compile';

interface Case {
  /** The declarations of the schema. */
  readonly schema: string;
  /** The text that is underlined. */
  readonly at: string;
  /** What takes the place of the right type, in words. */
  readonly sentence: string;
}

const team = "Team: a.model({ mantra: a.string().required(), members: a.hasMany('Member', 'teamId') })";
const lonelyTeam = 'Team: a.model({ mantra: a.string().required() })';
const member = "Member: a.model({ teamId: a.id(), team: a.belongsTo('Team', 'teamId') })";
const postTag = "PostTag: a.model({ postId: a.id(), post: a.belongsTo('Post', 'postId'), tagId: a.id(), tag: a.belongsTo('Tag', 'tagId') })";
const follow = "Follow: a.model({ fanId: a.id(), fan: a.belongsTo('User', 'fanId'), starId: a.id(), star: a.belongsTo('User', 'starId') })";
const person = "Person: a.model({ name: a.string().required(), dateOfBirth: a.date().required() }).identifier(['name', 'dateOfBirth'])";

const cases: Readonly<Record<string, Case>> = {
  'belongsTo an unknown model': {
    schema: `${team}, Member: a.model({ teamId: a.id(), team: a.belongsTo('Teem', 'teamId') })`,
    at: 'Member',
    sentence: "Member.team: there is no model 'Teem': declare it in the schema, or name one that is there",
  },
  'hasMany of an unknown model': {
    schema: "Team: a.model({ members: a.hasMany('Membr', 'teamId') })",
    at: 'Team',
    sentence: "Team.members: there is no model 'Membr': declare it in the schema, or name one that is there",
  },
  'a relationship with an enum': {
    schema: "Kind: a.enum(['A']), Team: a.model({ kinds: a.hasMany('Kind', 'teamId') })",
    at: 'Team',
    sentence: "Team.kinds: 'Kind' is no model: a relationship leads to a model",
  },
  'belongsTo over an unknown field': {
    schema: `${lonelyTeam}, Member: a.model({ teamId: a.id(), team: a.belongsTo('Team', 'teemId') })`,
    at: 'team',
    sentence: "'teemId' is no field of this model: declare it there, such as teemId: a.id()",
  },
  'hasMany over an unknown field': {
    schema: `${member}, Team: a.model({ members: a.hasMany('Member', 'teemId') })`,
    at: 'Team',
    sentence: "Team.members: 'teemId' is no field of Member: declare it there, such as teemId: a.id()",
  },
  'hasOne over an unknown field': {
    schema: `${member}, Team: a.model({ captain: a.hasOne('Member', 'captainId') })`,
    at: 'Team',
    sentence: "Team.captain: 'captainId' is no field of Member: declare it there, such as captainId: a.id()",
  },
  'belongsTo with a reference of another type': {
    schema: `${lonelyTeam}, Member: a.model({ teamId: a.integer(), team: a.belongsTo('Team', 'teamId') })`,
    at: 'Member',
    sentence: "Member.team: 'teamId' of Member must have the type of Team's identifier 'id' (ID): declare it as a.id()",
  },
  'hasMany with a reference of another type': {
    schema: "Member: a.model({ teamId: a.integer() }), Team: a.model({ members: a.hasMany('Member', 'teamId') })",
    at: 'Team',
    sentence: "Team.members: 'teamId' of Member must have the type of Team's identifier 'id' (ID): declare it as a.id()",
  },
  'a reference of a type that is no key': {
    schema: "Member: a.model({ teamId: a.json() }), Team: a.model({ members: a.hasMany('Member', 'teamId') })",
    at: 'Team',
    sentence: "Team.members: 'teamId' of Member must have the type of Team's identifier 'id' (ID): declare it as a.id()",
  },
  'references in another order than the identifier': {
    schema: `${person}, Post: a.model({ authorName: a.string(), authorDoB: a.date(), author: a.belongsTo('Person', ['authorDoB', 'authorName']) })`,
    at: 'Post',
    sentence: "Post.author: 'authorDoB' of Post must have the type of Person's identifier 'name' (String): declare it as a.string()",
  },
  'fewer references than the identifier has fields': {
    schema: `${person}, Post: a.model({ authorName: a.string(), author: a.belongsTo('Person', 'authorName') })`,
    at: 'Post',
    sentence: "Post.author: Person is identified by 'name', 'dateOfBirth': name one field of Post for each, in that order, instead of 'authorName'",
  },
  'more references than the identifier has fields': {
    schema: "Member: a.model({ a: a.id(), b: a.id() }), Team: a.model({ members: a.hasMany('Member', ['a', 'b']) })",
    at: 'Team',
    sentence: "Team.members: Team is identified by 'id': name one field of Member for each, in that order, instead of 'a', 'b'",
  },
  'belongsTo over a list': {
    schema: `${lonelyTeam}, Member: a.model({ teamId: a.id().array(), team: a.belongsTo('Team', 'teamId') })`,
    at: 'team',
    sentence: "'teamId' of this model is a list: a reference field leads to one record, so leave .array() out",
  },
  'hasMany over a list': {
    schema: "Member: a.model({ teamId: a.id().array() }), Team: a.model({ members: a.hasMany('Member', 'teamId') })",
    at: 'Team',
    sentence: "Team.members: 'teamId' of Member is a list: a reference field leads to one record, so leave .array() out",
  },
  'belongsTo over itself': {
    schema: `${team}, Member: a.model({ teamId: a.id(), team: a.belongsTo('Team', 'team') })`,
    at: 'team',
    sentence: "'team' of this model is a relationship: name the field that holds the identifier, such as teamId: a.id()",
  },
  'hasMany over a relationship': {
    schema: `${member}, Team: a.model({ members: a.hasMany('Member', 'team') })`,
    at: 'Team',
    sentence: "Team.members: 'team' of Member is a relationship: name the field that holds the identifier, such as teamId: a.id()",
  },
  'belongsTo over required and optional references': {
    schema: `${person}, Post: a.model({ authorName: a.string().required(), authorDoB: a.date(), author: a.belongsTo('Person', ['authorName', 'authorDoB']) })`,
    at: 'author',
    sentence: "of the reference fields 'authorName', 'authorDoB' of this model some are required and some are not: make all or none required",
  },
  'hasMany over required and optional references': {
    schema: `Post: a.model({ authorName: a.string().required(), authorDoB: a.date() }),
      Person: a.model({ name: a.string().required(), dateOfBirth: a.date().required(), posts: a.hasMany('Post', ['authorName', 'authorDoB']) }).identifier(['name', 'dateOfBirth'])`,
    at: 'Person',
    sentence: "Person.posts: of the reference fields 'authorName', 'authorDoB' of Post some are required and some are not: make all or none required",
  },
  'sorted by an unknown field': {
    schema: `${member}, Team: a.model({ members: a.hasMany('Member', 'teamId').sortBy('joinedAt') })`,
    at: 'Team',
    sentence: "Team.members: 'joinedAt' is no field of Member: declare it there, or sort by another",
  },
  'sorted by an optional field': {
    schema: "Member: a.model({ teamId: a.id(), name: a.string() }), Team: a.model({ members: a.hasMany('Member', 'teamId').limit(3).sortBy('name') })",
    at: 'Team',
    sentence: "Team.members: 'name' of Member is optional: records without it would be missing from the relationship, so add .required() there",
  },
  'sorted by a list': {
    schema: "Member: a.model({ teamId: a.id(), tags: a.string().array().required() }), Team: a.model({ members: a.hasMany('Member', 'teamId').sortBy('tags').limit(3) })",
    at: 'Team',
    sentence: "Team.members: 'tags' of Member is a list: sort by a field with one value",
  },
  'sorted by a relationship': {
    schema: `${member}, Team: a.model({ members: a.hasMany('Member', 'teamId').sortBy('team') })`,
    at: 'Team',
    sentence: "Team.members: 'team' of Member is a relationship: sort by a field with a value of its own",
  },
  'sorted by a type that is no key': {
    schema: "Member: a.model({ teamId: a.id(), isOpen: a.boolean().required() }), Team: a.model({ members: a.hasMany('Member', 'teamId').sortBy('isOpen') })",
    at: 'Team',
    sentence: "Team.members: 'isOpen' of Member has the type Boolean, which DynamoDB takes as no key: sort by strings or numbers",
  },
  'sorted by the reference field': {
    schema: "Member: a.model({ teamId: a.id().required() }), Team: a.model({ members: a.hasMany('Member', 'teamId').sortBy('teamId') })",
    at: 'Team',
    sentence: "Team.members: 'teamId' is the reference field, which is the same in all of them: sort by another field of Member",
  },
  'sorted by what is an argument already': {
    schema: "Member: a.model({ teamId: a.id(), limit: a.integer().required() }), Team: a.model({ members: a.hasMany('Member', 'teamId').sortBy('limit') })",
    at: 'Team',
    sentence: "Team.members: it has an argument 'limit' already: to sort by that field of Member, give it another name",
  },
  'sorted with several reference fields': {
    schema: `Post: a.model({ authorName: a.string(), authorDoB: a.date() }),
      Person: a.model({ name: a.string().required(), dateOfBirth: a.date().required(), posts: a.hasMany('Post', ['authorName', 'authorDoB']).sortBy('createdAt') }).identifier(['name', 'dateOfBirth'])`,
    at: 'Person',
    sentence: "Person.posts: it can't be sorted by 'createdAt': the sort key of its index is taken by the reference fields, so leave .sortBy() out",
  },
  'many to many with an unknown model': {
    schema: `${postTag}, Post: a.model({ tagList: a.manyToMany('Tga', { through: 'PostTag' }) }), Tag: a.model({})`,
    at: 'Post',
    sentence: "Post.tagList: there is no model 'Tga': declare it in the schema, or name one that is there",
  },
  'many to many through an unknown model': {
    schema: `${postTag}, Post: a.model({ tagList: a.manyToMany('Tag', { through: 'PosTag' }) }), Tag: a.model({})`,
    at: 'Post',
    sentence: "Post.tagList: there is no model 'PosTag': declare it in the schema, or name one that is there",
  },
  'many to many through an enum': {
    schema: "Kind: a.enum(['A']), Post: a.model({ tagList: a.manyToMany('Tag', { through: 'Kind' }) }), Tag: a.model({})",
    at: 'Post',
    sentence: "Post.tagList: 'Kind' is no model: a relationship leads to a model",
  },
  'many to many without a belongsTo to this model': {
    schema: "PostTag: a.model({ tagId: a.id(), tag: a.belongsTo('Tag', 'tagId') }), Post: a.model({ tagList: a.manyToMany('Tag', { through: 'PostTag' }) }), Tag: a.model({})",
    at: 'Post',
    sentence: "Post.tagList: PostTag needs one more belongsTo, that leads to Post: declare it there, such as a.belongsTo('Post', ...)",
  },
  'many to many without a belongsTo to the related model': {
    schema: "PostTag: a.model({ postId: a.id(), post: a.belongsTo('Post', 'postId') }), Post: a.model({ tagList: a.manyToMany('Tag', { through: 'PostTag' }).limit(3) }), Tag: a.model({})",
    at: 'Post',
    sentence: "Post.tagList: PostTag needs one more belongsTo, that leads to Tag: declare it there, such as a.belongsTo('Tag', ...)",
  },
  'many to many with a side that is no belongsTo': {
    schema: `${postTag}, Post: a.model({ tagList: a.manyToMany('Tag', { through: 'PostTag', to: 'tagId' }) }), Tag: a.model({})`,
    at: 'Post',
    sentence: "Post.tagList: 'tagId' is no belongsTo of PostTag that leads to Tag and is not the other side: name such a one as 'to'",
  },
  'many to many with a side that leads elsewhere': {
    schema: `${postTag}, Post: a.model({ tagList: a.manyToMany('Tag', { through: 'PostTag', from: 'tag' }) }), Tag: a.model({})`,
    at: 'Post',
    sentence: "Post.tagList: 'tag' is no belongsTo of PostTag that leads to Post and is not the other side: name such a one as 'from'",
  },
  'many to many with itself, without its sides': {
    schema: `${follow}, User: a.model({ following: a.manyToMany('User', { through: 'Follow' }) })`,
    at: 'User',
    sentence: "User.following: Follow has several belongsTo that lead to User: name the one that is meant as 'from'",
  },
  'many to many with itself by one side alone': {
    schema: "Follow: a.model({ fanId: a.id(), fan: a.belongsTo('User', 'fanId') }), User: a.model({ following: a.manyToMany('User', { through: 'Follow', from: 'fan' }) })",
    at: 'User',
    sentence: "User.following: Follow needs one more belongsTo, that leads to User: declare it there, such as a.belongsTo('User', ...)",
  },
  'many to many with several that could be meant': {
    schema: `PostTag: a.model({ postId: a.id(), post: a.belongsTo('Post', 'postId'), tagId: a.id(), tag: a.belongsTo('Tag', 'tagId'), mainId: a.id(), main: a.belongsTo('Tag', 'mainId') }),
      Post: a.model({ tagList: a.manyToMany('Tag', { through: 'PostTag' }) }), Tag: a.model({})`,
    at: 'Post',
    sentence: "Post.tagList: PostTag has several belongsTo that lead to Tag: name the one that is meant as 'to'",
  },
  'an operation that gives an unknown type': {
    schema: `${lonelyTeam}, find: a.query().returns(a.ref('Teem').array())`,
    at: 'find',
    sentence: "find: there is no type or model 'Teem': declare it in the schema, or name one that is there",
  },
  'an operation that gives an operation': {
    schema: "one: a.query().returns(a.string()), two: a.query().returns(a.ref('one'))",
    at: 'two',
    sentence: "two: 'one' is an operation: an operation gives values of a type, or records of a model",
  },
  'a subscription to an unknown mutation': {
    schema: "publish: a.mutation().returns(a.string()), receive: a.subscription().for(a.ref('publsh'))",
    at: 'receive',
    sentence: "receive: there is no mutation 'publsh': declare it in the schema, or name one that is there",
  },
  'a subscription to a query, among others': {
    schema: "publish: a.mutation().returns(a.string()), ask: a.query().returns(a.string()), receive: a.subscription().for([a.ref('publish'), a.ref('ask')])",
    at: 'receive',
    sentence: "receive: 'ask' is no mutation: a subscription is about mutations",
  },
  'a subscription to a model': {
    schema: `${lonelyTeam}, receive: a.subscription().for(a.ref('Team'))`,
    at: 'receive',
    sentence: "receive: 'Team' is a model: name mutations of it, such as a.ref('Team').mutations(['create'])",
  },
  'a subscription to mutations of an unknown model': {
    schema: `${lonelyTeam}, receive: a.subscription().for(a.ref('Teem').mutations(['create']))`,
    at: 'receive',
    sentence: "receive: there is no model 'Teem': declare it in the schema, or name one that is there",
  },
  'a subscription to mutations of an enum': {
    schema: "Kind: a.enum(['A']), receive: a.subscription().for(a.ref('Kind').mutations(['create']))",
    at: 'receive',
    sentence: "receive: 'Kind' is no model: name a model whose mutations it is about",
  },
  'an identifier with an unknown field': {
    schema: "Person: a.model({ name: a.string().required() }).identifier(['nmae'])",
    at: "'nmae'",
    sentence: "'nmae' is no field of this model: declare it, or name another",
  },
  'an identifier with an optional field': {
    schema: "Person: a.model({ name: a.string() }).identifier(['name'])",
    at: "'name'",
    sentence: "'name' is optional: a record without it could not be found, so add .required()",
  },
  'an identifier with a list': {
    schema: "Person: a.model({ names: a.string().required().array().required() }).identifier(['names'])",
    at: "'names'",
    sentence: "'names' is a list: a field of an identifier has one value, so leave .array() out",
  },
  'an identifier with a relationship': {
    schema: `${team}, Member: a.model({ teamId: a.id().required(), team: a.belongsTo('Team', 'teamId') }).identifier(['team'])`,
    at: "'team'",
    sentence: "'team' is a relationship: name its reference fields instead",
  },
  'an identifier of a type that is no key': {
    schema: "Person: a.model({ isOpen: a.boolean().required() }).identifier(['isOpen'])",
    at: "'isOpen'",
    sentence: "'isOpen' has the type Boolean, which DynamoDB takes as no key: identify by strings or numbers",
  },
};

const found = diagnosticsOf(Object.fromEntries(
  Object.values(cases).map(({ schema }, position) => [`case-${position}`, `import { a } from 'cdk-appsync-data/schema';\nexport const schema = a.schema({ ${schema} });\n`]),
));

test.each(Object.entries(cases).map(([what, expected], position) => [what, expected, found[`case-${position}`]!] as const))('%s is red', (_, { at, sentence }, diagnostics) => {
  expect(diagnostics.map((diagnostic) => diagnostic.at)).toEqual([at]);
  expect(diagnostics[0]!.message).toMatch(/^Type '.*' is not assignable to type '"/);
  expect(diagnostics[0]!.message).toContain(`"${sentence}"`);
});

test('all that is wrong in a model is said at once', () => {
  const { all } = diagnosticsOf({ all: `import { a } from 'cdk-appsync-data/schema';\na.schema({ Team: a.model({ a: a.hasMany('One', 'x'), b: a.hasMany('Two', 'x') }) });` });
  expect(all).toHaveLength(1);
  expect(all![0]!.message).toMatch(/Team\.a: there is no model 'One'.*Team\.b: there is no model 'Two'/s);
});
