import { type a as ours, type Schema } from 'cdk-appsync-data/schema';

/** Custom operations of all kinds, in the words of this package or in the peer's, which are the same. */
export function customOperations(a: typeof ours): Schema {
  const served = a.handler.function('serve');
  const filter = a.handler.custom({ entry: './filter.js' });
  return a.schema({
    Mood: a.enum(['calm', 'wild']),
    Spot: a.customType({ street: a.string().required(), kind: a.enum(['HOME', 'WORK']), position: a.customType({ latitude: a.float().required(), mood: a.ref('Mood') }) }),
    Note: a.model({ text: a.string().required(), spot: a.ref('Spot') }),

    echo: a.query().arguments({
      text: a.string().required(), times: a.integer(), tags: a.string().required().array(), ids: a.id().array().required(),
      mood: a.ref('Mood'), moods: a.ref('Mood').required().array().required(), spot: a.ref('Spot').required(), spots: a.ref('Spot').array(),
      loudness: a.enum(['LOW', 'HIGH']),
      area: a.customType({ size: a.integer().required(), shape: a.enum(['ROUND']), spot: a.ref('Spot').required(), corner: a.customType({ x: a.float(), y: a.float() }) }),
    }).returns(a.string()).handler(served),
    count: a.query().returns(a.integer().required()).handler(served),
    words: a.query().arguments({}).returns(a.string().required().array()).handler([served, served]),
    anything: a.query().returns(a.json()).handler(served),
    mood: a.query().returns(a.ref('Mood')).handler(served),
    allMoods: a.query().returns(a.ref('Mood').required().array().required()).handler(served),
    weather: a.query().returns(a.enum(['RAIN', 'SUN'])).handler(served),
    summary: a.query().returns(a.customType({ total: a.integer().required(), mood: a.ref('Mood'), last: a.customType({ text: a.string(), state: a.enum(['NEW', 'OLD']) }) })).handler(served),
    firstNote: a.query().returns(a.ref('Note').required()).handler(served),
    someNotes: a.query().arguments({ text: a.string() }).returns(a.ref('Note').array()).handler(served),

    publish: a.mutation().arguments({ spot: a.ref('Spot') }).returns(a.ref('Spot')).handler(served),
    publishAll: a.mutation().returns(a.ref('Spot').required()).handler(served),
    later: a.mutation().arguments({ text: a.string().required() }).handler(served.async()),

    onSpot: a.subscription().for(a.ref('publish')).arguments({ street: a.string(), size: a.enum(['S', 'L']) }).handler(filter),
    onAnySpot: a.subscription().for([a.ref('publish'), a.ref('publishAll')]).handler(filter),
    onNote: a.subscription().for(a.ref('Note').mutations(['create', 'delete'])).handler(filter),
  }).authorization((allow) => allow.publicApiKey());
}
