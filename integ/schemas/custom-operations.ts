import { a } from 'cdk-appsync-data/schema';

/** Operations that are no model's: on a model's table, without a data source, by Lambda functions, and subscriptions to them. */
export const customOperations = a.schema({
  Color: a.enum(['RED', 'BLUE']),
  Echo: a.customType({ content: a.string().required(), color: a.ref('Color'), length: a.integer().required() }),
  Post: a.model({
    title: a.string().required(), likes: a.integer(),
    blogId: a.id(), blog: a.belongsTo('Blog', 'blogId'),
  }),
  Blog: a.model({ name: a.string().required(), posts: a.hasMany('Post', 'blogId') }),

  echo: a.query().arguments({ content: a.string().required(), color: a.ref('Color') }).returns(a.ref('Echo'))
    .handler(a.handler.custom({ entry: '../handlers/echo.ts' })),
  popularPosts: a.query().arguments({ likes: a.integer().required() }).returns(a.ref('Post').array())
    .handler(a.handler.custom({ dataSource: a.ref('Post'), entry: '../handlers/popular-posts.ts' })),
  summarize: a.query().arguments({ postId: a.id().required() }).returns(a.customType({ words: a.integer(), longest: a.string() }))
    .handler(a.handler.function('summarize')),

  likePost: a.mutation().arguments({ postId: a.id().required() }).returns(a.ref('Post'))
    .handler(a.handler.custom({ dataSource: a.ref('Post'), entry: '../handlers/like-post.ts' })),
  publish: a.mutation().arguments({ content: a.string().required(), color: a.ref('Color') }).returns(a.ref('Echo'))
    .handler([a.handler.custom({ entry: '../handlers/echo.ts' }), a.handler.function('decorate')]),
  rebuildIndex: a.mutation().arguments({ reason: a.string() }).handler(a.handler.function('rebuild').async()),

  receive: a.subscription().for(a.ref('publish')).arguments({ minimum: a.integer().required() })
    .handler(a.handler.custom({ entry: '../handlers/receive.ts' })),
  onLike: a.subscription().for(a.ref('likePost')),
  onPost: a.subscription().for(a.ref('Post').mutations(['create', 'delete'])),
}).authorization((allow) => allow.publicApiKey());
