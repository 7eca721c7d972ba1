import { type ClientSchema as PeerClientSchema, a as peer } from '@aws-amplify/data-schema';
import { generateClient } from 'aws-amplify/data';
import { a, type ClientSchema, type ModelName, type ResolverName, type RootFieldName, type Schema as SchemaOf } from 'cdk-appsync-data/schema';
import { type Equal, same, typeOf } from './assert';

// The same operations with the peer's words and with ours, and what clients and functions see of both: equal, to the letter. What differs:
// - A reference inside a type that stands inline in what an operation gives: the peer leaves it unresolved there.
// - An optional reference in arguments, which may be undefined there even where the compiler tells that from left out.
// - JSON, which the peer has lists in beside all objects, and `{}` instead of objects where a function gives it.

export const schema = a.schema({
  Status: a.enum(['draft', 'published']),
  Place: a.customType({ street: a.string().required(), zip: a.string(), position: a.customType({ latitude: a.float().required(), note: a.string() }) }),
  Post: a.model({ title: a.string().required(), blogId: a.id(), blog: a.belongsTo('Blog', 'blogId') }),
  Blog: a.model({ name: a.string(), posts: a.hasMany('Post', 'blogId') }),

  echo: a.query().arguments({
    text: a.string().required(), times: a.integer(), tags: a.string().required().array(), all: a.id().array().required(), at: a.datetime(),
    place: a.ref('Place').required(), places: a.ref('Place').required().array().required(),
    inline: a.enum(['x', 'y']), object: a.customType({ n: a.integer().required(), inner: a.customType({ s: a.string() }) }),
  }).returns(a.string()).handler(a.handler.function('echo')),
  optional: a.query().arguments({ status: a.ref('Status'), places: a.ref('Place').array() }).returns(a.boolean()).handler(a.handler.function('f')),
  required: a.query().returns(a.integer().required()).handler(a.handler.function('f')),
  texts: a.query().arguments({}).returns(a.string().required().array()).handler(a.handler.function('f')),
  anything: a.query().returns(a.json()).handler(a.handler.function('f')),
  status: a.query().returns(a.ref('Status')).handler(a.handler.function('f')),
  statuses: a.query().returns(a.ref('Status').required().array().required()).handler(a.handler.function('f')),
  place: a.query().returns(a.ref('Place')).handler(a.handler.function('f')),
  inline: a.query().returns(a.customType({ x: a.integer().required(), y: a.string(), status: a.ref('Status') })).handler(a.handler.function('f')),
  post: a.query().returns(a.ref('Post').required()).handler(a.handler.function('f')),
  found: a.query().returns(a.ref('Post').array()).handler(a.handler.function('f')),

  publish: a.mutation().arguments({ text: a.string() }).returns(a.ref('Place')).handler(a.handler.custom({ entry: './publish.js' })),
  publishAgain: a.mutation().returns(a.ref('Place').required()).handler(a.handler.custom({ entry: './publish.js' })),
  later: a.mutation().arguments({ text: a.string().required() }).handler(a.handler.function('f').async()),
  replaced: a.mutation().returns(a.string()).handler(a.handler.function('f').async()),
  steps: a.mutation().handler([a.handler.function('f'), a.handler.function('f').async()]),
  notLast: a.mutation().returns(a.string()).handler([a.handler.function('f').async(), a.handler.function('f')]),

  onPlace: a.subscription().for(a.ref('publish')).arguments({ zip: a.string() }),
  onPlaces: a.subscription().for([a.ref('publish'), a.ref('publishAgain')]),
  onPost: a.subscription().for(a.ref('Post').mutations(['create', 'update'])).handler(a.handler.custom({ entry: './receive.js' })),
}).authorization((allow) => allow.publicApiKey());

export const peerSchema = peer.schema({
  Status: peer.enum(['draft', 'published']),
  Place: peer.customType({ street: peer.string().required(), zip: peer.string(), position: peer.customType({ latitude: peer.float().required(), note: peer.string() }) }),
  Post: peer.model({ title: peer.string().required(), blogId: peer.id(), blog: peer.belongsTo('Blog', 'blogId') }),
  Blog: peer.model({ name: peer.string(), posts: peer.hasMany('Post', 'blogId') }),

  echo: peer.query().arguments({
    text: peer.string().required(), times: peer.integer(), tags: peer.string().required().array(), all: peer.id().array().required(), at: peer.datetime(),
    place: peer.ref('Place').required(), places: peer.ref('Place').required().array().required(),
    inline: peer.enum(['x', 'y']), object: peer.customType({ n: peer.integer().required(), inner: peer.customType({ s: peer.string() }) }),
  }).returns(peer.string()).handler(peer.handler.function('echo')),
  optional: peer.query().arguments({ status: peer.ref('Status'), places: peer.ref('Place').array() }).returns(peer.boolean()).handler(peer.handler.function('f')),
  required: peer.query().returns(peer.integer().required()).handler(peer.handler.function('f')),
  texts: peer.query().arguments({}).returns(peer.string().required().array()).handler(peer.handler.function('f')),
  anything: peer.query().returns(peer.json()).handler(peer.handler.function('f')),
  status: peer.query().returns(peer.ref('Status')).handler(peer.handler.function('f')),
  statuses: peer.query().returns(peer.ref('Status').required().array().required()).handler(peer.handler.function('f')),
  place: peer.query().returns(peer.ref('Place')).handler(peer.handler.function('f')),
  inline: peer.query().returns(peer.customType({ x: peer.integer().required(), y: peer.string(), status: peer.ref('Status') })).handler(peer.handler.function('f')),
  post: peer.query().returns(peer.ref('Post').required()).handler(peer.handler.function('f')),
  found: peer.query().returns(peer.ref('Post').array()).handler(peer.handler.function('f')),

  publish: peer.mutation().arguments({ text: peer.string() }).returns(peer.ref('Place')).handler(peer.handler.custom({ entry: './publish.js' })),
  publishAgain: peer.mutation().returns(peer.ref('Place').required()).handler(peer.handler.custom({ entry: './publish.js' })),
  later: peer.mutation().arguments({ text: peer.string().required() }).handler(peer.handler.function('f').async()),
  replaced: peer.mutation().returns(peer.string()).handler(peer.handler.function('f').async()),
  steps: peer.mutation().handler([peer.handler.function('f'), peer.handler.function('f').async()]),
  notLast: peer.mutation().returns(peer.string()).handler([peer.handler.function('f').async(), peer.handler.function('f')]),

  onPlace: peer.subscription().for(peer.ref('publish')).arguments({ zip: peer.string() }),
  onPlaces: peer.subscription().for([peer.ref('publish'), peer.ref('publishAgain')]),
  onPost: peer.subscription().for(peer.ref('Post').mutations(['create', 'update'])).handler(peer.handler.custom({ entry: './receive.js' })),
}).authorization((allow) => allow.publicApiKey());

type Schema = ClientSchema<typeof schema>;
type Peer = PeerClientSchema<typeof peerSchema>;
type Operations = Exclude<keyof Schema, 'Status' | 'Place' | 'Post' | 'Blog'>;
type Compared = Exclude<Operations, 'optional'>;

type Part = '__entityType' | 'operationType' | 'args' | 'type' | 'returnType';
type Difference<Name extends Compared> = { [Key in Part]: Equal<Schema[Name][Key & keyof Schema[Name]], Peer[Name][Key & keyof Peer[Name]]> extends true ? never : Key }[Part];
same<{ [Name in Compared]: Difference<Name> }, { [Name in Compared]: Name extends 'anything' | 'inline' ? 'type' | 'returnType' : never }>(true);
same<Schema['optional']['args'], { status?: 'draft' | 'published' | null; places?: (Schema['Place']['type'] | null)[] | null }>(true);
same<Schema['inline']['type'], { x: number; y?: string | null; status?: 'draft' | 'published' | null } | null>(true);
same<Schema['anything']['returnType'], Schema['anything']['type']>(true);

// ---- Functions: what they are invoked with, and what they give.

type Event<Operation> = Operation extends { functionHandler: (event: infer Of, ...rest: never) => unknown } ? Of : 'no function';
type Given<Operation> = Operation extends { functionHandler: (...parameters: never) => infer Of } ? Of : 'no function';
type FunctionDifference<Name extends Compared> =
  | (Equal<Event<Schema[Name]>, Event<Peer[Name]>> extends true ? never : 'event')
  | (Equal<Given<Schema[Name]>, Given<Peer[Name]>> extends true ? never : 'result');
same<{ [Name in Compared]: FunctionDifference<Name> }, { [Name in Compared]: Name extends 'anything' | 'inline' ? 'result' : never }>(true);
same<Given<Schema['later']>, void | Promise<void>>(true);

// A function with the one type is one with the other.
export const asPeers: Peer['echo']['functionHandler'] = ((event) => Promise.resolve(event.arguments.text)) satisfies Schema['echo']['functionHandler'];
export const toPeers = (handler: Schema['found']['functionHandler']): Peer['found']['functionHandler'] => handler;
export const fromPeers = (handler: Peer['found']['functionHandler']): Schema['found']['functionHandler'] => handler;

export const echo: Schema['echo']['functionHandler'] = async ({ arguments: { text, times, inline }, identity, source, request, info, prev, stash }, context) => {
  typeOf(times).is<number | null | undefined>(true);
  typeOf(inline).is<'x' | 'y' | null | undefined>(true);
  const parts = [text, identity && 'sub' in identity ? identity.sub : '', request.headers['x-api-key'], info.fieldName, context.awsRequestId, prev?.result.text, stash.text, source?.id];
  return Promise.resolve(parts.join(String(context.getRemainingTimeInMillis())));
};
// No loader is given.
export const found: Schema['found']['functionHandler'] = () => Promise.resolve([{ id: 'p1', title: 'one', createdAt: '', updatedAt: '' }, null]);
export const withCallback: Schema['status']['functionHandler'] = (_event, _context, callback) => callback(null, 'draft');
export const invoked: Schema['later']['functionHandler'] = async ({ arguments: { text } }) => { await Promise.resolve(text); };
// @ts-expect-error it gives text
export const wrong: Schema['echo']['functionHandler'] = () => Promise.resolve(1);

// ---- Clients: the whole signatures.

export const ours = generateClient<Schema>();
export const peers = generateClient<Peer>();
same<keyof typeof ours.queries, keyof typeof peers.queries>(true);
same<keyof typeof ours.mutations, 'publish' | 'publishAgain' | 'later' | 'replaced' | 'steps' | 'notLast'>(true);
same<keyof typeof ours.subscriptions, 'onPlace' | 'onPlaces' | 'onPost'>(true);
same<keyof typeof ours.models, 'Post' | 'Blog'>(true);
type ComparedQuery = Compared & keyof typeof ours.queries;
same<{ [Name in ComparedQuery]: Equal<(typeof ours.queries)[Name], (typeof peers.queries)[Name]> extends true ? never : Name }[ComparedQuery], 'anything' | 'inline'>(true);
same<typeof ours.mutations, typeof peers.mutations>(true);
same<typeof ours.subscriptions, typeof peers.subscriptions>(true);

export async function calls() {
  const { data: text } = await ours.queries.echo({ text: 'a', all: ['1', null], place: { street: 'Elm' }, places: [], inline: 'x', object: { n: 1, inner: { s: null } } });
  typeOf(text).is<string | null>(true);
  const { data: records } = await ours.queries.found();
  const loaded = await records?.[0]?.blog();
  typeOf(loaded?.data).is<Schema['Blog']['type'] | null | undefined>(true);
  ours.subscriptions.onPlace({ zip: '1' }).subscribe({ next: (place) => { typeOf(place.street).is<string>(true); } });
  ours.subscriptions.onPost().subscribe({ next: (post) => { typeOf(post).is<Schema['Post']['type']>(true); } });
  // @ts-expect-error the text is missing
  await ours.queries.echo({ all: [], place: { street: 'Elm' }, places: [] });
  // @ts-expect-error there is no such value
  await ours.queries.echo({ text: 'a', all: [], place: { street: 'Elm' }, places: [], inline: 'z' });
  // @ts-expect-error it takes nothing
  await ours.queries.found({ blogId: 'b1' });
}

// ---- Combined schemas: what operations name may stand in another one.

export const combined = a.combine([
  a.part({ receive: a.subscription().for(a.ref('send')), latest: a.query().returns(a.ref('Message').required()).handler(a.handler.function('f')) }),
  a.schema({ Message: a.model({ text: a.string().required() }), send: a.mutation().returns(a.string()).handler(a.handler.function('f')) }),
]);
same<ClientSchema<typeof combined>['receive']['type'], string>(true);
same<ClientSchema<typeof combined>['latest']['returnType'], { text: string; readonly id: string; readonly createdAt: string; readonly updatedAt: string }>(true);
// @ts-expect-error there is no mutation of that name in either
a.combine([a.part({ receive: a.subscription().for(a.ref('sent')) }), a.schema({ send: a.mutation().returns(a.string()) })]);

// ---- Names in the API: operations have resolvers and root fields, and are no models.

type Types = typeof schema extends SchemaOf<infer Declared> ? Declared : never;
same<ModelName<Types>, 'Post' | 'Blog'>(true);
same<Extract<ResolverName<Types>, `${string}.${Operations}`>, `Query.${keyof typeof ours.queries}` | `Mutation.${keyof typeof ours.mutations}` | `Subscription.${keyof typeof ours.subscriptions}`>(true);
same<Extract<RootFieldName<Types, 'Mutation'>, Operations>, keyof typeof ours.mutations>(true);
