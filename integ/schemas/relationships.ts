import { a } from 'cdk-appsync-data/schema';

const OneToMany = a.schema({
  Member: a.model({
    name: a.string().required(),
    teamId: a.id(),
    team: a.belongsTo('Team', 'teamId'),
  }),

  Team: a.model({
    mantra: a.string().required(),
    members: a.hasMany('Member', 'teamId'),
  }),
}).authorization((allow) => allow.publicApiKey());

const OneToOne = a.schema({
  Cart: a.model({
    items: a.string().required().array(),
    customerId: a.id(),
    customer: a.belongsTo('Customer', 'customerId'),
  }),
  Customer: a.model({
    name: a.string(),
    activeCart: a.hasOne('Cart', 'customerId')
  }),
}).authorization((allow) => allow.publicApiKey());

const ManyToMany = a.schema({
  PostTag: a.model({
    postId: a.id().required(),
    tagId: a.id().required(),
    post: a.belongsTo('Post', 'postId'),
    tag: a.belongsTo('Tag', 'tagId'),
  }),
  Post: a.model({
    title: a.string(),
    content: a.string(),
    tags: a.hasMany('PostTag', 'postId'),
  }),
  Tag: a.model({
    name: a.string(),
    posts: a.hasMany('PostTag', 'tagId'),
  }),
}).authorization((allow) => allow.publicApiKey());

const SeveralRelationships = a.schema({
  Post: a.model({
    title: a.string().required(),
    content: a.string().required(),
    authorId: a.id(),
    author: a.belongsTo('Person', 'authorId'),
    editorId: a.id(),
    editor: a.belongsTo('Person', 'editorId'),
  }),
  Person: a.model({
    name: a.string(),
    editedPosts: a.hasMany('Post', 'editorId'),
    authoredPosts: a.hasMany('Post', 'authorId'),
  }),
}).authorization((allow) => allow.publicApiKey());

const CompositeIdentifier = a.schema({
  Post: a.model({
    title: a.string().required(),
    content: a.string().required(),
    authorName: a.string(),
    authorDoB: a.date(),
    author: a.belongsTo('Person', ['authorName', 'authorDoB']),
  }),
  Person: a.model({
    name: a.string().required(),
    dateOfBirth: a.date().required(),
    authoredPosts: a.hasMany('Post', ['authorName', 'authorDoB']),
  }).identifier(['name', 'dateOfBirth']),
}).authorization((allow) => allow.publicApiKey());

const RequiredAndOptional = a.schema({
  Post: a.model({
    title: a.string().required(),
    content: a.string().required(),
    authorId: a.id().required(),
    author: a.belongsTo('Person', 'authorId'),
    editorId: a.id(),
    editor: a.belongsTo('Person', 'editorId'),
  }),
  Person: a.model({
    name: a.string(),
    editedPosts: a.hasMany('Post', 'editorId'),
    authoredPosts: a.hasMany('Post', 'authorId'),
  }),
}).authorization((allow) => allow.publicApiKey());

/** The page as one schema: a Post has tags, an author and an editor. */
const Page = a.schema({
  Member: a.model({
    name: a.string().required(),
    teamId: a.id(),
    team: a.belongsTo('Team', 'teamId'),
  }),
  Team: a.model({
    mantra: a.string().required(),
    members: a.hasMany('Member', 'teamId'),
  }),
  Cart: a.model({
    items: a.string().required().array(),
    customerId: a.id(),
    customer: a.belongsTo('Customer', 'customerId'),
  }),
  Customer: a.model({
    name: a.string(),
    activeCart: a.hasOne('Cart', 'customerId'),
  }),
  Post: a.model({
    title: a.string().required(),
    content: a.string().required(),
    tags: a.hasMany('PostTag', 'postId'),
    authorId: a.id(),
    author: a.belongsTo('Person', 'authorId'),
    editorId: a.id(),
    editor: a.belongsTo('Person', 'editorId'),
  }),
  Tag: a.model({
    name: a.string(),
    posts: a.hasMany('PostTag', 'tagId'),
  }),
  PostTag: a.model({
    postId: a.id().required(),
    tagId: a.id().required(),
    post: a.belongsTo('Post', 'postId'),
    tag: a.belongsTo('Tag', 'tagId'),
  }),
  Person: a.model({
    name: a.string(),
    editedPosts: a.hasMany('Post', 'editorId'),
    authoredPosts: a.hasMany('Post', 'authorId'),
  }),
}).authorization((allow) => allow.publicApiKey());

/** The schemas by the name of their stack. */
export const schemas = { OneToMany, OneToOne, ManyToMany, SeveralRelationships, CompositeIdentifier, RequiredAndOptional, Page };
