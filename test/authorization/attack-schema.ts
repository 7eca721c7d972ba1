import { a } from '../support/unchecked-schema';
import { type Caller } from './callers';

/** What is attacked: records of owners and of groups, fields with rules of their own, and relationships that lead to them. */
export const attacked = a.schema({
  /** Everyone may see it; what stands in it is not everyone's. */
  Album: a.model({
    title: a.string(), photos: a.hasMany('Photo', 'albumId'), cover: a.hasOne('Photo', 'coverOfId'), people: a.hasMany('Person', 'albumId').sortBy('salary'), tags: a.hasMany('Tag', 'albumId'),
    tagged: a.manyToMany('Photo', { through: 'Tag' }),
  }).authorization((allow) => allow.authenticated()),
  Photo: a.model({
    caption: a.string(), kind: a.string(), albumId: a.id(), album: a.belongsTo('Album', 'albumId'), coverOfId: a.id(), coverOf: a.belongsTo('Album', 'coverOfId'), tags: a.hasMany('Tag', 'photoId'),
  }).secondaryIndexes((index) => [index('kind')]).authorization((allow) => allow.owner()),
  Tag: a.model({ albumId: a.id(), album: a.belongsTo('Album', 'albumId'), photoId: a.id(), photo: a.belongsTo('Photo', 'photoId') }).authorization((allow) => allow.authenticated()),
  /** Everyone may write it, and read most of it. */
  Person: a.model({
    name: a.string(), department: a.string(), albumId: a.id(), album: a.belongsTo('Album', 'albumId'),
    salary: a.integer().required().authorization((allow) => allow.group('Admins')),
    diary: a.string().authorization((allow) => allow.owner()),
  }).secondaryIndexes((index) => [index('department').sortKeys(['salary']), index('name')]).authorization((allow) => allow.authenticated()),
  Document: a.model({ text: a.string(), team: a.string(), teams: a.string().array() }).authorization((allow) => [allow.groupDefinedIn('team'), allow.groupsDefinedIn('teams')]),
  Letter: a.model({ text: a.string(), writer: a.string() }).authorization((allow) => allow.ownerDefinedIn('writer')),
  Shared: a.model({ text: a.string(), writers: a.string().array() }).authorization((allow) => allow.ownersDefinedIn('writers')),
  /** Whoever may change it, may not read it. */
  Ballot: a.model({ vote: a.string() }).authorization((allow) => [allow.authenticated().to(['create', 'update', 'delete']), allow.owner().to(['read'])]),
  Rule: a.model({ text: a.string() }).authorization((allow) => allow.group('Admins')),
  /** Its key has a joined attribute. */
  Visit: a.model({ place: a.string().required(), day: a.string().required(), hour: a.string().required(), text: a.string() }).identifier(['place', 'day', 'hour']).authorization((allow) => allow.owner()),
});

function user(name: string, claims: Readonly<Record<string, unknown>> = {}, sub = `${name}-sub`): Caller {
  return { name: `${name}/${JSON.stringify(claims)}/${sub}`, mode: 'userPool', username: name, sub, claims };
}

export const alice = user('alice');
export const bob = user('bob');
export const admin = user('admin', { 'cognito:groups': ['Admins'] });

/** Someone with claims of groups that may be anything. */
export const claiming = (groups: unknown, username = 'mallory'): Caller => user(username, { 'cognito:groups': groups });
export const named = (username: string, sub?: string): Caller => user(username, {}, sub);
