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
