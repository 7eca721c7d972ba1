import { type a as own } from 'cdk-appsync-data/schema';
import { type AuthorizationMode } from '../../lib/model';

type Words = typeof own;

/** The modes that the schemas need, the default first. */
export const modes: readonly AuthorizationMode[] = ['userPool', 'apiKey', 'iam', 'lambda', 'openIdConnect'];

/** One schema for each form of an authorization rule, in the words of whoever understands them. */
export const authorizationSchemas = {
  'owners': (a: Words) => a.schema({
    Note: a.model({ text: a.string() }).authorization((allow) => [allow.owner()]),
    Letter: a.model({ text: a.string(), sender: a.string(), readers: a.string().array() }).authorization((allow) => [
      allow.ownerDefinedIn('sender').identityClaim('email'), allow.ownersDefinedIn('readers', 'oidc').to(['read']), allow.ownersDefinedIn('editors').to(['update', 'read']),
    ]),
  }),

  'groups': (a: Words) => a.schema({
    Note: a.model({ text: a.string() }).authorization((allow) => [allow.group('Admins'), allow.groups(['Editors', 'Readers'], 'oidc').withClaimIn('teams').to(['get', 'list'])]),
    Letter: a.model({ text: a.string(), team: a.string() }).authorization((allow) => [allow.groupDefinedIn('team'), allow.groupsDefinedIn('readers').withClaimIn('teams').to(['read'])]),
  }),

  'everybody': (a: Words) => a.schema({
    Note: a.model({ text: a.string() }).authorization((allow) => [allow.authenticated(), allow.guest().to(['read']), allow.publicApiKey().to(['get']), allow.custom().to(['create'])]),
    Letter: a.model({ text: a.string() }).authorization((allow) => [allow.authenticated('identityPool'), allow.authenticated('oidc').to(['read', 'listen']), allow.authenticated().to(['create', 'delete'])]),
  }),

  'rules of the schema': (a: Words) => a.schema({
    Note: a.model({ text: a.string() }),
    Letter: a.model({ text: a.string() }).authorization((allow) => [allow.group('Clerks')]),
  }).authorization((allow) => [allow.authenticated(), allow.publicApiKey().to(['read'])]),

  'fields and relationships': (a: Words) => a.schema({
    Book: a.model({
      title: a.string().required(), note: a.string().authorization((allow) => [allow.owner()]), tags: a.string().array().authorization((allow) => [allow.group('Clerks').to(['read'])]),
      placeId: a.id(), place: a.belongsTo('Place', 'placeId'),
    }).authorization((allow) => [allow.owner(), allow.authenticated().to(['read'])]),
    Place: a.model({ name: a.string().required(), books: a.hasMany('Book', 'placeId') }).authorization((allow) => [allow.publicApiKey(), allow.authenticated()]),
  }),
};
