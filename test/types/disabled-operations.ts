import { generateClient } from 'aws-amplify/data';
import { a, type ClientSchema } from 'cdk-appsync-data/schema';
import { same, typeOf } from './assert';

/** A model that all others relate to, so that what is disabled takes loaders away. */
const hub = {
  noLists: a.hasMany('NoList', 'hubId'),
  noListOne: a.hasOne('NoList', 'hubId'),
  noGets: a.hasMany('NoGet', 'hubId'),
  noQueries: a.hasMany('NoQueries', 'hubId'),
  noMutations: a.hasMany('NoMutations', 'hubId'),
};
const child = { hubId: a.id(), hub: a.belongsTo('Hub', 'hubId') };

export const schema = a.schema({
  Hub: a.model(hub),
  NoList: a.model(child).disableOperations(['list']),
  NoGet: a.model(child).disableOperations(['get']),
  NoQueries: a.model({ ...child, name: a.string().required() }).disableOperations(['queries']),
  NoMutations: a.model(child).disableOperations(['mutations']),
  NoSubscriptions: a.model({ name: a.string() }).disableOperations(['subscriptions']),
  NoOnUpdate: a.model({ name: a.string() }).disableOperations(['update']),
  Nothing: a.model({ getId: a.id(), get: a.belongsTo('NoGet', 'getId'), list: a.belongsTo('NoList', 'getId') }).disableOperations(['queries', 'mutations', 'subscriptions']),
});

type Schema = ClientSchema<typeof schema>;
const { models } = generateClient<Schema>();

type Subscriptions = 'onCreate' | 'onUpdate' | 'onDelete';
type Mutations = 'create' | 'update' | 'delete';
same<keyof typeof models.Hub, 'get' | 'list' | 'observeQuery' | Mutations | Subscriptions>(true);
// Without a list there is nothing to observe.
same<keyof typeof models.NoList, 'get' | Mutations | Subscriptions>(true);
same<keyof typeof models.NoGet, 'list' | 'observeQuery' | Mutations | Subscriptions>(true);
same<keyof typeof models.NoQueries, Mutations | Subscriptions>(true);
// A subscription goes with its mutation.
same<keyof typeof models.NoMutations, 'get' | 'list'>(true);
// Observing takes all three subscriptions.
same<keyof typeof models.NoSubscriptions, 'get' | 'list' | Mutations>(true);
same<keyof typeof models.NoOnUpdate, 'get' | 'list' | 'create' | 'delete' | 'onCreate' | 'onDelete'>(true);
same<keyof typeof models.Nothing, never>(true);

// A loader to many, or to one by its reference, sends a list; one to a parent sends a get.
same<keyof Schema['Hub']['type'], 'noGets' | 'noMutations' | 'id' | 'createdAt' | 'updatedAt'>(true);
same<keyof Schema['Nothing']['type'], 'getId' | 'list' | 'id' | 'createdAt' | 'updatedAt'>(true);

export async function calls() {
  const { data: hub } = await models.Hub.get({ id: 'h1' });
  const { data: noGets } = await hub!.noGets();
  typeOf(noGets).is<Schema['NoGet']['type'][]>(true);
  const { data: back } = await noGets[0]!.hub();
  typeOf(back).is<Schema['Hub']['type'] | null>(true);
  // What can't be loaded later can be selected at once.
  const { data: eager } = await models.Hub.get({ id: 'h1' }, { selectionSet: ['noQueries.name', 'noListOne.id'] });
  typeOf(eager).is<{ readonly noQueries: { readonly name: string }[]; readonly noListOne: { readonly id: string } } | null>(true);
  // @ts-expect-error there is no list
  await models.NoList.list();
  // @ts-expect-error which it would take
  models.NoList.observeQuery();
  // @ts-expect-error there is no get
  await models.NoGet.get({ id: 'g1' });
  // @ts-expect-error a group is each of it
  await models.NoQueries.get({ id: 'q1' });
  // @ts-expect-error there are no mutations
  await models.NoMutations.create({ hubId: 'h1' });
  // @ts-expect-error there are no subscriptions
  models.NoSubscriptions.onDelete();
  // @ts-expect-error one is missing
  models.NoOnUpdate.observeQuery();
  // @ts-expect-error there is no update
  await models.NoOnUpdate.update({ id: 'u1', name: 'Ann' });
  // @ts-expect-error the loader would send a list
  await hub!.noLists();
  // @ts-expect-error so would the one to one record
  await hub!.noListOne();
  // @ts-expect-error loaders get lists, whichever group disables them
  await hub!.noQueries();
}

// @ts-expect-error there is no such operation
export const wrong = a.model({ name: a.string() }).disableOperations(['read']);
