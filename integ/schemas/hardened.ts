import { a } from 'cdk-appsync-data/schema';

/** Teams, their members, and sessions that expire. */
export const hardened = a.schema({
  Team: a.model({ mantra: a.string().required(), members: a.hasMany('Member', 'teamId') }),
  Member: a.model({
    name: a.string().required(),
    teamId: a.id(),
    team: a.belongsTo('Team', 'teamId'),
    sessions: a.hasMany('Session', 'memberId'),
  }),
  Session: a.model({ memberId: a.id().required(), member: a.belongsTo('Member', 'memberId'), expiresAt: a.timestamp().required() }),
}).authorization((allow) => allow.publicApiKey());
