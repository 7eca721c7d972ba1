import { a, type Allow } from 'cdk-appsync-data/schema';

const publicApiKey = (allow: Allow) => allow.publicApiKey();

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

const Tag = a.model({
  name: a.string(),
  posts: a.hasMany('PostTag', 'tagId'),
});

const tags = a.hasMany('PostTag', 'postId');

const Person = a.model({
  name: a.string(),
  editedPosts: a.hasMany('Post', 'editorId'),
  authoredPosts: a.hasMany('Post', 'authorId'),
});

const article = {
  title: a.string().required(),
  content: a.string().required(),
};

const author = { authorId: a.id(), author: a.belongsTo('Person', 'authorId') };
const editor = { editorId: a.id(), editor: a.belongsTo('Person', 'editorId') };

/** The schemas by the name of their stack. */
export const schemas = {
  OneToMany: a.schema(teams).authorization(publicApiKey),

  OneToOne: a.schema(carts).authorization(publicApiKey),

  ManyToMany: a.schema({
    PostTag,
    Post: a.model({ title: a.string(), content: a.string(), tags }),
    Tag,
  }).authorization(publicApiKey),

  SeveralRelationships: a.schema({
    Post: a.model({ ...article, ...author, ...editor }),
    Person,
  }).authorization(publicApiKey),

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
  }).authorization(publicApiKey),

  RequiredAndOptional: a.schema({
    Post: a.model({ ...article, ...author, authorId: author.authorId.required(), ...editor }),
    Person,
  }).authorization(publicApiKey),

  /** The page as one schema: a Post has tags, an author and an editor. */
  Page: a.schema({
    ...teams,
    ...carts,
    Post: a.model({ ...article, tags, ...author, ...editor }),
    Tag,
    PostTag,
    Person,
  }).authorization(publicApiKey),
};
