import { a } from '@aws-amplify/data-schema';

// The documented schemas once more, to the letter, with Amplify's own `a`.

const teams = {
  Member: a.model({
    name: a.string().required(),
    teamId: a.id(),
    team: a.belongsTo('Team', 'teamId'),
  }),
  Team: a.model({
    mantra: a.string().required(),
    members: a.hasMany('Member', 'teamId'),
  }),
};

const carts = {
  Cart: a.model({
    items: a.string().required().array(),
    customerId: a.id(),
    customer: a.belongsTo('Customer', 'customerId'),
  }),
  Customer: a.model({
    name: a.string(),
    activeCart: a.hasOne('Cart', 'customerId'),
  }),
};

const PostTag = a.model({
  postId: a.id().required(),
  tagId: a.id().required(),
  post: a.belongsTo('Post', 'postId'),
  tag: a.belongsTo('Tag', 'tagId'),
});

const Tag = a.model({ name: a.string(), posts: a.hasMany('PostTag', 'tagId') });

const tags = a.hasMany('PostTag', 'postId');

const Person = a.model({
  name: a.string(),
  editedPosts: a.hasMany('Post', 'editorId'),
  authoredPosts: a.hasMany('Post', 'authorId'),
});

const article = { title: a.string().required(), content: a.string().required() };
const author = { authorId: a.id(), author: a.belongsTo('Person', 'authorId') };
const editor = { editorId: a.id(), editor: a.belongsTo('Person', 'editorId') };

/** The peer's schemas, by the names of ours. */
export const peerSchemas = {
  OneToMany: a.schema(teams).authorization((allow) => allow.publicApiKey()),
  OneToOne: a.schema(carts).authorization((allow) => allow.publicApiKey()),
  ManyToMany: a.schema({ PostTag, Post: a.model({ title: a.string(), content: a.string(), tags }), Tag }).authorization((allow) => allow.publicApiKey()),
  SeveralRelationships: a.schema({ Post: a.model({ ...article, ...author, ...editor }), Person }).authorization((allow) => allow.publicApiKey()),
  CompositeIdentifier: a.schema({
    Post: a.model({
      ...article,
      authorName: a.string(),
      authorDoB: a.date(),
      author: a.belongsTo('Person', ['authorName', 'authorDoB']),
    }),
    Person: a.model({
      name: a.string().required(),
      dateOfBirth: a.date().required(),
      authoredPosts: a.hasMany('Post', ['authorName', 'authorDoB']),
    }).identifier(['name', 'dateOfBirth']),
  }).authorization((allow) => allow.publicApiKey()),
  RequiredAndOptional: a.schema({ Post: a.model({ ...article, ...author, authorId: a.id().required(), ...editor }), Person }).authorization((allow) => allow.publicApiKey()),
  Page: a.schema({ ...teams, ...carts, Post: a.model({ ...article, tags, ...author, ...editor }), Tag, PostTag, Person }).authorization((allow) => allow.publicApiKey()),
};
