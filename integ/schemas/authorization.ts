import { a } from 'cdk-appsync-data';

/** What the rules of a newspaper are: who writes articles, who may read which, and who hears of them. */
export const newspaper = a.schema({
  // Written by its author, read by everyone who has signed in; editors may change it.
  Article: a.model({
    title: a.string().required(),
    text: a.string(),
    // What the author is paid is nobody else's business.
    fee: a.float().authorization((allow) => [allow.owner(), allow.group('Editors')]),
    author: a.string(),
    sectionId: a.id(),
    section: a.belongsTo('Section', 'sectionId'),
    comments: a.hasMany('Comment', 'articleId').sortBy('createdAt'),
    draft: a.hasOne('Draft', 'articleId'),
    tags: a.manyToMany('Tag', { through: 'ArticleTag' }),
  }).secondaryIndexes((index) => [index('author').sortKeys(['title'])])
    .authorization((allow) => [allow.owner(), allow.group('Editors'), allow.authenticated().to(['read']), allow.publicApiKey().to(['read'])]),
  // Written and read by the desk that it names.
  Section: a.model({ name: a.string().required(), desk: a.string(), articles: a.hasMany('Article', 'sectionId') })
    .authorization((allow) => [allow.groupDefinedIn('desk'), allow.group('Editors'), allow.authenticated().to(['read']), allow.guest().to(['read'])]),
  // Read by those who write it together.
  Draft: a.model({ text: a.string().validate((rules) => rules.maxLength(10_000)), writers: a.string().array(), articleId: a.id(), article: a.belongsTo('Article', 'articleId') })
    .authorization((allow) => allow.ownersDefinedIn('writers')),
  // Those of readers: of one's own, or by a partner's application.
  Comment: a.model({ text: a.string().required(), owner: a.string(), articleId: a.id(), article: a.belongsTo('Article', 'articleId') })
    .secondaryIndexes((index) => [index('owner')])
    .authorization((allow) => [allow.owner(), allow.custom().to(['create', 'read']), allow.authenticated('identityPool').to(['read'])]),
  ArticleTag: a.model({ articleId: a.id().required(), article: a.belongsTo('Article', 'articleId'), tagId: a.id().required(), tag: a.belongsTo('Tag', 'tagId') })
    .identifier(['articleId', 'tagId']).authorization((allow) => [allow.group('Editors'), allow.authenticated().to(['read']), allow.publicApiKey().to(['read'])]),
  Tag: a.model({ name: a.string().required(), articles: a.manyToMany('Article', { through: 'ArticleTag' }) })
    .authorization((allow) => [allow.group('Editors'), allow.authenticated().to(['read']), allow.publicApiKey().to(['read'])]),

  // For editors, who alone may publish.
  publish: a.mutation().arguments({ title: a.string().required() }).returns(a.ref('Article'))
    .handler(a.handler.custom({ entry: '../handlers/publish.ts' })).authorization((allow) => allow.group('Editors')),
  onPublish: a.subscription().for(a.ref('publish')).authorization((allow) => [allow.authenticated(), allow.publicApiKey()]),
}).authorization((allow) => allow.resource('importer').to(['query', 'mutate']));
