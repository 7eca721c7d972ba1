import { a } from 'cdk-appsync-data/schema';

/** Every way that records belong together, to see how they are read. */
export const reads = a.schema({
  Team: a.model({ mantra: a.string(), members: a.hasMany('Member', 'teamId') }),
  Member: a.model({ name: a.string(), teamId: a.id(), team: a.belongsTo('Team', 'teamId') }),
  Customer: a.model({ name: a.string(), activeCart: a.hasOne('Cart', 'customerId') }),
  Cart: a.model({ note: a.string(), customerId: a.id(), customer: a.belongsTo('Customer', 'customerId') }),
  Post: a.model({
    title: a.string(),
    comments: a.hasMany('Comment', 'postId').sortBy('writtenAt').limit(20),
    tags: a.hasMany('PostTag', 'postId'),
    tagList: a.manyToMany('Tag', { through: 'PostTag' }),
  }),
  Comment: a.model({ postId: a.id(), post: a.belongsTo('Post', 'postId'), writtenAt: a.datetime().required() }),
  Tag: a.model({ name: a.string(), posts: a.hasMany('PostTag', 'tagId') }).limit(200),
  PostTag: a.model({ postId: a.id().required(), post: a.belongsTo('Post', 'postId'), tagId: a.id().required(), tag: a.belongsTo('Tag', 'tagId') }),
  Task: a.model({
    teamId: a.id(), team: a.belongsTo('Team', 'teamId'),
    customerId: a.id(), customer: a.belongsTo('Customer', 'customerId'),
    postId: a.id(), post: a.belongsTo('Post', 'postId'),
  }),
  Reading: a.model({ isOdd: a.boolean() }),
}).authorization((allow) => allow.publicApiKey());
